namespace InterconnectDsl.Runtime.Tests.Functions;

/// <summary>
/// The functions to 25 digits or more, by textbook series and continued fractions in <see cref="Precise"/> arithmetic. They share nothing with the product:
/// no table, no fitted polynomial. A result is Value * 2^Exponent, so that the smallest numbers keep their digits too.
/// </summary>
public static class References
{
    private static readonly Precise Ln2 = new(0.6931471805599453, 2.3190468138462996e-17);
    private static readonly Precise Ln10 = new(2.302585092994046, -2.1707562233822494e-16);
    private static readonly Precise Pi = new(3.141592653589793, 1.2246467991473532e-16);
    private static readonly Precise PerRootPi = new(0.5641895835477563, 7.66772980658294e-18);
    private static readonly Precise RootHalf = new(0.7071067811865476, -4.833646656726457e-17);

    // 1, 1/2, 1/3, ...: a product costs a third of a quotient.
    private static readonly Precise[] Inverse = [0.0, .. Enumerable.Range(1, 400).Select(n => (Precise)1.0 / n)];

    public static (Precise Value, int Exponent) Exp(Precise x)
    {
        // e^x = 2^k (e^(r/64))^64, the inner power from its series, less 1.
        var k = Math.Round(x.High / Ln2.High);
        var r = Precise.Scale(x - (Ln2 * k), -6);
        Precise term = r, sum = r;
        for (var n = 2; n <= 13; n++)
        {
            term = term * r * Inverse[n];
            sum += term;
        }

        for (var i = 0; i < 6; i++)
        {
            sum = (sum * 2.0) + (sum * sum);
        }

        return (sum + 1.0, (int)k);
    }

    public static (Precise Value, int Exponent) Pow10(double x) => Exp(Ln10 * x);

    public static (Precise Value, int Exponent) FromDecibel(double x) => Exp(Ln10 * x / 10.0);

    public static Precise Ln(double x)
    {
        if (Math.Abs(x - 1.0) < 0.01)
        {
            return NearOne(x);
        }

        // Newton's step from the runtime's logarithm: ln x = y + ln(x e^-y), whose argument is 1 to fifteen digits.
        var m = x;
        var k = 0;
        if (x < 1e-290)
        {
            (m, k) = (x * Math.ScaleB(1.0, 200), -200);
        }

        var y = Math.Log(m);
        var (value, exponent) = Exp(-(Precise)y);
        var d = (Precise.Scale(value * Math.ScaleB(m, exponent / 2), exponent - (exponent / 2))) - 1.0;
        return (Ln2 * k) + y + (d - (d * d * 0.5));
    }

    public static Precise Log10(double x) => Ln(x) / Ln10;

    public static Precise ToDecibel(double x) => Ln(x) / Ln10 * 10.0;

    /// <summary>Sine and cosine of 2 pi u for |u| up to 1/8.</summary>
    public static (Precise Sine, Precise Cosine) Eighth(double u)
    {
        var x = Pi * 2.0 * u;
        var square = x * x;
        Precise s = x, c = 1.0, sine = x, cosine = 1.0;
        for (var n = 1; n <= 14; n++)
        {
            c = -c * square * Inverse[2 * n] * Inverse[(2 * n) - 1];
            s = -s * square * Inverse[2 * n] * Inverse[(2 * n) + 1];
            cosine += c;
            sine += s;
        }

        return (sine, cosine);
    }

    public static (Precise Sine, Precise Cosine) SinCosTurns(double u)
    {
        var fraction = Math.IEEERemainder(u, 1.0);
        var quarter = (int)Math.Round(fraction * 4.0);
        var (s, c) = Eighth(fraction - (quarter * 0.25));
        return (quarter & 3) switch
        {
            0 => (s, c),
            1 => (c, -s),
            2 => (-s, -c),
            _ => (-c, s),
        };
    }

    public static (Precise Value, int Exponent) Erfc(Precise x)
    {
        if (x.High < 0.0)
        {
            var (value, exponent) = Erfc(-x);
            return (2.0 - (exponent < -200 ? 0.0 : Precise.Scale(value, exponent)), 0);
        }

        var (power, k) = Exp(-(x * x));
        return x.High < 3.0 ? (1.0 - Precise.Scale(power * Series(x), k), 0) : (power * Fraction(x), k);
    }

    /// <summary>e^(x²) erfc(x).</summary>
    public static (Precise Value, int Exponent) Erfcx(Precise x)
    {
        if (x.High >= 3.0)
        {
            return (Fraction(x), 0);
        }

        var (power, k) = Exp(x * x);
        if (x.High >= 0.0)
        {
            return (Precise.Scale(power, k) - Series(x), 0);
        }

        // Below 0 it is 2 e^(x²) less its value at -x.
        var mirrored = x.High > -3.0 ? Precise.Scale(power, k) - Series(-x) : Fraction(-x);
        return ((power * 2.0) - (k > 200 ? 0.0 : Precise.Scale(mirrored, -k)), k);
    }

    public static (Precise Value, int Exponent) NormalCdf(double x)
    {
        var (value, exponent) = Erfc(-(RootHalf * x));
        return (value * 0.5, exponent);
    }

    /// <summary>The density of the normal distribution divided by its probability up to x, to a few digits.</summary>
    public static double Hazard(double x)
    {
        var (value, exponent) = NormalCdf(x);
        var (density, shift) = Exp(-(Precise)x * x * 0.5);
        return density.High / value.High * Math.ScaleB(1.0, shift - exponent) / Math.Sqrt(2.0 * Math.PI);
    }

    // Twice the area tangent of (x - 1)/(x + 1), by its series.
    private static Precise NearOne(double x)
    {
        var s = (Precise)(x - 1.0) / ((Precise)x + 1.0);
        var square = s * s;
        Precise power = s, sum = s;
        for (var n = 3; n <= 13; n += 2)
        {
            power *= square;
            sum += power * Inverse[n];
        }

        return sum * 2.0;
    }

    // e^(x²) erf(x) = 2/sqrt(pi) (x + 2/3 x³ + 4/15 x^5 + ...), all terms of one sign.
    private static Precise Series(Precise x)
    {
        var square = x * x * 2.0;
        Precise term = x, sum = x;
        for (var n = 1; Math.Abs(term.High) > 1e-33 * Math.Abs(sum.High); n++)
        {
            term = term * square * Inverse[(2 * n) + 1];
            sum += term;
        }

        return sum * PerRootPi * 2.0;
    }

    // The continued fraction of e^(x²) erfc(x), from its far end.
    private static Precise Fraction(Precise x)
    {
        if (x.High > 1e10)
        {
            return PerRootPi / x;
        }

        Precise f = x;
        for (var n = (int)(600.0 / (x.High * x.High)) + 12; n > 0; n--)
        {
            f = x + (new Precise(0.5 * n) / f);
        }

        return PerRootPi / f;
    }
}
