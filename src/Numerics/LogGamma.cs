namespace InterconnectDsl.Numerics;

/// <summary>The logarithm of the gamma function.</summary>
internal static class LogGamma
{
    private const double HalfLnTwoPi = 0.9189385332046728;

    // ln Gamma(1 + z) / (z (z - 1)) as a polynomial in 2z - 1 for z from 0 to 1: the Chebyshev interpolant of degree 22, within 1e-18.
    private static readonly double[] Near =
    {
        0.4831289505409809, -0.07297994795715304, 0.01572785026864124, -0.003913560937626182,
        0.0010498186644489656, -0.0002945507015196472, 8.510090382507709e-05, -2.5094328668947195e-05,
        7.511391134979752e-06, -2.2742474102383936e-06, 6.948461695085761e-07, -2.1386323384115519e-07,
        6.622899723826762e-08, -2.0621027431854287e-08, 6.448537660005262e-09, -2.016947955623982e-09,
        6.347080630843562e-10, -2.087462069397109e-10, 6.65999498602032e-11, -1.539574800642079e-11,
        4.705387815328287e-12, -3.803618166622363e-12, 1.2510413599689074e-12,
    };

    // What Stirling's formula for ln n! leaves, for n from 0 to 16; the entry for 0 is not used.
    private static readonly double[] Remainders =
    {
        0.0, 0.08106146679532726, 0.0413406959554093, 0.02767792568499834,
        0.020790672103765093, 0.016644691189821193, 0.013876128823070748, 0.01189670994589177,
        0.010411265261972096, 0.009255462182712733, 0.00833056343336287, 0.007573675487951841,
        0.00694284010720953, 0.006408994188004207, 0.0059513701127588475, 0.005554733551962801,
        0.0052076559196096404,
    };

    // Stirling's series, in the inverse square.
    private static readonly double[] RemainderTerms = { 1.0 / 12.0, -1.0 / 360.0, 1.0 / 1260.0, -1.0 / 1680.0, 1.0 / 1188.0 };

    /// <summary>
    /// ln |Gamma(x)|, within 5 units in the last place for positive x; for negative x within 1e-15 absolute or 5 units in the last place, the larger.
    /// Infinite at 0 and the negative whole numbers.
    /// </summary>
    public static double Of(double x)
    {
        if (!(x > 0.0) || x > double.MaxValue)
        {
            return NotPositive(x);
        }

        if (x < 1.0)
        {
            return x < 1e-300 ? -Logarithm.Ln(x) : OnePlus(x) - Logarithm.Ln(x);
        }

        if (x <= 2.0)
        {
            return OnePlus(x - 1.0);
        }

        return x < 17.0 ? Stepped(x) : Stirling(x);
    }

    /// <summary>What Stirling's formula leaves of ln n!, that is ln n! - (n + 1/2) ln n + n - ln(2 pi)/2, for n from 1 on; absolute error below
    /// 1e-17.</summary>
    public static double Remainder(double n)
    {
        if (n <= 16.0 && Math.Floor(n) == n)
        {
            return Remainders[(int)n];
        }

        return Floats.Horner(RemainderTerms, 1.0 / (n * n)) / n;
    }

    // ln Gamma(1 + z) for z from 0 to 1.
    private static double OnePlus(double z) => z * (z - 1.0) * Floats.Horner(Near, (2.0 * z) - 1.0);

    private static double Stepped(double x)
    {
        var z = x - 2.0;
        if (z <= 1.0)
        {
            return Logarithm.Ln1P(z) + OnePlus(z);
        }

        var product = 1.0;
        while (x > 2.0)
        {
            x -= 1.0;
            product *= x;
        }

        return Logarithm.Ln(product) + OnePlus(x - 1.0);
    }

    private static double Stirling(double x)
    {
        if (x > 1e300)
        {
            return x * (Logarithm.Ln(x) - 1.0);
        }

        var main = (Logarithm.Precise(x) * (DoubleDouble.Sum(x, -0.5))) - x;
        return main.High + (main.Low + (HalfLnTwoPi + Remainder(x)));
    }

    private static double NotPositive(double x)
    {
        if (x == 0.0 || double.IsInfinity(x))
        {
            return double.PositiveInfinity;
        }

        if (double.IsNaN(x) || Math.Floor(x) == x)
        {
            return double.IsNaN(x) ? x : double.PositiveInfinity;
        }

        // Gamma(x) Gamma(1 - x) = pi / sin(pi x).
        return Logarithm.Ln(3.141592653589793 / Math.Abs(x * Trigonometry.SinPi(x))) - Of(-x);
    }
}
