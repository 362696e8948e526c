using System.Numerics;

namespace InterconnectDsl.Runtime;

/// <summary>
/// What is kept of one figure over the samples of a study: mean, variance, extremes, quantiles, and how many samples pass. The same samples give the same bits,
/// whatever the number of threads. Numbers are in the unit of the figure. A sample in which the figure is absent or has failed is missing: it takes no part in
/// mean, variance, extremes and quantiles, and does not pass.
/// </summary>
/// <param name="atLeast">A sample passes when the figure is at least this: 0 for a margin; 1 for a condition, which is 1 where it holds and 0 where not.</param>
/// <param name="quantiles">Whether quantiles are kept, which takes a few nanoseconds a sample.</param>
public sealed class Statistics(double atLeast = 0.0, bool quantiles = true)
{
    private readonly Moments moments = new();
    private readonly QuantileSketch? sketch = quantiles ? new() : null;

    /// <summary>A sample passes when the figure is at least this.</summary>
    public double AtLeast => atLeast;

    /// <summary>How many samples there are, the missing ones included.</summary>
    public long Samples => moments.Samples;

    /// <summary>In how many samples the figure is absent or has failed.</summary>
    public long Missing => moments.Missing;

    /// <summary>How many samples pass.</summary>
    public long Passed { get; private set; }

    /// <summary>The share of the samples that pass, the missing ones counted as not passing; NaN of none.</summary>
    public double Yield => Samples == 0 ? double.NaN : (double)Passed / Samples;

    /// <summary>The mean; NaN of none.</summary>
    public double Mean => moments.Mean;

    /// <summary>The sample variance, with one degree of freedom less than there are samples; NaN of fewer than two.</summary>
    public double Variance => moments.Variance;

    /// <summary>The square root of <see cref="Variance"/>.</summary>
    public double Deviation => Math.Sqrt(Variance);

    /// <summary>The smallest; NaN of none.</summary>
    public double Minimum => moments.Minimum;

    /// <summary>The largest; NaN of none.</summary>
    public double Maximum => moments.Maximum;

    /// <summary>The number below which a share of the samples lies, within 2^-11 (0.05 %) of it; NaN of none.</summary>
    /// <param name="share">The share, from 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is not between 0 and 1.</exception>
    /// <exception cref="InvalidOperationException">Quantiles are not kept.</exception>
    public double Quantile(double share)
    {
        var found = (sketch ?? throw new InvalidOperationException("No quantiles are kept here.")).Quantile(share);
        return double.IsNaN(found) ? found : Math.Clamp(found, Minimum, Maximum);
    }

    /// <summary>Adds samples whose numbers follow each other. No sample may be added twice.</summary>
    /// <param name="first">The number of the first one in the whole study.</param>
    /// <param name="samples">The samples.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public void Add(long first, ReadOnlySpan<double> samples)
    {
        moments.Add(first, samples);
        sketch?.Add(samples);
        Passed += CountAtLeast(samples);
    }

    /// <summary>Adds what another one has of other samples.</summary>
    /// <exception cref="ArgumentException">The other one keeps something else.</exception>
    public void Merge(Statistics other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.AtLeast != atLeast || other.sketch is null != sketch is null)
        {
            throw new ArgumentException("Both must keep the same.", nameof(other));
        }

        moments.Merge(other.moments);
        sketch?.Merge(other.sketch!);
        Passed += other.Passed;
    }

    /// <summary>One without samples that keeps the same.</summary>
    internal Statistics Empty() => new(atLeast, sketch is not null);

    private long CountAtLeast(ReadOnlySpan<double> samples)
    {
        var (limit, passed, at) = (new Vector<double>(atLeast), Vector<long>.Zero, 0);
        for (; at + Vector<double>.Count <= samples.Length; at += Vector<double>.Count)
        {
            passed -= Vector.GreaterThanOrEqual(new Vector<double>(samples[at..]), limit);
        }

        var count = Vector.Sum(passed);
        for (; at < samples.Length; at++)
        {
            count += samples[at] >= atLeast ? 1 : 0;
        }

        return count;
    }
}
