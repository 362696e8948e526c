namespace InterconnectDsl.Numerics;

/// <content>
/// Powers of ten, by the same table: what is left after the whole sixteenths of a factor of two is exact, so decades come out exact.
/// </content>
internal static partial class Exponential
{
    internal const double Pow10Curve0 = 2.6509490552392014;
    internal const double Pow10Curve1 = 2.0346785922934774;
    internal const double Pow10Curve2 = 1.171255148740782;
    internal const double Pow10Curve3 = 0.539382929135335;
    internal const double Pow10Curve4 = 0.2069991859212516;
    internal const double Pow10Curve5 = 0.06809034137889936;
    internal const double DecibelCurve0 = 0.026509490552392014;
    internal const double DecibelCurve1 = 0.0020346785922934776;
    internal const double DecibelCurve2 = 0.00011712551487407821;
    internal const double DecibelCurve3 = 5.39382929135335e-06;
    internal const double DecibelCurve4 = 2.0699918592125158e-07;
    internal const double DecibelCurve5 = 6.809034137889936e-09;

    internal const double LargestPower = 325.0; // below its negative the result is 0, above it infinite
    internal const double Pow10Per = 53.150849518197795; // 16 / log10(2)
    internal const double Pow10High = 0.018814374728998825; // log10(2) / 16, and what is left of it
    internal const double Pow10Low = -1.7523300798657315e-19;
    internal const double Pow10Ln = 2.302585092994046; // ln 10, and what is left of it
    internal const double Pow10LnLow = -2.1707562233822494e-16;

    internal const double LargestDecibel = 3250.0;
    internal const double DecibelPer = 5.31508495181978;
    internal const double DecibelHigh = 0.18814374728998826;
    internal const double DecibelLow = -8.69122398377296e-18;
    internal const double DecibelLn = 0.23025850929940456;
    internal const double DecibelLnLow = 1.1599128504932201e-17;

    /// <summary>10^x; exact for whole x from 0 to 22.</summary>
    public static double Pow10(double x)
    {
        if (!(Math.Abs(x) < LargestPower))
        {
            return x >= LargestPower ? double.PositiveInfinity : x <= -LargestPower ? 0.0 : x;
        }

        var k = Fused.MultiplyAdd(x, Pow10Per, Rounding) - Rounding;
        var a = Fused.MultiplyAdd(k, -Pow10High, x);
        var b = k * Pow10Low;
        var y = a - b;
        var p = Fused.MultiplyAdd(Pow10Curve5, y, Pow10Curve4);
        p = Fused.MultiplyAdd(p, y, Pow10Curve3);
        p = Fused.MultiplyAdd(p, y, Pow10Curve2);
        p = Fused.MultiplyAdd(p, y, Pow10Curve1);
        p = Fused.MultiplyAdd(p, y, Pow10Curve0);
        return Finish(k, y, (a - y) - b, p, Pow10Ln, Pow10LnLow);
    }

    /// <summary>The ratio that a number of decibels stands for, 10^(x/10); exact for multiples of 10 from 0 to 220.</summary>
    public static double FromDecibel(double x)
    {
        if (!(Math.Abs(x) < LargestDecibel))
        {
            return x >= LargestDecibel ? double.PositiveInfinity : x <= -LargestDecibel ? 0.0 : x;
        }

        var k = Fused.MultiplyAdd(x, DecibelPer, Rounding) - Rounding;
        var a = Fused.MultiplyAdd(k, -DecibelHigh, x);
        var b = k * DecibelLow;
        var y = a - b;
        var p = Fused.MultiplyAdd(DecibelCurve5, y, DecibelCurve4);
        p = Fused.MultiplyAdd(p, y, DecibelCurve3);
        p = Fused.MultiplyAdd(p, y, DecibelCurve2);
        p = Fused.MultiplyAdd(p, y, DecibelCurve1);
        p = Fused.MultiplyAdd(p, y, DecibelCurve0);
        return Finish(k, y, (a - y) - b, p, DecibelLn, DecibelLnLow);
    }

    // 2^(k/16) e^((y + low) (ln + lnLow)), whose quadratic and higher terms are y² p.
    private static double Finish(double k, double y, double low, double p, double ln, double lnLow)
    {
        var r = y * ln;
        var rest = Fused.MultiplyAdd(low, ln, Fused.MultiplyAdd(y, lnLow, Fused.MultiplyAdd(y, ln, -r)));
        var m = Assemble(k, r, Fused.MultiplyAdd(y * y, p, rest), out var n);
        return Floats.Scale(m, n);
    }
}
