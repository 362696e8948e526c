namespace InterconnectDsl.Numerics;

/// <summary>
/// Logarithms: x = 2^k * m, m times a short reciprocal from a table is 1 + r with |r| below 0.0055, and ln(1 + r) comes from its series. Each result
/// is within 0.52 units in the last place. Zero gives minus infinity, a negative number NaN.
/// </summary>
internal static class Logarithm
{
    private const double Ln2High = 0.6931471805598903; // a multiple of 2^-42, so that its sums with the table's high parts are exact
    private const double Ln2Low = 5.497923018708371e-14;

    private static readonly DoubleDouble PerLn10 = new(0.4342944819032518, 1.098319650216765e-17);
    private static readonly DoubleDouble TenPerLn10 = new(4.342944819032518, -1.122126399033548e-16);
    private static readonly DoubleDouble PerLn2 = new(1.4426950408889634, 2.0355273740931033e-17);

    /// <summary>The natural logarithm.</summary>
    public static double Ln(double x)
    {
        if (!(x > 0.0) || x > double.MaxValue)
        {
            return Edge(x);
        }

        var parts = Parts(x);
        return parts.High + parts.Low;
    }

    /// <summary>ln(1 + x), which keeps its digits where x is small; x at least -1.</summary>
    public static double Ln1P(double x)
    {
        if (!(x > -1.0) || x > double.MaxValue)
        {
            return x == -1.0 ? double.NegativeInfinity : Edge(x);
        }

        if (x < 0.00390625 && x > -0.00390625)
        {
            return x + Series(x);
        }

        var parts = Ln(DoubleDouble.Sum(1.0, x));
        return parts.High + parts.Low;
    }

    /// <summary>The logarithm to base 10; exact for whole powers of ten.</summary>
    public static double Log10(double x) => Scaled(x, PerLn10);

    /// <summary>Decibels of a ratio, 10 log10 x; exact for whole powers of ten.</summary>
    public static double ToDecibel(double x) => Scaled(x, TenPerLn10);

    /// <summary>The logarithm to base 2; exact for whole powers of two.</summary>
    public static double Log2(double x) => Scaled(x, PerLn2);

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

    private static double Edge(double x) =>
        x == 0.0 ? double.NegativeInfinity : x > 0.0 ? x : double.IsNaN(x) ? x : double.NaN;

    private static double Scaled(double x, DoubleDouble factor)
    {
        if (!(x > 0.0) || x > double.MaxValue)
        {
            return Edge(x);
        }

        var product = Parts(x) * factor;
        return product.High + product.Low;
    }

    private static DoubleDouble Parts(double x)
    {
        var reduced = Reduce(x, out var r, out var rest);
        var top = DoubleDouble.Normal(reduced.High, r);
        return reduced.High == 0.0
            ? DoubleDouble.Normal(r, Series(r) + (reduced.Low + rest))
            : DoubleDouble.Normal(top.High, top.Low + ((reduced.Low + rest) + Series(r)));
    }

    // ln x = High + Low + ln(1 + r + rest).
    private static DoubleDouble Reduce(double x, out double r, out double rest)
    {
        var m = Floats.Mantissa(x, out var k);
        var i = (int)((m * 128.0) + 0.5) - 128;
        if (i >= LogarithmTable.Halved)
        {
            m *= 0.5;
            k++;
        }

        // The upper part has 26 bits and the reciprocal ten, so both products are exact.
        var entries = LogarithmTable.Entries;
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
