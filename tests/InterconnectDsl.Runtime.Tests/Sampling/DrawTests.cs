using InterconnectDsl.Numerics;

namespace InterconnectDsl.Runtime.Tests.Sampling;

/// <summary>Draws against quantiles and moments known in closed form.</summary>
public class DrawTests
{
    private const int Count = 1 << 20;

    // Mean and variance. Lognormal: m e^(s²/2) and m² e^(s²) (e^(s²) - 1). Triangular: (a + b + c)/3 and (a² + b² + c² - ab - ac - bc)/18. The normal cut off at
    // one sigma: 1 - 2 phi(1)/(2 Phi(1) - 1) = 0.291125; the uniform cut in half.
    public static TheoryData<string, double, double> Shapes => new()
    {
        { "normal", 3.0, 4.0 },
        { "lognormal", 2.0 * 1.0201340, 4.0 * 1.0408108 * 0.0408108 },
        { "uniform", 0.5, 2.25 / 12.0 * 4.0 },
        { "triangular", 3.8666667, 0.1755556 },
        { "truncated normal", 0.0, 0.2911251 },
        { "truncated uniform", 0.75, 0.0208333 },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Draws_have_the_moments_of_their_distribution(string name, double mean, double variance)
    {
        var moments = new Moments();
        moments.Add(0, Draw(name, 8 <= LaneWidth.Best ? 8 : LaneWidth.Best, full: true));

        // Four standard errors; a fourth moment below nine squared variances.
        Assert.Equal(mean, moments.Mean, 4.0 * Math.Sqrt(variance / Count));
        Assert.Equal(variance, moments.Variance, 12.0 * variance / Math.Sqrt(Count));
    }

    [Fact]
    public void Known_quantiles()
    {
        // The words 0, 2^30, 2^31 and all ones are 2^-33, 1/4, 1/2 and 1 - 2^-33, each a 2^-33 further; the normal quantiles by mpmath.
        double[] words = [.. new[] { 0u, 1u << 30, 1u << 31, uint.MaxValue }.Concat(new uint[4]).Select(w => BitConverter.UInt64BitsToDouble(w))];
        Assert.Equal([-6.337957754553789, -0.6744897498297384, 2.918099372916623e-10, 6.337957754553789], Of(Distribution.Normal(0.0, 1.0), words), (a, b) => Math.Abs(a - b) < 1e-14 * Math.Max(1.0, Math.Abs(a)));
        Assert.Equal([-1.0, -0.5, 0.0, 1.0], Of(Distribution.Uniform(-1.0, 1.0), words), (a, b) => Math.Abs(a - b) < 3e-10);

        // A quarter of a triangle that rises over 0.6 of 2.0 and has its peak there: 3 + sqrt(1/4 * 2.0 * 0.6); the median above the peak: 5 - sqrt(1/2 * 2.0 * 1.4).
        Assert.Equal([3.0, 3.0 + Math.Sqrt(0.3), 5.0 - Math.Sqrt(1.4), 5.0], Of(Distribution.Triangular(3.0, 3.6, 5.0), words), (a, b) => Math.Abs(a - b) < 3e-5);
    }

    [Theory]
    [MemberData(nameof(Widths.All), MemberType = typeof(Widths))]
    public void A_normal_draw_is_the_quantile_of_its_word_also_in_the_tails(int lanes)
    {
        // Every 97th word is far out, on either side in turn; lengths that are no multiple of two vectors, or of a block of them.
        var words = Enumerable.Range(0, 1432).Select(i => i % 97 == 5 ? (i % 2 == 0 ? (uint)i : uint.MaxValue - (uint)i) : (uint)i * 2654435761u).ToArray();
        foreach (var length in new[] { 8, 24, 512, 1432 })
        {
            var work = new Drawing(Distribution.Normal(3.0, 2.0), [.. words.Take(length).Select(w => BitConverter.UInt64BitsToDouble(w))]);
            LaneWidth.Run(ref work, lanes);
            Assert.Equal(words.Take(length).Select(w => Math.FusedMultiplyAdd(NormalDistribution.Inverse(Draws.Uniform(w)), 2.0, 3.0)), work.Results);
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Full_precision_draws_have_the_same_bits_at_every_width(string name, double mean, double variance)
    {
        _ = (mean, variance);
        var expected = Draw(name, 1, full: true);
        foreach (var lanes in new[] { 2, 4, 8 }.Where(LaneWidth.IsSupported))
        {
            Assert.True(expected.AsSpan().SequenceEqual(Draw(name, lanes, full: true)), $"{lanes} lanes");
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Reduced_draws_are_within_2e_8_of_full_ones(string name, double mean, double variance)
    {
        _ = variance;
        var (full, reduced) = (Draw(name, LaneWidth.Best, full: true), Draw(name, LaneWidth.Best, full: false));
        for (var i = 0; i < full.Length; i++)
        {
            if (!(Math.Abs(full[i] - reduced[i]) <= 2e-8 * (Math.Abs(full[i]) + Math.Abs(mean))))
            {
                Assert.Fail($"{name}: {full[i]:R} and {reduced[i]:R}");
            }
        }
    }

    [Fact]
    public void Distributions_that_cannot_be_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Distribution.Normal(0.0, -1.0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Distribution.Normal(double.NaN, 1.0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Distribution.Uniform(1.0, 0.0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Distribution.Triangular(0.0, 2.0, 1.0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Distribution.Truncated(Distribution.Uniform(0.0, 1.0), 2.0, 3.0));
    }

    private static Distribution Named(string name) => name switch
    {
        "normal" => Distribution.Normal(3.0, 2.0),
        "lognormal" => Distribution.Lognormal(2.0, 0.2),
        "uniform" => Distribution.Uniform(-1.0, 2.0),
        "triangular" => Distribution.Triangular(3.0, 3.6, 5.0),
        "truncated normal" => Distribution.Truncated(Distribution.Normal(0.0, 1.0), -1.0, 1.0),
        _ => Distribution.Truncated(Distribution.Uniform(0.0, 1.0), 0.5, 2.0),
    };

    private static double[] Draw(string name, int lanes, bool full)
    {
        var work = new Work(Named(name), full);
        LaneWidth.Run(ref work, lanes);
        return work.Results;
    }

    private static double[] Of(Distribution distribution, double[] words)
    {
        var results = new double[words.Length];
        Draws.Fill<Lanes1, FullFunctions<Lanes1>>(distribution, words, results);
        return results[..4];
    }

    private sealed class Drawing(Distribution distribution, double[] words) : ILaneWork
    {
        public double[] Results { get; } = new double[words.Length];

        public void Run<T>()
            where T : struct, ILanes<T> => Draws.Fill<T, FullFunctions<T>>(distribution, words, Results);
    }

    private sealed class Work(Distribution distribution, bool full) : ILaneWork
    {
        public double[] Results { get; } = new double[Count];

        public void Run<T>()
            where T : struct, ILanes<T>
        {
            var words = new double[4 * 1024];
            var key = new PhiloxKey(7);
            for (var at = 0; at < Count; at += 1024)
            {
                Philox.Fill<T>(key, (ulong)at, 3, 1, words);
                var word = words.AsSpan(1024, 1024);
                var room = Results.AsSpan(at, 1024);
                if (full)
                {
                    Draws.Fill<T, FullFunctions<T>>(distribution, word, room);
                }
                else
                {
                    Draws.Fill<T, ReducedFunctions<T>>(distribution, word, room);
                }
            }
        }
    }
}
