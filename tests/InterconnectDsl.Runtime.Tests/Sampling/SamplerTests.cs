namespace InterconnectDsl.Runtime.Tests.Sampling;

/// <summary>Samples depend on their numbers alone: not on threads, shards, tiles or lanes.</summary>
public class SamplerTests
{
    private const long Count = 200_000;

    // A kernel without stages hands back what it is given: a number, a draw for all, and the draw of the fourth of two by three things.
    private static readonly KernelLayout Layout = new(
        9, ["z"], [], [], [], [new("x", 1, 2, [2]), new("y", 1, 2, [6]), new("z", 1, 1, [1])], 256) { Draws = [new(2, 77), new(3, 500, 2, 3)] };

    private static readonly Kernel Echo = new(Layout, (_, lanes) => new(Layout, [], [], lanes));

    private static readonly Sampler Sampler = new(Echo, [42.0]);

    [Fact]
    public void Every_sample_is_that_of_its_counter()
    {
        var sink = Sampler.Run(99, 0, Count, () => new Sink());
        foreach (var i in new[] { 0, 1, 255, 256, 4095, 4096, 123_457, 199_999 })
        {
            // The fourth of two by three has the indices 1 and 0: an outer index counts 2^20.
            Assert.Equal(Philox.Draw(new(99), (ulong)i, 77), sink.X[i]);
            Assert.Equal(Philox.Draw(new(99), (ulong)i, 500 + (1 << 20)), sink.Y[i]);
        }
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 0)]
    [InlineData(3, 4)]
    [InlineData(5, 2)]
    public void Threads_and_lanes_change_no_bit(int threads, int lanes)
    {
        if (!LaneWidth.IsSupported(lanes == 0 ? 1 : lanes))
        {
            return;
        }

        var expected = Sampler.Run(7, 0, Count, () => new Sink());
        Same(expected, Sampler.Run(7, 0, Count, () => new Sink(), threads: threads, lanes: lanes));
    }

    [Fact]
    public void Shards_together_are_one_run()
    {
        var expected = Sampler.Run(7, 0, Count, () => new Sink());
        var merged = Sampler.Run(7, 100_096, Count - 100_096, () => new Sink());
        merged.Merge(Sampler.Run(7, 0, 512, () => new Sink()));
        merged.Merge(Sampler.Run(7, 512, 100_096 - 512, () => new Sink()));
        Same(expected, merged);
    }

    [Fact]
    public void What_cannot_be_sampled_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new Sampler(Echo, []));
        Assert.Throws<ArgumentException>(() => new Sampler(Echo, [double.NaN]));
        Assert.Throws<InvalidOperationException>(() => { var run = Echo.Start(); run.Set(0, 1.0); run.Execute(1); });
        Assert.Throws<ArgumentOutOfRangeException>(() => Sampler.Run(1, 17, 100, () => new Sink()));
        Assert.Throws<ArgumentOutOfRangeException>(() => Sampler.Run(1, 0, 100, () => new Sink(), threads: 0));
    }

    private static void Same(Sink expected, Sink actual)
    {
        Assert.Equal(expected.Above, actual.Above);
        Assert.Equal(expected.Moments.Mean, actual.Moments.Mean);
        Assert.Equal(expected.Moments.Variance, actual.Moments.Variance);
        Assert.Equal(Count, actual.Moments.Count);
        Assert.Equal(expected.X.Count, actual.X.Count);
        Assert.All(expected.X.Keys.Where(i => i % 997 == 0), i => Assert.Equal(expected.X[i], actual.X[i]));
    }

    private sealed class Sink : ISampleSink<Sink>
    {
        public Dictionary<long, double> X { get; } = [];

        public Dictionary<long, double> Y { get; } = [];

        public Moments Moments { get; } = new();

        public int Above { get; private set; }

        public void Take(long first, in SampleTile tile)
        {
            var x = tile.Of(0);
            var y = tile.Of(1);
            var z = tile.Of(2);
            Moments.Add(first, x);
            for (var i = 0; i < tile.Count; i++)
            {
                X.Add(first + i, x[i]);
                Y.Add(first + i, y[i]);
                Above += x[i] > y[i] ? 1 : 0;
                Assert.Equal(42.0, z[i]);
            }
        }

        public void Merge(Sink other)
        {
            Moments.Merge(other.Moments);
            Above += other.Above;
            foreach (var (i, x) in other.X)
            {
                X.Add(i, x);
            }
        }
    }
}
