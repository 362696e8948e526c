using InterconnectDsl.Numerics;

namespace InterconnectDsl.Kernels.Tests.Numerics;

/// <summary>What must hold between the functions, and their distance from the runtime's own over many arguments.</summary>
public class IdentityTests
{
    private static readonly double[] Arguments = Enumerable.Range(0, 20_000).Select(i => new Random(i).NextDouble()).ToArray();

    [Fact]
    public void The_functions_the_runtime_has_agree_with_it()
    {
        foreach (var u in Arguments)
        {
            var x = (u * 40) - 20;
            var p = Math.Exp(x);
            Close(Math.Exp(x), Exponential.Exp(x), 2);
            Close(Math.Log(p), Logarithm.Ln(p), 2);
            Close(Math.Log10(p), Logarithm.Log10(p), 3);
            Close(Math.Log2(p), Logarithm.Log2(p), 3);
            Close(Math.Sin(x), Trigonometry.Sin(x), 2);
            Close(Math.Cos(x), Trigonometry.Cos(x), 2);
            Close(Math.Tan(x), Trigonometry.Tan(x), 4);
            Close(Math.Pow(10, x), Exponential.Pow10(x), 2);
            Close(Math.Pow(p, u), Power.Pow(p, u), 2);
            Close(Math.Atan2(x, p), ArcTangent.Atan2(x, p), 3);
        }
    }

    [Fact]
    public void What_was_done_is_undone()
    {
        foreach (var u in Arguments)
        {
            var x = (u * 16) - 8;
            Assert.Equal(x, Logarithm.Ln(Exponential.Exp(x)), 2e-15);
            Assert.Equal(x, Logarithm.Ln1P(Exponential.ExpM1(x)), 1e-13 * Math.Exp(Math.Max(0, -x)));
            Assert.Equal(x, Logarithm.ToDecibel(Exponential.FromDecibel(x)), 4e-15);
            Assert.Equal(u, NormalDistribution.Cdf(NormalDistribution.Inverse(u)), 1e-15);
        }
    }

    [Fact]
    public void The_error_function_and_its_complement_make_one()
    {
        foreach (var u in Arguments)
        {
            var x = (u * 12) - 6;
            Assert.Equal(1.0, ErrorFunction.Erf(x) + ErrorFunction.Erfc(x), 3e-16);
            Assert.Equal(-ErrorFunction.Erf(x), ErrorFunction.Erf(-x));
            Assert.Equal(2.0, ErrorFunction.Erfc(x) + ErrorFunction.Erfc(-x), 5e-16);
        }
    }

    [Fact]
    public void The_squares_of_sine_and_cosine_make_one()
    {
        foreach (var u in Arguments)
        {
            var x = u * 1e7;
            var (s, c) = (Trigonometry.Sin(x), Trigonometry.Cos(x));
            Assert.Equal(1.0, (s * s) + (c * c), 4e-16);
        }
    }

    [Fact]
    public void The_gamma_function_grows_by_its_argument()
    {
        foreach (var u in Arguments)
        {
            var x = (u * 60) - 10;
            Assert.Equal(Logarithm.Ln(Math.Abs(x)), LogGamma.Of(x + 1) - LogGamma.Of(x), 1e-11);
        }
    }

    [Fact]
    public void All_codewords_are_good_or_bad()
    {
        foreach (var u in Arguments.Take(500))
        {
            var k = Math.Floor(u * 544);
            Assert.Equal(1.0, Binomial.AtLeast(k, 544, u) + Binomial.AtLeast(544 - k + 1, 544, 1 - u), 1e-13);
        }
    }

    [Fact]
    public void Exponentials_and_logarithms_never_turn_back()
    {
        var sorted = Arguments.Select(u => (u * 2000) - 1000).Order().ToArray();
        for (var i = 1; i < sorted.Length; i++)
        {
            Assert.True(Exponential.FromDecibel(sorted[i - 1]) <= Exponential.FromDecibel(sorted[i]));
            Assert.True(Logarithm.Ln(Math.Abs(sorted[i])) <= Logarithm.Ln(Math.BitIncrement(Math.Abs(sorted[i]))));
        }
    }

    private static void Close(double expected, double actual, double ulps)
    {
        var ulp = Math.BitIncrement(Math.Abs(expected)) - Math.Abs(expected);
        Assert.Equal(expected, actual, ulps * ulp);
    }
}
