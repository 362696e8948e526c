namespace InterconnectDsl.Numerics;

/// <summary>
/// For cells of the numbers from 3/4 to 3/2, told by the first four bits behind the leading one: the reciprocal c of a number in the cell, and -ln c as a
/// multiple of 2^-42 and the rest. In the two cells that meet at 1, c is 1.
/// </summary>
internal static class LogarithmTable
{
    /// <summary>The reciprocals.</summary>
#if NET
    public static ReadOnlySpan<double> Reciprocals =>
#else
    public static readonly double[] Reciprocals =
#endif
    [
        1.0, 0.9142857142857143, 0.8648648648648649, 0.8205128205128205,
        0.7804878048780488, 0.7441860465116279, 0.7111111111111111, 0.6808510638297872,
        1.3061224489795917, 1.2549019607843137, 1.2075471698113207, 1.1636363636363636,
        1.1228070175438596, 1.0847457627118644, 1.0491803278688525, 1.0,
    ];

    /// <summary>Their negative logarithms, multiples of 2^-42.</summary>
#if NET
    public static ReadOnlySpan<double> High =>
#else
    public static readonly double[] High =
#endif
    [
         0.0, 0.08961215868976069, 0.14518200984457508, 0.19782574332998593,
        0.2478361639045943, 0.2954642128938758, 0.34092658697068146, 0.3844116989102986,
        -0.2670627852489815, -0.22705745063535687, -0.18859116980752333, -0.151549898127314,
        -0.11583181552509814, -0.08134563945395712, -0.04800921918626955, 0.0,
    ];

    /// <summary>What is left of each logarithm.</summary>
#if NET
    public static ReadOnlySpan<double> Low =>
#else
    public static readonly double[] Low =
#endif
    [
         0.0, -7.35264771717827e-14, -7.723552451951224e-14, -6.60107543013043e-14,
        -1.30644916428282e-14, -3.9920286056070625e-14, -8.828342723772789e-14, 3.34813888241045e-14,
        -6.363967541826173e-14, 1.0801245286524724e-14, -2.6655267661544328e-14, 1.1311962035603108e-13,
        -2.3513311030807498e-14, 4.7168402252529375e-15, -9.11125854955886e-14, 0.0,
    ];
}
