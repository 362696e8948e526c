namespace InterconnectDsl.Runtime.Tests.Functions;

/// <summary>Distances of a double from a reference.</summary>
public static class Errors
{
    /// <summary>In units of the last place of the result.</summary>
    public static double Ulps(double actual, (Precise Value, int Exponent) expected)
    {
        var size = Math.Abs(actual);
        var ulp = size == 0.0 ? double.Epsilon : Math.BitIncrement(size) - size;
        return Math.Abs(Difference(actual, expected) / Math.ScaleB(Math.ScaleB(ulp, -expected.Exponent / 2), -expected.Exponent - (-expected.Exponent / 2)));
    }

    /// <summary>Relative to the reference.</summary>
    public static double Relative(double actual, (Precise Value, int Exponent) expected) => Math.Abs(Difference(actual, expected) / expected.Value.High);

    /// <summary>The error of a quantile in units of its last place, from the probability that really belongs to it.</summary>
    public static double OfQuantile(double actual, double probability)
    {
        var size = Math.Abs(actual);
        return RelativeOfQuantile(actual, probability) * size / (Math.BitIncrement(size) - size);
    }

    /// <summary>The relative error of a quantile.</summary>
    public static double RelativeOfQuantile(double actual, double probability)
    {
        // On the right the mirrored probability is exact and has the digits.
        var (x, p) = probability > 0.5 ? (-actual, 1.0 - probability) : (actual, probability);
        var (value, exponent) = References.NormalCdf(x);
        var target = Precise.Scale(Math.ScaleB(p, -exponent / 2), -exponent - (-exponent / 2));
        var miss = (value - target).High / value.High;
        return x == 0.0 ? Math.Abs(miss) : Math.Abs(miss / (References.Hazard(x) * x));
    }

    private static double Difference(double actual, (Precise Value, int Exponent) expected)
    {
        var half = -expected.Exponent / 2;
        var scaled = Math.ScaleB(Math.ScaleB(actual, half), -expected.Exponent - half);
        return (scaled - expected.Value).High;
    }
}
