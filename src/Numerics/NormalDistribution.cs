namespace InterconnectDsl.Numerics;

/// <summary>The standard normal distribution.</summary>
internal static class NormalDistribution
{
    private const double RootHalf = 0.7071067811865476;
    private const double RootTwoPi = 2.5066282746310007;
    private const double RootHalfPi = 1.2533141373155003;

    /// <summary>The probability of a value up to x, within 6 units in the last place also far out on the left.</summary>
    public static double Cdf(double x)
    {
        if (double.IsNaN(x))
        {
            return x;
        }

        if (x > -0.7 && x < 0.7)
        {
            return 0.5 + (0.5 * ErrorFunction.Erf(x * RootHalf));
        }

        return x > 0.0 ? 1.0 - Tail(x) : Tail(-x);
    }

    /// <summary>
    /// The value that is not exceeded with probability p, within 5 units in the last place; infinite at 0 and 1, NaN outside. A first guess
    /// (Abramowitz and Stegun, 26.2.23) is refined by three of Halley's steps.
    /// </summary>
    public static double Inverse(double p)
    {
        if (!(p > 0.0 && p < 1.0))
        {
            return p == 0.0 ? double.NegativeInfinity : p == 1.0 ? double.PositiveInfinity : double.NaN;
        }

        if (p > 0.25 && p < 0.75)
        {
            return Central(p - 0.5);
        }

        return p < 0.5 ? -Upper(p) : Upper(1.0 - p);
    }

    // The probability of a value above x, for positive x. The square is exact, so that the exponential keeps its digits.
    private static double Tail(double x)
    {
        if (x > 39.0)
        {
            return 0.0;
        }

        var square = DoubleDouble.Product(x, x);
        return 0.5 * Exponential.Exp(-0.5 * square.High, -0.5 * square.Low) * ErrorFunction.Erfcx(x * RootHalf);
    }

    private static double Guess(double q)
    {
        var t = Math.Sqrt(-2.0 * Logarithm.Ln(q));
        return t - ((2.515517 + (t * (0.802853 + (t * 0.010328)))) / (1.0 + (t * (1.432788 + (t * (0.189269 + (t * 0.001308)))))));
    }

    // The value exceeded with probability q, below 1/4 or so.
    private static double Upper(double q)
    {
        var x = Guess(q);
        for (var i = 0; i < 3; i++)
        {
            // (tail - q) / density, both divided by e^(-x²/2) so that nothing underflows.
            var square = DoubleDouble.Product(x, x);
            var grown = Exponential.Exp((0.5 * square.High) + Logarithm.Ln(q), 0.5 * square.Low);
            var step = (RootHalfPi * ErrorFunction.Erfcx(x * RootHalf)) - (RootTwoPi * grown);
            x += step / (1.0 + (0.5 * x * step));
        }

        return x;
    }

    // The value up to which the probability is 1/2 + d.
    private static double Central(double d)
    {
        if (d == 0.0)
        {
            return 0.0;
        }

        var x = d < 0.0 ? -Guess(0.5 + d) : Guess(0.5 - d);
        for (var i = 0; i < 3; i++)
        {
            var error = (0.5 * ErrorFunction.Erf(x * RootHalf)) - d;
            var step = error * RootTwoPi * Exponential.Exp(0.5 * x * x);
            x -= step / (1.0 + (0.5 * x * step));
        }

        return x;
    }
}
