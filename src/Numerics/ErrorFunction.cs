namespace InterconnectDsl.Numerics;

/// <summary>The error function and its complement.</summary>
internal static class ErrorFunction
{
    internal const double Slope0 = 1.1283791670955126;
    internal const double Slope1 = -0.37612638903183465;
    internal const double Slope2 = 0.11283791670924793;
    internal const double Slope3 = -0.026866170632709737;
    internal const double Slope4 = 0.005223977370232531;
    internal const double Slope5 = -0.0008548297516432447;
    internal const double Slope6 = 0.00012053323938651418;
    internal const double Slope7 = -1.4845574535613559e-05;
    internal const double Slope8 = 1.4723123561133434e-06;

    internal const double Even0 = 1.2423492448711544;
    internal const double Even1 = -0.010555596332221669;
    internal const double Even2 = -0.11508959816003075;
    internal const double Even3 = -0.04882332583088402;
    internal const double Even4 = -0.004215019879774186;
    internal const double Even5 = 0.0005643842668705102;
    internal const double Even6 = -4.2781739959539994e-05;
    internal const double Even7 = 2.3273309537791425e-06;
    internal const double Even8 = -4.309237398316666e-08;
    internal const double Even9 = -8.611571571113718e-09;
    internal const double Even10 = 6.651894382376532e-10;
    internal const double Even11 = 6.040390099342991e-11;

    internal const double Odd0 = -0.1400091801376197;
    internal const double Odd1 = 0.09751909515328706;
    internal const double Odd2 = 0.08798315382403678;
    internal const double Odd3 = 0.019099330953271165;
    internal const double Odd4 = -0.0003022679534333239;
    internal const double Odd5 = -0.00012151212091980101;
    internal const double Odd6 = 2.4260300984917994e-05;
    internal const double Odd7 = -3.814012584490695e-06;
    internal const double Odd8 = 6.014823849950426e-07;
    internal const double Odd9 = -9.64004253144383e-08;
    internal const double Odd10 = 1.3624442778701048e-08;
    internal const double Odd11 = -1.1656687889203665e-09;

    internal const double PerRootPi = 0.5641895835477563;

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
            return x * Slope(x * x);
        }

        var rest = 1.0 - Erfc(size);
        return x < 0.0 ? -rest : rest;
    }

    /// <summary>1 - erf(x), within 4 units in the last place down to where it is subnormal, at x = 26.5; 0 from 27.3 on.</summary>
    public static double Erfc(double x)
    {
        var size = Math.Abs(x);
        if (!(size < 28.0))
        {
            return x > 0.0 ? 0.0 : x < 0.0 ? 2.0 : x;
        }

        if (size < 0.5)
        {
            return Near(x);
        }

        var square = size * size;
        var m = Exponential.Split(-square, -Fused.MultiplyAdd(size, size, -square), out var n);
        var rest = Floats.Scale(m * Scaled(size), n);
        return x < 0.0 ? 2.0 - rest : rest;
    }

    /// <summary>e^(x²) erfc(x), within 4 units in the last place; infinite below -26.7.</summary>
    public static double Erfcx(double x)
    {
        if (!(x < 0.5))
        {
            return x > 1e17 ? PerRootPi / x : double.IsNaN(x) ? x : Scaled(x);
        }

        if (x < -28.0)
        {
            return double.PositiveInfinity;
        }

        var square = x * x;
        var grown = Exponential.Exp(square, Fused.MultiplyAdd(x, x, -square));
        return x > -0.5 ? grown * Near(x) : (2.0 * grown) - Scaled(-x);
    }

    /// <summary>erfc(x) for |x| below 1/2.</summary>
    public static double Near(double x) => 1.0 - (x * Slope(x * x));

    /// <summary>
    /// e^(x²) erfc(x) for x from 0 to 1e100. (1 + 2x) erfcx(x) is a polynomial in q = (x - 3.5)/(x + 3.5), Chebyshev's interpolant of degree 23, within
    /// 2.4e-17; the form of the variable is that of M. M. Shepherd and J. G. Laframboise, "Chebyshev approximation of (1 + 2x) exp(x^2) erfc x",
    /// Mathematics of Computation 36 (1981).
    /// </summary>
    public static double Scaled(double x)
    {
        // One division serves for both quotients; what the second one's rounding lost is made good.
        var a = x + 3.5;
        var b = Fused.MultiplyAdd(x, 2.0, 1.0);
        var r = 1.0 / (a * b);
        var q = (x - 3.5) * (r * b);
        var square = q * q;
        var p = Fused.MultiplyAdd(Odd(square), q, Even(square));
        var perB = r * a;
        var h = p * perB;
        return Fused.MultiplyAdd(Fused.MultiplyAdd(-h, b, p), perB, h);
    }

    // erf(x)/x for |x| below 1/2, within 4e-18.
    private static double Slope(double square)
    {
        var p = Fused.MultiplyAdd(Slope8, square, Slope7);
        p = Fused.MultiplyAdd(p, square, Slope6);
        p = Fused.MultiplyAdd(p, square, Slope5);
        p = Fused.MultiplyAdd(p, square, Slope4);
        p = Fused.MultiplyAdd(p, square, Slope3);
        p = Fused.MultiplyAdd(p, square, Slope2);
        p = Fused.MultiplyAdd(p, square, Slope1);
        return Fused.MultiplyAdd(p, square, Slope0);
    }

    private static double Even(double square)
    {
        var p = Fused.MultiplyAdd(Even11, square, Even10);
        p = Fused.MultiplyAdd(p, square, Even9);
        p = Fused.MultiplyAdd(p, square, Even8);
        p = Fused.MultiplyAdd(p, square, Even7);
        p = Fused.MultiplyAdd(p, square, Even6);
        p = Fused.MultiplyAdd(p, square, Even5);
        p = Fused.MultiplyAdd(p, square, Even4);
        p = Fused.MultiplyAdd(p, square, Even3);
        p = Fused.MultiplyAdd(p, square, Even2);
        p = Fused.MultiplyAdd(p, square, Even1);
        return Fused.MultiplyAdd(p, square, Even0);
    }

    private static double Odd(double square)
    {
        var p = Fused.MultiplyAdd(Odd11, square, Odd10);
        p = Fused.MultiplyAdd(p, square, Odd9);
        p = Fused.MultiplyAdd(p, square, Odd8);
        p = Fused.MultiplyAdd(p, square, Odd7);
        p = Fused.MultiplyAdd(p, square, Odd6);
        p = Fused.MultiplyAdd(p, square, Odd5);
        p = Fused.MultiplyAdd(p, square, Odd4);
        p = Fused.MultiplyAdd(p, square, Odd3);
        p = Fused.MultiplyAdd(p, square, Odd2);
        p = Fused.MultiplyAdd(p, square, Odd1);
        return Fused.MultiplyAdd(p, square, Odd0);
    }
}
