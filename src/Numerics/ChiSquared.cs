namespace InterconnectDsl.Numerics;

/// <summary>Quantiles of the chi-squared distribution, for bounds on failure rates.</summary>
internal static class ChiSquared
{
    /// <summary>
    /// The value that a chi-squared variable of so many degrees of freedom stays below with this probability, within 40 units in the last place: with
    /// confidence c and r failures in T device hours the failure rate is at most Upper(c, 2r + 2) / 2T. 0 at probability 0, infinite at 1, NaN
    /// outside or for degrees not above 0.
    /// </summary>
    public static double Upper(double probability, double degrees)
    {
        if (!(degrees > 0.0) || !Floats.IsFinite(degrees) || !(probability >= 0.0 && probability <= 1.0))
        {
            return double.NaN;
        }

        if (probability == 0.0 || probability == 1.0)
        {
            return probability == 0.0 ? 0.0 : double.PositiveInfinity;
        }

        return degrees == 2.0 ? -2.0 * Logarithm.Ln1P(-probability) : 2.0 * Quantile(0.5 * degrees, probability);
    }

    // Newton's steps on the probability, kept between the bounds that earlier steps have shown.
    private static double Quantile(double shape, double probability)
    {
        var x = Guess(shape, probability);
        var low = 0.0;
        var high = double.PositiveInfinity;
        var upper = probability > 0.5;
        var target = upper ? 1.0 - probability : probability;
        for (var i = 0; i < 200; i++)
        {
            var value = Incomplete(shape, x, upper);
            var above = upper ? value < target : value > target;
            low = above ? low : x;
            high = above ? x : high;
            var step = (upper ? value - target : target - value) / Density(shape, x);
            var next = x + step;
            if (!(next > low && next < high))
            {
                next = double.IsInfinity(high) ? 2.0 * x : 0.5 * (low + high);
            }

            if (Math.Abs(next - x) <= 1e-15 * x)
            {
                return next;
            }

            x = next;
        }

        return x;
    }

    // E. B. Wilson and M. M. Hilferty, "The distribution of chi-square", PNAS 17 (1931); for small results the first term of the series.
    private static double Guess(double shape, double probability)
    {
        var ninth = 1.0 / (9.0 * shape);
        var root = 1.0 - ninth + (NormalDistribution.Inverse(probability) * Math.Sqrt(ninth));
        var cubic = shape * root * root * root;
        return root > 0.2 ? cubic : Exponential.Exp((Logarithm.Ln(probability) + LogGamma.Of(shape + 1.0)) / shape);
    }

    // x^(a-1) e^-x / Gamma(a).
    private static double Density(double a, double x) => Front(a, x) * (a / x);

    // x^a e^-x / Gamma(a + 1), by its deviance for large a.
    private static double Front(double a, double x)
    {
        if (a < 1.0)
        {
            return Power.Pow(x, a) * Exponential.Exp(-x - LogGamma.Of(a + 1.0));
        }

        var deviance = (Logarithm.Ln(a / (DoubleDouble)x) * a) + DoubleDouble.Sum(x, -a);
        var rest = a <= 16.0 && Math.Floor(a) != a ? SmallRemainder(a) : LogGamma.Remainder(a);
        return Exponential.Exp(new DoubleDouble(-rest, 0.0) - deviance) / Math.Sqrt(6.283185307179586 * a);
    }

    // As LogGamma.Remainder, for numbers that are not whole, by stepping up to where the series holds.
    private static double SmallRemainder(double a)
    {
        DoubleDouble sum = 0.0;
        while (a <= 16.0)
        {
            sum += ((Logarithm.Ln((DoubleDouble)(a + 1.0) / a) * (a + 0.5)) - 1.0);
            a += 1.0;
        }

        return sum.High + LogGamma.Remainder(a);
    }

    // The probability below x, or above it.
    private static double Incomplete(double a, double x, bool upper)
    {
        var front = Front(a, x);
        if (x < a + 1.0)
        {
            var below = front * Series(a, x);
            return upper ? 1.0 - below : below;
        }

        var above = front * a * Fraction(a, x);
        return upper ? above : 1.0 - above;
    }

    // The sum of x^n / ((a + 1) ... (a + n)).
    private static double Series(double a, double x)
    {
        var term = 1.0;
        var sum = 1.0;
        for (var n = 1.0; n < 1e7 && term > sum * 1e-17; n += 1.0)
        {
            term *= x / (a + n);
            sum += term;
        }

        return sum;
    }

    // Legendre's continued fraction, from the front (W. J. Lentz, Applied Optics 15, 1976).
    private static double Fraction(double a, double x)
    {
        var b = x + 1.0 - a;
        var c = 1e300;
        var d = 1.0 / b;
        var h = d;
        for (var i = 1.0; i < 1e7; i += 1.0)
        {
            var numerator = i * (a - i);
            b += 2.0;
            d = 1.0 / ((numerator * d) + b);
            c = b + (numerator / c);
            var factor = c * d;
            h *= factor;
            if (Math.Abs(factor - 1.0) < 3e-16)
            {
                break;
            }
        }

        return h;
    }
}
