using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Runtime;

namespace InterconnectDsl.Studies;

/// <summary>What a figure over samples may be in truth: the estimate, and the ends of its two-sided 95 % confidence interval.</summary>
/// <param name="Estimate">What the samples say.</param>
/// <param name="Low">The lower end.</param>
/// <param name="High">The upper end.</param>
/// <param name="Samples">Of how many samples it is the share; 0 for what is no share.</param>
public readonly record struct ConfidenceInterval(double Estimate, double Low, double High, double Samples = 0)
{
    // The normal quantile at 97.5 %.
    private const double Z = 1.959963984540054;

    /// <summary>The interval of a figure.</summary>
    /// <param name="figure">What is asked.</param>
    /// <param name="samples">The samples of what it is of.</param>
    /// <param name="share">The share of a quantile.</param>
    public static ConfidenceInterval Of(SampledFigure figure, Statistics samples, double share) => figure.Function switch
    {
        "probability" => OfShare(samples.Passed, samples.Samples),
        "quantile" => OfQuantile(samples, share),
        _ => OfDeviation(samples),
    };

    /// <summary>
    /// The share of what passes: the score interval, which also holds where nothing or everything passes. E. B. Wilson, "Probable inference, the law of
    /// succession, and statistical inference", J. Am. Stat. Assoc. 22 (1927) 209.
    /// </summary>
    /// <param name="passed">How many pass, of <paramref name="samples"/>.</param>
    /// <param name="samples">How many there are, at least one.</param>
    public static ConfidenceInterval OfShare(double passed, double samples)
    {
        var n = samples;
        var p = passed / n;
        var middle = (p + (Z * Z / (2 * n))) / (1 + (Z * Z / n));
        var half = Z / (1 + (Z * Z / n)) * Math.Sqrt((p * (1 - p) / n) + (Z * Z / (4 * n * n)));
        return new(p, passed == 0 ? 0 : middle - half, passed == samples ? 1 : middle + half, samples);
    }

    /// <summary>The interval that so many times the samples would give, if they said the same.</summary>
    /// <param name="factor">At least 1.</param>
    public ConfidenceInterval With(double factor) => Samples > 0
        ? OfShare(Estimate * Samples * factor, Samples * factor)
        : new(Estimate, Estimate - ((Estimate - Low) / Math.Sqrt(factor)), Estimate + ((High - Estimate) / Math.Sqrt(factor)));

    // The samples whose ranks lie so far on either side as the number of samples below the true quantile spreads: whatever the distribution.
    private static ConfidenceInterval OfQuantile(Statistics samples, double share)
    {
        var half = Z * Math.Sqrt(share * (1 - share) / Math.Max(1, samples.Samples - samples.Missing));
        return new(samples.Quantile(share), samples.Quantile(Math.Max(0, share - half)), samples.Quantile(Math.Min(1, share + half)));
    }

    // As for a normal figure of many samples, whose deviation spreads by a share of 1 in the square root of 2 (n - 1).
    private static ConfidenceInterval OfDeviation(Statistics samples)
    {
        var half = Z * samples.Deviation / Math.Sqrt(2.0 * Math.Max(1, samples.Samples - samples.Missing - 1));
        return new(samples.Deviation, samples.Deviation - half, samples.Deviation + half);
    }
}
