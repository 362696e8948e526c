namespace InterconnectDsl.Numerics;

/// <summary>
/// Logarithms: x = 2^k m, m times a reciprocal from a table is 1 + a with |a| up to 1/16, and ln(1 + a) comes from a polynomial. Each result is within
/// 0.52 units in the last place. Zero gives minus infinity, a negative number NaN.
/// </summary>
internal static partial class Logarithm
{
    // (ln(1 + a) - a + a²/2) / a³ for -1/32 <= a <= 1/16, even and odd powers apart; within 2.3e-19 / a².
    internal const double Even0 = 0.33333333333333465;
    internal const double Even1 = 0.19999999999322762;
    internal const double Even2 = 0.142857144932451;
    internal const double Even3 = 0.11112689249469185;
    internal const double Even4 = 0.07848205568165992;
    internal const double Odd0 = -0.2500000000001991;
    internal const double Odd1 = -0.1666666657692019;
    internal const double Odd2 = -0.12500125057867828;
    internal const double Odd3 = -0.09952064089620262;

    internal const double Ln2High = 0.6931471805598903; // a multiple of 2^-42, so that its sums with the table's high parts are exact
    internal const double Ln2Low = 5.497923018708371e-14;
    internal const double PerLn10High = 0.4342944819032518; // 1 / ln 10, 10 / ln 10, and what is left of them
    internal const double PerLn10Low = 1.098319650216765e-17;
    internal const double TenPerLn10High = 4.342944819032518;
    internal const double TenPerLn10Low = -1.122126399033548e-16;

    private static readonly DoubleDouble PerLn10 = new(PerLn10High, PerLn10Low);
    private static readonly DoubleDouble TenPerLn10 = new(TenPerLn10High, TenPerLn10Low);
    private static readonly DoubleDouble PerLn2 = new(1.4426950408889634, 2.0355273740931033e-17);

    /// <summary>The natural logarithm.</summary>
    public static double Ln(double x)
    {
        if (!(x > 0.0) || x > double.MaxValue)
        {
            return Edge(x);
        }

        var high = Parts(x, out var low);
        return high + low;
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

    private static double Edge(double x) =>
        x == 0.0 ? double.NegativeInfinity : x > 0.0 ? x : double.IsNaN(x) ? x : double.NaN;

    private static double Scaled(double x, DoubleDouble factor)
    {
        if (!(x > 0.0) || x > double.MaxValue)
        {
            return Edge(x);
        }

        var high = Parts(x, out var low);
        var sum = DoubleDouble.Normal(high, low);
        var product = sum.High * factor.High;
        var rest = Fused.MultiplyAdd(sum.High, factor.High, -product);
        return product + Fused.MultiplyAdd(sum.Low, factor.High, Fused.MultiplyAdd(sum.High, factor.Low, rest));
    }

    // ln x as an unevaluated sum, the second part below 1/32 of the first.
    private static double Parts(double x, out double low)
    {
        var m = Floats.NearOne(x, out var k);
        var j = (int)(BitConverter.DoubleToInt64Bits(m) >> 48) & 15;
        var c = LogarithmTable.Reciprocals[j];
        var p = m * c;
        var a = p - 1.0;

        // ln(1 + a + e) is ln(1 + a) + e (1 - a) to the last place.
        var e = Fused.MultiplyAdd(m, c, -p);
        e = Fused.MultiplyAdd(-a, e, e);
        var high = Fused.MultiplyAdd(k, Ln2High, LogarithmTable.High[j]);
        var rest = Fused.MultiplyAdd(k, Ln2Low, LogarithmTable.Low[j]);
        var sum = high + a;
        var square = a * a;
        var left = -0.5 * Fused.MultiplyAdd(a, a, -square);
        var tail = Fused.MultiplyAdd(a * square, Curve(a, square), left) + (e + rest);
        low = (a - (sum - high)) + Fused.MultiplyAdd(-0.5, square, tail);
        return sum;
    }

    // (ln(1 + a) - a + a²/2) / a³ for -1/32 <= a <= 1/16, even and odd powers apart.
    private static double Curve(double a, double square)
    {
        var even = Fused.MultiplyAdd(Even4, square, Even3);
        even = Fused.MultiplyAdd(even, square, Even2);
        even = Fused.MultiplyAdd(even, square, Even1);
        even = Fused.MultiplyAdd(even, square, Even0);
        var odd = Fused.MultiplyAdd(Odd3, square, Odd2);
        odd = Fused.MultiplyAdd(odd, square, Odd1);
        odd = Fused.MultiplyAdd(odd, square, Odd0);
        return Fused.MultiplyAdd(odd, a, even);
    }
}
