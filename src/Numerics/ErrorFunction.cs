namespace InterconnectDsl.Numerics;

/// <summary>The error function and its complement.</summary>
internal static class ErrorFunction
{
    private const double PerRootPi = 0.5641895835477563;

    // The Maclaurin series of erf(x)/x in x squared; for |x| below 1/2 the next term is below 2^-60.
    private static readonly double[] Near =
    {
        1.1283791670955126, -0.37612638903183754, 0.11283791670955126, -0.026866170645131252,
        0.005223977625442188, -0.0008548327023450853, 0.00012055332981789664, -1.492565035840625e-05,
        1.6462114365889248e-06, -1.6365844691234924e-07, 1.4807192815879218e-08, -1.2290555301717928e-09,
        9.422759064650411e-11, -6.7113668551641105e-12,
    };

    // (1 + 2x) erfcx(x) as a polynomial in t = (x - 3.75)/(x + 3.75): the Chebyshev interpolant of degree 25, within 1e-17 for all x from 0 on. The
    // variable is that of M. M. Shepherd and J. G. Laframboise, "Chebyshev approximation of (1 + 2x) exp(x^2) erfc x", Mathematics of Computation 36
    // (1981).
    private static readonly double[] Far =
    {
        1.2375126308378275, -0.14024059858554702, 0.0035854154854644293, 0.08227673849015102,
        -0.10880393014174886, 0.09230432116019834, -0.05869339858963677, 0.0283622774215156,
        -0.009746579558029276, 0.0017556258324217529, 0.0002937136655913448, -0.00029015397928986765,
        5.164909889268241e-05, 2.2383912036550678e-05, -1.1444146237700524e-05, -9.72849582211122e-07,
        1.751637648849062e-06, -5.826281078800777e-08, -2.5866850716155884e-07, 2.4289762925488707e-08,
        3.8675334242222354e-08, -4.389284159986328e-09, -5.1739902140113095e-09, 5.457157304704688e-10,
        4.2514714447963895e-10, -3.75315827795962e-11,
    };

    /// <summary>erf(x), within 2 units in the last place.</summary>
    public static double Erf(double x)
    {
        var size = Math.Abs(x);
        if (!(size < 6.0))
        {
            return x > 0.0 ? 1.0 : x < 0.0 ? -1.0 : x;
        }

        if (size < 0.5)
        {
            return x * Floats.Horner(Near, x * x);
        }

        var rest = 1.0 - Erfc(size);
        return x < 0.0 ? -rest : rest;
    }

    /// <summary>1 - erf(x), within 4 units in the last place down to where it is subnormal, at x = 26.5; 0 from 27.3 on.</summary>
    public static double Erfc(double x)
    {
        if (!(x < 27.3))
        {
            return x > 0.0 ? 0.0 : x;
        }

        if (x < 0.5)
        {
            return x > -0.5 ? 1.0 - Erf(x) : x < -6.0 ? 2.0 : 2.0 - Erfc(-x);
        }

        var square = DoubleDouble.Product(x, x);
        return Exponential.Exp(-square.High, -square.Low) * Positive(x);
    }

    /// <summary>e^(x²) erfc(x), within 4 units in the last place; infinite below -26.7.</summary>
    public static double Erfcx(double x)
    {
        if (x >= 0.5)
        {
            return Positive(x);
        }

        if (x > -0.5)
        {
            return Exponential.Exp(x * x) * (1.0 - Erf(x));
        }

        if (!(x > -27.0))
        {
            return x <= -27.0 ? double.PositiveInfinity : x;
        }

        var square = DoubleDouble.Product(x, x);
        return (2.0 * Exponential.Exp(square.High, square.Low)) - Positive(-x);
    }

    private static double Positive(double x) =>
        x > 1e17 ? PerRootPi / x : Floats.Horner(Far, (x - 3.75) / (x + 3.75)) / (1.0 + (2.0 * x));
}
