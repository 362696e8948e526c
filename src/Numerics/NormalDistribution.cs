namespace InterconnectDsl.Numerics;

/// <summary>The standard normal distribution.</summary>
internal static partial class NormalDistribution
{
    internal const double RootHalf = 0.7071067811865476;

    /// <summary>The probability of a value up to x, within 6 units in the last place also far out on the left.</summary>
    public static double Cdf(double x)
    {
        var size = Math.Abs(x);
        if (!(size < 39.0))
        {
            return x > 0.0 ? 1.0 : x < 0.0 ? 0.0 : x;
        }

        var part = size * RootHalf;
        if (part < 0.5)
        {
            return 0.5 * ErrorFunction.Near(-RootHalf * x);
        }

        // The square is exact, so that the exponential keeps its digits.
        var square = size * size;
        var rest = Fused.MultiplyAdd(size, size, -square);
        var m = Exponential.Split(-0.5 * square, -0.5 * rest, out var n);
        var tail = Floats.Scale(m * (0.5 * ErrorFunction.Scaled(part)), n);
        return x > 0.0 ? 1.0 - tail : tail;
    }
}
