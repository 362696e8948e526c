using InterconnectDsl.Numerics;

namespace InterconnectDsl.Kernels.Tests.Numerics;

/// <summary>The multiplication with addition that is rounded once, computed without the instruction: the same bits.</summary>
public class FusedTests
{
    private static readonly double[] Edges =
    [
        0.0, -0.0, 1.0, -1.0, 5e-324, -5e-324, 2.2250738585072014e-308, 1e-300, -1e-160, 1e-120, 1e160, 1e300, double.MaxValue, double.MinValue,
        double.PositiveInfinity, double.NegativeInfinity, double.NaN, 1.0000000000000002, 0.9999999999999999, 1.5, 3.0, 1.3407807929942596e154,
    ];

    [Fact]
    public void Edges_are_those_of_the_instruction()
    {
        foreach (var a in Edges)
        {
            foreach (var b in Edges)
            {
                foreach (var c in Edges)
                {
                    Same(a, b, c);
                }
            }
        }
    }

    [Fact]
    public void Random_numbers_close_to_a_tie_round_like_the_instruction()
    {
        var random = new Random(3);
        for (var i = 0; i < 300_000; i++)
        {
            // Few bits make ties, and a term close to the negative product leaves little.
            var a = Few(random);
            var b = Few(random);
            var c = random.Next(3) switch
            {
                0 => Few(random) * Math.ScaleB(1.0, random.Next(-120, 60)),
                1 => -(a * b) * (1.0 + (random.Next(-2, 3) * 2.220446049250313e-16)),
                _ => random.NextDouble() - 0.5,
            };
            Same(a, b, c);
            Same(a * random.NextDouble(), b, c);
        }
    }

    [Fact]
    public void Random_numbers_of_any_size_round_like_the_instruction()
    {
        var random = new Random(4);
        for (var i = 0; i < 30_000; i++)
        {
            Same(Any(random), Any(random), Any(random));
            var (a, b) = (Any(random), Any(random));
            Same(a, b, -a * b * (1.0 + random.NextDouble()));
        }
    }

    private static double Few(Random random) => random.Next(-4096, 4097) / 64.0;

    private static double Any(Random random) => BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue));

    private static void Same(double a, double b, double c)
    {
        var (want, got) = (Math.FusedMultiplyAdd(a, b, c), Fused.Computed(a, b, c));
        if (BitConverter.DoubleToInt64Bits(want) != BitConverter.DoubleToInt64Bits(got) && !(double.IsNaN(want) && double.IsNaN(got)))
        {
            Assert.Fail($"{a:R} * {b:R} + {c:R} is {want:R}, not {got:R}");
        }
    }
}
