using InterconnectDsl.Numerics;

namespace InterconnectDsl.Runtime;

/// <summary>The numbers of <see cref="PowerConstants{T}"/>, in the order of its fields; the reduced ones need fewer.</summary>
internal static class PowerTables
{
    public static readonly double[] FullDecibel =
    [
        Exponential.LargestDecibel, -Exponential.LargestDecibel, Exponential.DecibelPer, Exponential.Rounding, -Exponential.DecibelHigh, 1.0 / 16.0,
        Exponential.DecibelCurve0, Exponential.DecibelCurve1, Exponential.DecibelCurve2, Exponential.DecibelCurve3, Exponential.DecibelCurve4,
        Exponential.DecibelCurve5, Exponential.DecibelLow, Exponential.DecibelLn, Exponential.DecibelLnLow,
    ];

    public static readonly double[] FullTen =
    [
        Exponential.LargestPower, -Exponential.LargestPower, Exponential.Pow10Per, Exponential.Rounding, -Exponential.Pow10High, 1.0 / 16.0,
        Exponential.Pow10Curve0, Exponential.Pow10Curve1, Exponential.Pow10Curve2, Exponential.Pow10Curve3, Exponential.Pow10Curve4,
        Exponential.Pow10Curve5, Exponential.Pow10Low, Exponential.Pow10Ln, Exponential.Pow10LnLow,
    ];

    public static readonly double[] ReducedDecibel =
    [
        Exponential.LargestDecibel, -Exponential.LargestDecibel, Exponential.DecibelPer, Exponential.Rounding, -Exponential.DecibelHigh, 1.0 / 16.0,
        0.9999999988477486, 0.23025850990624971, 0.02651052908837531, 0.002034627151494392, 0.0, 0.0, 0.0, 0.0, 0.0,
    ];

    public static readonly double[] ReducedTen =
    [
        Exponential.LargestPower, -Exponential.LargestPower, Exponential.Pow10Per, Exponential.Rounding, -Exponential.Pow10High, 1.0 / 16.0,
        0.9999999988477486, 2.3025850990624974, 2.651052908837531, 2.034627151494392, 0.0, 0.0, 0.0, 0.0, 0.0,
    ];

    public static readonly double[] ReducedE =
    [
        Exponential.Largest, -Exponential.Largest, Exponential.PerLn2, Exponential.Rounding, -Exponential.Ln2High, 1.0 / 16.0,
        0.9999999988477486, 1.000000002635495, 0.5000195880034222, 0.16666245299550184, 0.0, 0.0, 0.0, 0.0, 0.0,
    ];
}
