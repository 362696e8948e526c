namespace InterconnectDsl.Numerics;

/// <summary>
/// Exponentials: e^x = 2^n * 2^(j/64) * e^r with |r| at most ln 2 / 128, the middle factor from a table and the last from its Taylor series. Each
/// result is within 0.52 units in the last place (subnormal ones within 1) where nothing else is said.
/// </summary>
internal static class Exponential
{
    private const double PerLn2 = 92.33248261689366; // 64 / ln 2
    private const double Ln2High = 0.010830424696223417; // ln 2 / 64 in 36 bits, so that its products with whole numbers below 2^17 are exact
    private const double Ln2Low = 2.572804622327669e-14;
    private const double PerLog2 = 212.60339807279118; // 64 / log10(2)
    private const double Log2High = 0.004703593682279461;
    private const double Log2Low = -2.975488822994418e-14;
    private const double Ln10 = 2.302585092994046;

    private static readonly double[] WholePowersOfTen =
    {
        1.0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
    };

    /// <summary>e^x.</summary>
    public static double Exp(double x) => Exp(x, 0.0);

    /// <summary>e^(x + low) for a low part that is small against 1.</summary>
    public static double Exp(double x, double low)
    {
        if (!(x < 710.0))
        {
            return x >= 710.0 ? double.PositiveInfinity : x;
        }

        if (x < -746.0)
        {
            return 0.0;
        }

        var k = Math.Floor((x * PerLn2) + 0.5);
        var a = x - (k * Ln2High);
        var b = (k * Ln2Low) - low;
        var r = a - b;
        return Assemble((int)k, r, (a - r) - b);
    }

    /// <summary>e^(x) of a sum of two doubles.</summary>
    public static double Exp(DoubleDouble x) => Exp(x.High, x.Low);

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

        var k = Math.Floor((x * PerLn2) + 0.5);
        var a = x - (k * Ln2High);
        var b = k * Ln2Low;
        var r = a - b;
        var p = r + (((a - r) - b) + Tail(r));
        if (k == 0.0)
        {
            return p;
        }

        var j = (int)k & 63;
        var n = ((int)k - j) / 64;
        var high = ExponentialTable.Powers[2 * j];
        var rest = ExponentialTable.Powers[(2 * j) + 1] + (high * p);
        if (n > 60)
        {
            return Floats.Scale(high + rest, n);
        }

        var scale = Floats.PowerOfTwo(n);
        var whole = DoubleDouble.Sum(high * scale, -1.0);
        return whole.High + (whole.Low + (rest * scale));
    }

    /// <summary>10^x; exact for whole x from 0 to 22.</summary>
    public static double Pow10(double x)
    {
        if (x >= -22.0 && x <= 22.0 && Math.Floor(x) == x)
        {
            return WholePower((int)x);
        }

        if (!(x < 310.0))
        {
            return x >= 310.0 ? double.PositiveInfinity : x;
        }

        if (x < -325.0)
        {
            return 0.0;
        }

        var k = Math.Floor((x * PerLog2) + 0.5);
        var r = ((x - (k * Log2High)) - (k * Log2Low)) * Ln10;
        return Assemble((int)k, r, 0.0);
    }

    /// <summary>The ratio that a number of decibels stands for, 10^(x/10); exact for multiples of 10 from 0 to 220.</summary>
    public static double FromDecibel(double x)
    {
        if (x >= -220.0 && x <= 220.0 && Math.Floor(x / 10.0) * 10.0 == x)
        {
            return WholePower((int)(x / 10.0));
        }

        if (!(x < 3100.0))
        {
            return x >= 3100.0 ? double.PositiveInfinity : x;
        }

        if (x < -3250.0)
        {
            return 0.0;
        }

        var k = Math.Floor((x * (PerLog2 / 10.0)) + 0.5);
        var r = ((x - (k * DecibelHigh)) - (k * DecibelLow)) * (Ln10 / 10.0);
        return Assemble((int)k, r, 0.0);
    }

    private const double DecibelHigh = 0.04703593682279461; // 10 log10(2) / 64 in 36 bits
    private const double DecibelLow = -2.975488822994418e-13;

    private static double WholePower(int n) => n >= 0 ? WholePowersOfTen[n] : 1.0 / WholePowersOfTen[-n];

    // 2^(k/64) * e^(r + low).
    private static double Assemble(int k, double r, double low)
    {
        var p = r + (low + Tail(r));
        var j = k & 63;
        var high = ExponentialTable.Powers[2 * j];
        return Floats.Scale(high + (ExponentialTable.Powers[(2 * j) + 1] + (high * p)), (k - j) / 64);
    }

    // e^r - 1 - r for |r| below 0.006: the next term of the series is below 2^-64 of r.
    private static double Tail(double r) =>
        r * r * (0.5 + (r * ((1.0 / 6.0) + (r * ((1.0 / 24.0) + (r * ((1.0 / 120.0) + (r * (1.0 / 720.0)))))))));
}
