namespace InterconnectDsl.Numerics;

/// <content>
/// Logarithms as sums of two doubles, by a finer table: m times a short reciprocal is 1 + r with |r| below 0.0055, and ln(1 + r) comes from its series.
/// </content>
internal static partial class Logarithm
{
    /// <summary>The natural logarithm of a positive finite sum of two doubles, relative error about 2^-60.</summary>
    public static DoubleDouble Ln(DoubleDouble x)
    {
        var parts = Precise(x.High);
        return DoubleDouble.Normal(parts.High, parts.Low + (x.Low / x.High));
    }

    /// <summary>The natural logarithm of a positive finite number; relative error below 2^-66.</summary>
    public static DoubleDouble Precise(double x)
    {
        var reduced = Reduce(x, out var r, out var rest);
        var square = DoubleDouble.Product(r, r);
        var tail = square.High * r * Cubic(r);
        var low = (reduced.Low + rest) + ((tail - (0.5 * square.Low)) - (r * rest));
        var sum = DoubleDouble.Sum(r, -0.5 * square.High);
        var top = DoubleDouble.Sum(reduced.High, sum.High);
        return DoubleDouble.Normal(top.High, top.Low + (sum.Low + low));
    }

    // ln x = High + Low + ln(1 + r + rest).
    private static DoubleDouble Reduce(double x, out double r, out double rest)
    {
        var m = Floats.Mantissa(x, out var k);
        var i = (int)((m * 128.0) + 0.5) - 128;
        if (i >= FineLogarithmTable.Halved)
        {
            m *= 0.5;
            k++;
        }

        // The upper part has 26 bits and the reciprocal ten, so both products are exact.
        var entries = FineLogarithmTable.Entries;
        var reciprocal = entries[3 * i];
        var upper = Floats.Upper(m);
        var sum = DoubleDouble.Sum((upper * reciprocal) - 1.0, (m - upper) * reciprocal);
        r = sum.High;
        rest = sum.Low;
        return new((k * Ln2High) + entries[(3 * i) + 1], (k * Ln2Low) + entries[(3 * i) + 2]);
    }

    // ln(1 + r) - r for |r| below 0.0055.
    private static double Series(double r) => r * r * (-0.5 + (r * Cubic(r)));

    private static double Cubic(double r) =>
        (1.0 / 3.0) + (r * (-0.25 + (r * (0.2 + (r * ((-1.0 / 6.0) + (r * ((1.0 / 7.0) + (r * -0.125)))))))));
}
