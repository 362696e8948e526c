using InterconnectDsl.Runtime;

namespace InterconnectDsl.Benchmarks.Kernels;

/// <summary>What the Monte Carlo keeps: mean, spread and extremes of the margin, its histogram, the mean error ratio, and how many samples close.</summary>
internal sealed class MarginSink : ISampleSink<MarginSink>
{
    public Moments Margin { get; } = new();

    public Moments Errors { get; } = new();

    public Histogram Bins { get; } = new(-6.0, 10.0, 256);

    public long Passed { get; private set; }

    public void Take(long first, in SampleTile tile)
    {
        var margin = tile.Of(0);
        Margin.Add(first, margin);
        Errors.Add(first, tile.Of(1));
        Bins.Add(margin);
        Passed += tile.Holding(2);
    }

    public void Merge(MarginSink other)
    {
        Margin.Merge(other.Margin);
        Errors.Merge(other.Errors);
        Bins.Merge(other.Bins);
        Passed += other.Passed;
    }
}
