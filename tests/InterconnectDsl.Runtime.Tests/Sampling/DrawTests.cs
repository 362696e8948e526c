using InterconnectDsl.Numerics;

namespace InterconnectDsl.Runtime.Tests.Sampling;

/// <summary>Normal draws against quantiles and moments known in closed form.</summary>
public class DrawTests
{
    private const int Count = 1 << 20;

    [Fact]
    public void Normal_draws_have_mean_0_and_variance_1()
    {
        var moments = new Moments();
        moments.Add(0, Drawn(LaneWidth.Best, full: true));

        // Four standard errors: 1/sqrt(n) and sqrt(2/n).
        Assert.Equal(0.0, moments.Mean, 4.0 / Math.Sqrt(Count));
        Assert.Equal(1.0, moments.Variance, 4.0 * Math.Sqrt(2.0 / Count));
    }

    [Fact]
    public void Known_quantiles()
    {
        // The normal quantiles at 2^-33, 1/4, 1/2 and 1 - 2^-33, by mpmath.
        double[] numbers = [Math.ScaleB(1.0, -33), 0.25, 0.5, 1.0 - Math.ScaleB(1.0, -33), 0.5, 0.5, 0.5, 0.5];
        Draws.Normal<Lanes1, FullFunctions<Lanes1>>((double[])numbers.Clone(), numbers);
        double[] expected = [-6.337957754553789, -0.6744897501960817, 0.0, 6.337957754553789];
        Assert.Equal(expected, numbers[..4], (a, b) => Math.Abs(a - b) <= 1e-14 * Math.Max(1.0, Math.Abs(a)));
    }

    [Theory]
    [MemberData(nameof(Widths.All), MemberType = typeof(Widths))]
    public void A_normal_draw_is_the_quantile_of_its_word_also_in_the_tails(int lanes)
    {
        // Every 97th word is far out, on either side in turn; lengths that are no multiple of two vectors, or of a block of them.
        var words = Enumerable.Range(0, 1432).Select(i => i % 97 == 5 ? (i % 2 == 0 ? (uint)i : uint.MaxValue - (uint)i) : (uint)i * 2654435761u).ToArray();
        foreach (var length in new[] { 8, 24, 512, 1432 })
        {
            var work = new Drawing([.. words.Take(length).Select(Draws.Uniform)]);
            LaneWidth.Run(ref work, lanes);
            Assert.Equal(words.Take(length).Select(w => NormalDistribution.Inverse(Draws.Uniform(w))), work.Results);
        }
    }

    [Fact]
    public void Full_precision_draws_have_the_same_bits_at_every_width()
    {
        var expected = Drawn(1, full: true);
        foreach (var lanes in new[] { 2, 4, 8 }.Where(LaneWidth.IsSupported))
        {
            Assert.True(expected.AsSpan().SequenceEqual(Drawn(lanes, full: true)), $"{lanes} lanes");
        }
    }

    [Fact]
    public void Reduced_draws_are_within_2e_8_of_full_ones()
    {
        var (full, reduced) = (Drawn(LaneWidth.Best, full: true), Drawn(LaneWidth.Best, full: false));
        var worst = full.Zip(reduced, (f, r) => Math.Abs(f - r) / Math.Abs(f)).Max();
        Assert.InRange(worst, 1e-16, 2e-8);
    }

    private static double[] Drawn(int lanes, bool full)
    {
        var work = new Work(full);
        LaneWidth.Run(ref work, lanes);
        return work.Results;
    }

    private sealed class Drawing(double[] numbers) : ILaneWork
    {
        public double[] Results { get; } = new double[numbers.Length];

        public void Run<T>()
            where T : struct, ILanes<T> => Draws.Normal<T, FullFunctions<T>>(numbers, Results);
    }

    private readonly struct Work(bool full) : ILaneWork
    {
        public double[] Results { get; } = new double[Count];

        public void Run<T>()
            where T : struct, ILanes<T>
        {
            var numbers = new double[Count];
            Philox.Fill<T>(new(7), 0, 3, numbers);
            if (full)
            {
                Draws.Normal<T, FullFunctions<T>>(numbers, Results);
            }
            else
            {
                Draws.Normal<T, ReducedFunctions<T>>(numbers, Results);
            }
        }
    }
}
