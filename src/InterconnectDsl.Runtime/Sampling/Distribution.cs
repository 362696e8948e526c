using System.Globalization;
using InterconnectDsl.Numerics;

namespace InterconnectDsl.Runtime;

/// <summary>
/// How a number is drawn: as the quantile of a uniform number, so one random word makes one draw, and a larger word never a smaller number. The median of each
/// is its nominal value.
/// </summary>
public sealed class Distribution
{
    private Distribution(Shape shape, params double[] numbers)
    {
        Kind = shape;
        Numbers = numbers;
    }

    internal enum Shape
    {
        Normal,
        Lognormal,
        Uniform,
        Triangular,
    }

    internal Shape Kind { get; }

    internal double[] Numbers { get; }

    // The share of the distribution below the draws, and the share that they take.
    internal double Below { get; private init; }

    internal double Share { get; private init; } = 1.0;

    internal double Lowest { get; private init; } = double.NegativeInfinity;

    internal double Highest { get; private init; } = double.PositiveInfinity;

    /// <summary>Normal.</summary>
    /// <param name="mean">The mean; finite.</param>
    /// <param name="sigma">The standard deviation; finite, not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static Distribution Normal(double mean, double sigma) => new(Shape.Normal, Finite(mean), NotNegative(Finite(sigma)));

    /// <summary>Lognormal.</summary>
    /// <param name="median">The median; finite.</param>
    /// <param name="sigma">The standard deviation of the logarithm; finite, not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static Distribution Lognormal(double median, double sigma) => new(Shape.Lognormal, Finite(median), NotNegative(Finite(sigma)));

    /// <summary>Uniform between two finite numbers.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is not finite, or the bounds are in the wrong order.</exception>
    public static Distribution Uniform(double low, double high) => new(Shape.Uniform, Finite(low), NotNegative(Finite(high) - low));

    /// <summary>Triangular between two finite numbers, with a peak between them.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is not finite, or they are in the wrong order.</exception>
    public static Distribution Triangular(double low, double likeliest, double high)
    {
        var (rise, fall) = (NotNegative(Finite(likeliest) - Finite(low)), NotNegative(Finite(high) - likeliest));
        var width = rise + fall;
        return width == 0.0 ? Uniform(low, high) : new(Shape.Triangular, low, high, rise / width, width * rise, width * fall);
    }

    /// <summary>A distribution of which only what lies between two numbers is drawn.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The bounds are in the wrong order, or nothing of the distribution lies between them.</exception>
    public static Distribution Truncated(Distribution inner, double low, double high)
    {
        ArgumentNullException.ThrowIfNull(inner);
        var below = inner.ShareBelow(low);
        var share = inner.ShareBelow(high) - below;
        return low < high && share > 0.0
            ? new(inner.Kind, inner.Numbers) { Below = below, Share = share, Lowest = low, Highest = high }
            : throw new ArgumentOutOfRangeException(nameof(high), high, "Something of the distribution must lie between the bounds.");
    }

    private double ShareBelow(double x)
    {
        if (Share != 1.0)
        {
            throw new ArgumentException("A truncated distribution cannot be truncated again.");
        }

        var (a, b) = (Numbers[0], Numbers[1]);
        return Kind switch
        {
            Shape.Normal => NormalDistribution.Cdf((x - a) / b),
            Shape.Lognormal => x / a > 0.0 ? NormalDistribution.Cdf(Logarithm.Ln(x / a) / b) : 0.0,
            Shape.Uniform => Math.Clamp((x - a) / b, 0.0, 1.0),
            _ => x <= a ? 0.0 : x >= b ? 1.0 : x - a < Numbers[2] * (b - a)
                ? (x - a) * (x - a) / Numbers[3]
                : 1.0 - ((b - x) * (b - x) / Numbers[4]),
        };
    }

    private static double Finite(double number) => double.IsFinite(number) ? number : throw Refused(number);

    private static double NotNegative(double number) => number >= 0.0 && double.IsFinite(number) ? number : throw Refused(number);

    private static ArgumentOutOfRangeException Refused(double number) =>
        new(nameof(number), number, "A distribution's numbers are finite, its spread is not negative, its bounds ascend; got " + number.ToString(CultureInfo.InvariantCulture));
}
