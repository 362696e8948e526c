namespace InterconnectDsl.Studies.Tests.Sampling;

/// <summary>Who draws what: each thing its attributes, all together a param, and a mirrored copy its own; and nobody moves another's numbers.</summary>
public class OwnDrawTests
{
    private const int Count = 1 << 18;

    private const string Ports = """
        module lab.ports
        param drift : optical_gain ~ uniform(0 dB, 1 dB)
        kind port : node {
          loss  : optical_gain ~ normal(0.20 dB, 0.06 dB)
          total : optical_gain = loss + drift
        }
        design D {
          port a
          port b[3] { loss ~ normal(0.50 dB, 0.10 dB) }
          port c[2]
        }

        """;

    [Fact]
    public void Each_thing_draws_its_own_numbers()
    {
        var ports = Sampled.Of(Ports);
        var all = new[] { "a", "b[0]", "b[1]", "b[2]", "c[0]", "c[1]" }.Select(p => ports.Numbers(p + ".loss in dB")).ToList();
        for (var i = 0; i < all.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                // Of independent draws: 4096 of them, so 1/64 is one standard error.
                Assert.InRange(Math.Abs(Correlation(all[i], all[j])), 0, 4.0 / 64);
            }
        }

        // Variances of independent draws add up: 3 * 0.06² + 3 * 0.10².
        var sum = ports.Moments("(a.loss + sum(b.loss) + sum(c.loss)) in dB", Count);
        Assert.Equal(3 * 0.2 + (3 * 0.5), sum.Mean, 4 * Math.Sqrt(0.0408 / Count));
        Assert.Equal(0.0408, sum.Variance, 8 * 0.0408 / Math.Sqrt(Count));
    }

    [Fact]
    public void All_things_share_the_draw_of_a_param()
    {
        // 6 drift and six losses: 36/12 and the variance of the losses.
        var sum = Sampled.Of(Ports).Moments("(a.total + sum(b.total) + sum(c.total)) in dB", Count);
        Assert.Equal(3.0408, sum.Variance, 8 * 3.0408 / Math.Sqrt(Count));
    }

    [Fact]
    public void What_is_drawn_beside_it_moves_no_number()
    {
        const string More = """
            module lab.ports
            param aging : optical_gain ~ uniform(0 dB, 1 dB)
            param drift : optical_gain ~ uniform(0 dB, 1 dB)
            kind port : node {
              first : optical_gain ~ normal(1 dB, 1 dB)
              loss  : optical_gain ~ normal(0.20 dB, 0.06 dB)
              total : optical_gain = loss + drift
            }
            design Other {
              port z[7]
              port b[5] { loss ~ normal(0.50 dB, 0.10 dB) }
              port a
            }

            """;
        var (some, more) = (Sampled.Of(Ports), Sampled.Of(More));
        foreach (var expression in new[] { "a.total in dB", "b[0].loss in dB", "b[2].loss in dB", "drift in dB" })
        {
            Assert.Equal(some.Numbers(expression), more.Numbers(expression));
        }
    }

    [Fact]
    public void A_mirrored_copy_draws_on_its_own()
    {
        const string Link = """
            use icx.oif.{Xsr112, CoPackaged3200, Elsfp}
            use icx.connectors.{Mpo16}
            use icx.electrical.{trace, Abf}
            use icx.fiber.{smf}
            design D {
              board main
              panel face
              package sw on main {
                substrate base : Abf { size = 110 mm by 110 mm }
                die asic : Switch on base at center
                engine oe : CoPackaged3200 on base at (40 mm, 0 mm)
              }
              connector port : Mpo16 on face
              link lane = asic <-> trace() -> oe -> port -> smf(10 m) -> mirror
            }
            part Switch : die { size = 32 mm by 26 mm; power = 480 W; lanes = 8; io = Xsr112 }

            """;

        // The same port twice would be 4 * 0.06²; two ports are 2 * 0.06².
        var crossed = Sampled.Of(Link).Moments("sum(s.optical_loss for s in lane.steps) in dB", Count);
        Assert.Equal(0.0072, crossed.Variance, 8 * 0.0072 / Math.Sqrt(Count));
    }

    [Fact]
    public void Parts_applied_in_place_draw_for_each_path()
    {
        const string Text = """
            use icx.oif.{Elsfp}
            use icx.connectors.{Mpo16}
            part jumper(span : length) : fiber { length = span; attenuation = 0.35 dB/km; optical_loss ~ normal(0.10 dB, 0.02 dB) }
            design D {
              panel face
              laser lamp[2] : Elsfp on face { optical_loss = 0 dB }
              connector socket[2] : Mpo16 on face { optical_loss = 0 dB }
              feed f[i in 2] = lamp[i] -> jumper(1 m) -> socket[i] -> jumper(2 m)
            }

            """;
        // Four jumpers: one twice in a path would be 2² * 2 * 0.02², one for both paths as much.
        var all = Sampled.Of(Text).Moments("(sum(s.optical_loss for s in f[0].steps) + sum(s.optical_loss for s in f[1].steps)) in dB", Count);
        Assert.Equal(0.0016, all.Variance, 8 * 0.0016 / Math.Sqrt(Count));
    }

    private static double Correlation(double[] x, double[] y)
    {
        var (mx, my) = (x.Average(), y.Average());
        var (xx, yy) = (x.Sum(v => (v - mx) * (v - mx)), y.Sum(v => (v - my) * (v - my)));
        return x.Zip(y, (a, b) => (a - mx) * (b - my)).Sum() / Math.Sqrt(xx * yy);
    }
}
