namespace InterconnectDsl.Runtime.Tests.Statistics;

/// <summary>Counts in bins.</summary>
public class HistogramTests
{
    [Fact]
    public void A_bin_contains_its_lower_bound_and_what_lies_outside_is_counted_apart()
    {
        var histogram = new Histogram(-1.0, 1.0, 4);
        histogram.Add([-1.0, -0.5, -0.25, 0.0, 0.999, 1.0, 5.0, -1.0001, double.NaN, double.PositiveInfinity, double.NegativeInfinity]);
        Assert.Equal([1L, 2, 1, 1], histogram.Counts);
        Assert.Equal((2L, 3L, 1L), (histogram.Below, histogram.Above, histogram.Missing));
    }

    [Fact]
    public void Shards_together_count_what_one_run_counts()
    {
        var random = new System.Random(1);
        double[] samples = [.. Enumerable.Range(0, 10_000).Select(_ => (6.0 * random.NextDouble()) - 3.0)];
        Histogram Of(int from, int to)
        {
            var histogram = new Histogram(-2.0, 2.0, 64);
            histogram.Add(samples.AsSpan(from, to - from));
            return histogram;
        }

        var (whole, merged) = (Of(0, 10_000), Of(3_333, 10_000));
        merged.Merge(Of(0, 3_333));
        Assert.Equal(whole.Counts, merged.Counts);
        Assert.Equal((whole.Below, whole.Above), (merged.Below, merged.Above));
        Assert.Equal(samples.Count(x => x is >= 0.0 and < 0.0625), whole.Counts[32]);
    }

    [Fact]
    public void Bins_that_are_none_or_others_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Histogram(0.0, 1.0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Histogram(1.0, 1.0, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Histogram(0.0, double.NaN, 5));
        Assert.Throws<ArgumentException>(() => new Histogram(0.0, 1.0, 5).Merge(new Histogram(0.0, 2.0, 5)));
    }
}
