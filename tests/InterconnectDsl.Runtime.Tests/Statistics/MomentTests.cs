namespace InterconnectDsl.Runtime.Tests.Statistics;

/// <summary>Mean, variance and extremes: against published values, and the same for any split of the samples.</summary>
public class MomentTests
{
    // NIST/ITL StRD, univariate summary statistics: the data are defined by their construction, the mean and the standard deviation are certified exact.
    public static TheoryData<string, double, double, double> Certified => new()
    {
        { "NumAcc1", 10000002.0, 1.0, 3 },
        { "NumAcc2", 1.2, 0.1, 1001 },
        { "NumAcc3", 1000000.2, 0.1, 1001 },
        { "NumAcc4", 10000000.2, 0.1, 1001 },
    };

    [Theory]
    [MemberData(nameof(Certified))]
    public void Certified_means_and_deviations_are_met(string name, double mean, double deviation, int count)
    {
        var moments = new Moments();
        moments.Add(0, Data(name, mean));
        Assert.Equal(count, moments.Count);
        Assert.Equal(mean, moments.Mean, 1e-15 * mean);

        // The data themselves are rounded to doubles: a tenth in the last place of the largest.
        Assert.Equal(deviation, Math.Sqrt(moments.Variance), 1e-15 + (2e-16 * mean));
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(4096)]
    [InlineData(100_000)]
    public void The_first_whole_numbers(int n)
    {
        // Mean (n + 1)/2 and variance n (n + 1)/12.
        var moments = new Moments();
        moments.Add(0, [.. Enumerable.Range(1, n).Select(i => (double)i)]);
        Assert.Equal((n + 1) / 2.0, moments.Mean, 1e-15 * n);
        Assert.Equal(n * (n + 1.0) / 12.0, moments.Variance, 1e-14 * n * n);
        Assert.Equal((1.0, (double)n), (moments.Minimum, moments.Maximum));
    }

    [Fact]
    public void Any_split_in_any_order_gives_the_same_bits()
    {
        var random = new System.Random(8);
        double[] samples = [.. Enumerable.Range(0, 300_001).Select(i => i % 9973 == 5 ? double.NaN : Math.Exp(3.0 * random.NextDouble()) - 2.0)];
        var whole = new Moments();
        whole.Add(0, samples);
        for (var trial = 0; trial < 30; trial++)
        {
            int[] cuts = [0, .. Enumerable.Range(0, random.Next(1, 40)).Select(_ => random.Next(samples.Length)).Order().Distinct(), samples.Length];
            var shards = cuts.Zip(cuts.Skip(1)).Select(c => Shard(samples, c.First, c.Second, random.Next(1, 9000))).OrderBy(_ => random.Next()).ToList();
            var merged = shards[0];
            shards.Skip(1).ToList().ForEach(merged.Merge);
            Assert.Equal(Bits(whole), Bits(merged));
        }
    }

    [Theory]
    [MemberData(nameof(Widths.All), MemberType = typeof(Widths))]
    public void Every_width_gives_the_same_bits(int lanes)
    {
        var random = new System.Random(9);
        double[] samples = [.. Enumerable.Range(0, 1237).Select(i => i % 100 == 3 ? double.NaN : random.NextDouble() - 0.3)];
        var (one, other) = (new BlockWork(samples), new BlockWork(samples));
        LaneWidth.Run(ref one, 1);
        LaneWidth.Run(ref other, lanes);
        Assert.Equal(one.Total, other.Total);
        Assert.Equal(samples.Where(x => !double.IsNaN(x)).Average(), one.Total.Mean, 1e-15);
    }

    [Fact]
    public void What_is_missing_takes_no_part()
    {
        var moments = new Moments();
        moments.Add(0, [double.NaN, 2.0, double.NaN, 4.0, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, 6.0]);
        Assert.Equal((3L, 7L, 10L), (moments.Count, moments.Missing, moments.Samples));
        Assert.Equal((4.0, 4.0, 2.0, 6.0), (moments.Mean, moments.Variance, moments.Minimum, moments.Maximum));
    }

    [Fact]
    public void Of_nothing_there_is_no_mean()
    {
        var moments = new Moments();
        Assert.Equal((double.NaN, double.NaN, double.NaN, double.NaN), (moments.Mean, moments.Variance, moments.Minimum, moments.Maximum));
        moments.Add(0, [double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN]);
        Assert.Equal((0L, 9L), (moments.Count, moments.Missing));
        Assert.Equal(double.NaN, moments.Mean);
    }

    [Fact]
    public void An_infinite_sample_is_an_extreme()
    {
        var moments = new Moments();
        moments.Add(0, [1.0, double.PositiveInfinity, 3.0]);
        Assert.Equal((1.0, double.PositiveInfinity, double.PositiveInfinity), (moments.Minimum, moments.Maximum, moments.Mean));
        Assert.Equal(double.NaN, moments.Variance);
    }

    [Fact]
    public void A_negative_number_of_a_sample_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new Moments().Add(-1, [1.0]));

    private static double[] Data(string name, double mean)
    {
        if (name == "NumAcc1")
        {
            return [10000001, 10000003, 10000002];
        }

        // The mean first, then a tenth below and above it in turn.
        var (below, above) = name == "NumAcc2" ? (1.1, 1.3) : name == "NumAcc3" ? (1000000.1, 1000000.3) : (10000000.1, 10000000.3);
        return [mean, .. Enumerable.Range(0, 1000).Select(i => i % 2 == 0 ? below : above)];
    }

    private static Moments Shard(double[] samples, int from, int to, int step)
    {
        var moments = new Moments();
        for (var i = from; i < to; i += step)
        {
            moments.Add(i, samples.AsSpan(i, Math.Min(step, to - i)));
        }

        return moments;
    }

    private static (long, long, long, long, long) Bits(Moments m) =>
        (m.Count, BitConverter.DoubleToInt64Bits(m.Mean), BitConverter.DoubleToInt64Bits(m.Variance), BitConverter.DoubleToInt64Bits(m.Minimum), BitConverter.DoubleToInt64Bits(m.Maximum));

    private sealed class BlockWork(double[] samples) : ILaneWork
    {
        public Moment Total { get; private set; }

        public void Run<T>()
            where T : struct, ILanes<T>
        {
            var block = new MomentBlock();
            block.Add<T>(samples.AsSpan(0, 256));
            block.Add<T>(samples.AsSpan(256));
            Total = block.Total();
        }
    }
}
