namespace InterconnectDsl.Runtime.Tests.Random;

public class PhiloxTests
{
    /// <summary>The known answers published with Random123, file kat_vectors.</summary>
    [Theory]
    [InlineData(0u, 0u, 0u, 0u, 0u, 0u, 0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u)]
    [InlineData(
        0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0x408f276du, 0x41c83b0eu, 0xa20bc7c6u, 0x6d5451fdu)]
    [InlineData(
        0x243f6a88u, 0x85a308d3u, 0x13198a2eu, 0x03707344u, 0xa4093822u, 0x299f31d0u, 0xd16cfe09u, 0x94fdccebu, 0x5001e420u, 0x24126ea1u)]
    public void The_published_answers_come_out(uint c0, uint c1, uint c2, uint c3, uint k0, uint k1, uint r0, uint r1, uint r2, uint r3)
    {
        var key = new PhiloxKey(((ulong)k1 << 32) | k0);
        Assert.Equal((r0, r1, r2, r3), Philox.Words(key, ((ulong)c1 << 32) | c0, ((ulong)c3 << 32) | c2));
    }

    [Theory]
    [MemberData(nameof(Widths.All), MemberType = typeof(Widths))]
    public void A_tile_holds_the_draw_of_each_sample_at_every_width(int lanes)
    {
        const ulong Stream = 0x0000000300000007;
        var key = new PhiloxKey(0x0123456789ABCDEF);

        // The first tile is at the origin, the second across a carry into the upper half of the counter, the third ends with the last sample there is.
        foreach (var first in new[] { 0UL, (4UL << 32) - 128, unchecked(0UL - 192) })
        {
            var fill = new Filling(key, first, Stream, new double[192]);
            LaneWidth.Run(ref fill, lanes);
            for (var s = 0; s < 192; s++)
            {
                // Sample 64 a + 16 b + c takes word b of counter 16 a + c.
                var sample = unchecked(first + (ulong)s);
                var (word0, word1, word2, word3) = Philox.Words(key, ((sample >> 6) << 4) + (sample & 15), Stream);
                var word = new[] { word0, word1, word2, word3 }[(int)(sample >> 4) & 3];
                Assert.Equal(Draws.Uniform(word), fill.Numbers[s]);
                Assert.Equal(Draws.Uniform(word), Philox.Draw(key, sample, Stream));
            }
        }
    }

    [Fact]
    public void Parts_of_a_unit_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Philox.Fill<Lanes1>(new PhiloxKey(1), 0, 0, new double[60]));
        Assert.Throws<ArgumentException>(() => Philox.Fill<Lanes1>(new PhiloxKey(1), 16, 0, new double[64]));
    }

    [Theory]
    [MemberData(nameof(Widths.All), MemberType = typeof(Widths))]
    public void Uniform_numbers_are_the_middle_of_their_words_step(int lanes)
    {
        var words = new[] { 0u, 1u, 0x7FFFFFFFu, 0x80000000u, 0xFFFFFFFEu, 0xFFFFFFFFu, 12345u, 0xDEADBEEFu };
        var work = new Spreading(words.Select(w => BitConverter.UInt64BitsToDouble(0xABCDEF0000000000UL | w)).ToArray());
        LaneWidth.Run(ref work, lanes);
        Assert.Equal(words.Select(w => Math.ScaleB((2.0 * w) + 1.0, -33)), work.Numbers);
        Assert.Equal(words.Select(Draws.Uniform), work.Numbers);
        Assert.All(work.Numbers, u => Assert.InRange(u, Math.BitIncrement(0.0), Math.BitDecrement(1.0)));
    }

    [Fact]
    public void A_million_uniform_numbers_fill_a_thousand_bins_evenly()
    {
        var key = new PhiloxKey(1);
        var bins = new int[1000];
        for (ulong sample = 0; sample < 250_000; sample++)
        {
            var (a, b, c, d) = Philox.Words(key, sample, 0);
            foreach (var word in new[] { a, b, c, d })
            {
                bins[(int)(Draws.Uniform(word) * 1000.0)]++;
            }
        }

        // Chi-squared of 999 degrees of freedom: mean 999, standard deviation 44.7; five of them either way.
        var chi = bins.Sum(n => (n - 1000.0) * (n - 1000.0) / 1000.0);
        Assert.InRange(chi, 775.0, 1223.0);
    }

    private readonly struct Filling(PhiloxKey key, ulong first, ulong stream, double[] numbers) : ILaneWork
    {
        public double[] Numbers => numbers;

        public void Run<T>()
            where T : struct, ILanes<T> => Philox.Fill<T>(key, first, stream, numbers);
    }

    private struct Spreading(double[] words) : ILaneWork
    {
        public double[] Numbers { get; } = new double[words.Length];

        public readonly void Run<T>()
            where T : struct, ILanes<T>
        {
            for (var i = 0; i < words.Length; i += T.Count)
            {
                T.Store(Draws.Uniform(T.Load(in words[0], i)), ref Numbers[0], i);
            }
        }
    }
}
