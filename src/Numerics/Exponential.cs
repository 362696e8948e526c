namespace InterconnectDsl.Numerics;

/// <summary>
/// Exponentials: e^x = 2^n 2^(j/16) e^r with |r| at most ln 2 / 32, the middle factor from a table and the last from a polynomial. Each result is within
/// 0.52 units in the last place (subnormal ones within 1) where nothing else is said.
/// </summary>
internal static partial class Exponential
{
    internal const double Curve0 = 0.5000000000000004;
    internal const double Curve1 = 0.16666666666666677;
    internal const double Curve2 = 0.0416666666605662;
    internal const double Curve3 = 0.008333333332402541;
    internal const double Curve4 = 0.0013889112808059014;
    internal const double Curve5 = 0.00019841554336803946;

    /// <summary>1.5 * 2^52: adding it rounds to a whole number, which then stands in the last bits.</summary>
    public const double Rounding = 6755399441055744.0;

    /// <summary>16 / ln 2.</summary>
    public const double PerLn2 = 23.083120654223414;

    /// <summary>ln 2 / 16.</summary>
    public const double Ln2High = 0.04332169878499658;

    /// <summary>What is left of it.</summary>
    public const double Ln2Low = 1.4494042586539372e-18;

    /// <summary>Below it e^x is 0, and above its negative infinite, with room to spare.</summary>
    public const double Largest = 750.0;

    /// <summary>e^x.</summary>
    public static double Exp(double x) => Exp(x, 0.0);

    /// <summary>e^(x + low) for a low part that is small against 1.</summary>
    public static double Exp(double x, double low)
    {
        if (!(Math.Abs(x) < Largest))
        {
            return x >= Largest ? double.PositiveInfinity : x <= -Largest ? 0.0 : x;
        }

        var m = Split(x, low, out var n);
        return Floats.Scale(m, n);
    }

    /// <summary>e^(x) of a sum of two doubles.</summary>
    public static double Exp(DoubleDouble x) => Exp(x.High, x.Low);

    /// <summary>e^(x + low) = m 2^n, where |x| is below <see cref="Largest"/>.</summary>
    public static double Split(double x, double low, out int n)
    {
        var t = Fused.MultiplyAdd(x, PerLn2, Rounding);
        var k = t - Rounding;

        // The remainder is exact, and k times the low part of ln 2 is far below its last place but for large k.
        var a = Fused.MultiplyAdd(k, -Ln2High, x);
        var b = (k * Ln2Low) - low;
        var r = a - b;
        return Assemble(k, r, Fused.MultiplyAdd(r * r, Curve(r), (a - r) - b), out n);
    }

    /// <summary>e^x - 1, within 1.6 units in the last place.</summary>
    public static double ExpM1(double x)
    {
        if (!(x < 710.0))
        {
            return x >= 710.0 ? double.PositiveInfinity : x;
        }

        if (x < -40.0)
        {
            return -1.0;
        }

        var k = Fused.MultiplyAdd(x, PerLn2, Rounding) - Rounding;
        var a = Fused.MultiplyAdd(k, -Ln2High, x);
        var b = k * Ln2Low;
        var r = a - b;
        var rest = Fused.MultiplyAdd(r * r, Curve(r), (a - r) - b);
        if (k == 0.0)
        {
            return r + rest;
        }

        var j = (int)k & 15;
        var n = ((int)k - j) / 16;
        var high = ExponentialTable.High[j];
        var low = Fused.MultiplyAdd(high, r, Fused.MultiplyAdd(high, rest, ExponentialTable.Low[j]));
        if (n > 60)
        {
            return Floats.Scale(high + low, n);
        }

        var scale = Floats.PowerOfTwo(n);
        var whole = DoubleDouble.Sum(high * scale, -1.0);
        return whole.High + (whole.Low + (low * scale));
    }

    /// <summary>2^(k/16) (1 + r + rest) = m 2^n.</summary>
    public static double Assemble(double k, double r, double rest, out int n)
    {
        var j = (int)k & 15;
        n = ((int)k - j) / 16;
        var high = ExponentialTable.High[j];
        var low = ExponentialTable.Low[j];
        return high + Fused.MultiplyAdd(high, r, Fused.MultiplyAdd(high, rest, Fused.MultiplyAdd(low, r, low)));
    }

    // (e^r - 1 - r) / r², within 1.1e-20 / r² for |r| up to ln 2 / 32.
    private static double Curve(double r)
    {
        var p = Fused.MultiplyAdd(Curve5, r, Curve4);
        p = Fused.MultiplyAdd(p, r, Curve3);
        p = Fused.MultiplyAdd(p, r, Curve2);
        p = Fused.MultiplyAdd(p, r, Curve1);
        return Fused.MultiplyAdd(p, r, Curve0);
    }
}
