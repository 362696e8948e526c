using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Runtime;

namespace InterconnectDsl.Studies.Tests.Sampling;

/// <summary>What stands behind <c>~</c> and <c>±</c>, against quantiles and moments known in closed form.</summary>
public class DistributionTests
{
    private const int Count = 1 << 20;

    // Lognormal: m e^(s²/2) and m² e^(s²) (e^(s²) - 1). Triangular: (a + b + c)/3 and (a² + b² + c² - ab - ac - bc)/18. The normal cut off at one sigma:
    // 1 - 2 phi(1)/(2 Phi(1) - 1) = 0.2911251. A tolerance is even over 2 t: t²/3. The choice: 0.2 * 7 + 0.5 * 8 + 0.3 * 10, and its mean square less the square.
    [Theory]
    [InlineData("~ normal(3, 2)", 3.0, 4.0, 3.0)]
    [InlineData("~ lognormal(2, 0.2)", 2.0 * 1.0202013, 4.0 * 1.0408108 * 0.0408108, 2.0)]
    [InlineData("~ uniform(-1, 2)", 0.5, 0.75, 0.5)]
    [InlineData("~ triangular(3.0, 3.6, 5.0)", 3.8666667, 0.1755556, 3.8167840)]
    [InlineData("~ truncated(normal(0, 1), -1, 1)", 0.0, 0.2911251, 0.0)]
    [InlineData("~ truncated(uniform(0, 1), 0.5, 2)", 0.75, 1.0 / 48.0, 0.75)]
    [InlineData("~ choice([7, 8, 10], [20 %, 50 %, 30 %])", 8.4, 1.24, 8.0)]
    [InlineData("~ choice(1, 2, 3, 6)", 3.0, 3.5, 1.0)]
    [InlineData("= 5 ~ normal(0, 0.5)", 5.0, 0.25, 5.0)]
    [InlineData("= 5 ~ uniform(0, 1)", 5.5, 1.0 / 12.0, 5.0)]
    [InlineData("= 35 ± 5", 35.0, 25.0 / 3.0, 35.0)]
    public void Draws_have_the_moments_of_their_distribution(string clause, double mean, double variance, double nominal)
    {
        var design = Sampled.Of($"param x : real {clause}\ndesign D {{ }}\n");
        var moments = design.Moments("x");

        // Four standard errors; a fourth moment below nine squared variances.
        Assert.Equal(nominal, design.Nominal("x"), 1e-6);
        Assert.Equal(mean, moments.Mean, 4.0 * Math.Sqrt(variance / Count));
        Assert.Equal(variance, moments.Variance, 12.0 * variance / Math.Sqrt(Count));
    }

    [Fact]
    public void A_draw_is_the_quantile_of_the_number_of_its_stream()
    {
        var x = Sampled.Of("module lab.dice\nparam x : real ~ normal(3, 2)\ndesign D { }\n").Numbers("x");
        var y = Sampled.Of("module lab.dice\nparam y : real ~ triangular(0, 1, 4)\ndesign D { }\n").Numbers("y");
        for (var s = 0; s < x.Length; s++)
        {
            // The share of the draws below: Phi((x - 3)/2); of the triangle y²/4 up to the peak at 1, then 1 - (4 - y)²/12.
            var (u, v) = (Share("lab.dice.x", s), Share("lab.dice.y", s));
            Assert.Equal(u, Cdf((x[s] - 3.0) / 2.0), 1e-14);
            Assert.Equal(v, y[s] < 1 ? y[s] * y[s] / 4 : 1 - ((4 - y[s]) * (4 - y[s]) / 12), 1e-14);
        }
    }

    [Fact]
    public void A_truncated_draw_stays_within_its_bounds()
    {
        var moments = Sampled.Of("param x : real ~ truncated(normal(0, 1), 2.999, 3)\ndesign D { }\n").Moments("x");
        Assert.InRange(moments.Minimum, 2.999, 3);
        Assert.InRange(moments.Maximum, 2.999, 3);
    }

    [Fact]
    public void The_shares_of_a_choice_are_the_counts_of_its_values()
    {
        var drawn = Sampled.Of("param x : real ~ choice([7, 8, 10], [20 %, 50 %, 30 %])\ndesign D { }\n").Numbers("x", 100_000);
        foreach (var (value, share) in new[] { (7.0, 0.2), (8.0, 0.5), (10.0, 0.3) })
        {
            Assert.Equal(share, drawn.Count(x => x == value) / 1e5, 4 * Math.Sqrt(share * (1 - share) / 1e5));
        }
    }

    [Fact]
    public void A_spread_may_be_drawn_itself()
    {
        // Var = E[s²] = (1 + 4)/2 for a sigma that is 1 or 2; the fourth moment 3 (1 + 16)/2 = 25.5 lies below nine squared variances.
        var moments = Sampled.Of("param s : real ~ choice(1, 2)\nparam x : real ~ normal(0, s)\ndesign D { }\n").Moments("x");
        Assert.Equal(2.5, moments.Variance, 12.0 * 2.5 / Math.Sqrt(Count));
    }

    [Fact]
    public void What_is_set_is_not_drawn()
    {
        const string Text = "param x : real ~ normal(3, 2)\nparam y : real ~ normal(3, 2)\ndesign D { }\n";
        var design = Sampled.Of(Text, "x = 4");
        Assert.All(design.Numbers("x"), x => Assert.Equal(4.0, x));
        Assert.Equal(Sampled.Of(Text).Numbers("y"), design.Numbers("y"));
    }

    private static double Cdf(double x)
    {
        var below = 0.0;
        Lanes1.Store(FullPrecision.NormalCdf(Lanes1.Of(x)), ref below, 0);
        return below;
    }

    private static double Share(string name, int sample) => Philox.Draw(new(1), (ulong)sample, DrawKeys.HashOf(name));
}
