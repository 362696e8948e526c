using InterconnectDsl.Language.Diagnostics;

namespace InterconnectDsl.Kernels.Tests.Elaboration;

/// <summary>Rules, waivers, and constants nobody has confirmed.</summary>
public class RuleTests
{
    private const string Rule = """
        rule fibers_fit for connector as c {
          require c.used <= c.fibers
          message "{c} carries {c.used} fibers and has {c.fibers} positions"
          help "use a connector with at least {c.used} positions"
        }

        """;

    private static string Ports(string inPort, string inDesign = "") => SmallCore.Module(Rule + $$"""
        design D {
          {{inDesign}}
          board main
          die asic : Asic on main
          engine oe on main
          connector port[2] on main { fibers = 6; {{inPort}} }
          link lane[i in 8] = asic <-> trace(5 mm) -> oe -> smf(2 m) -> port[i div 4] -> smf(1 m) -> mirror
        }
        """);

    [Fact]
    public void A_rule_that_fails_speaks_of_the_first_and_counts_the_rest()
    {
        var check = SmallCore.Check(Ports(""));
        var error = Assert.Single(check.Diagnostics, d => d.Severity == Severity.Error);
        Assert.Equal("test_small_fibers_fit", error.Code);
        Assert.Equal("port[0] carries 8 fibers and has 6 positions (and 1 more like it)", error.Message);
        Assert.Equal("use a connector with at least 8 positions", error.Help);
        Assert.Equal(2, Assert.Single(check.Rules).Failed);
    }

    [Fact]
    public void A_waiver_hides_a_failure_where_it_stands()
    {
        var check = SmallCore.Check(Ports("allow test_small_fibers_fit until 2031-06-30 because \"spare lanes\""), 20270101);
        Assert.DoesNotContain(check.Diagnostics, d => d.Severity == Severity.Error);
        Assert.Equal(2, Assert.Single(check.Rules).Waived);
    }

    [Fact]
    public void A_waiver_that_has_expired_is_reported_and_hides_nothing()
    {
        var check = SmallCore.Check(Ports("allow test_small_fibers_fit until 2026-06-30 because \"spare lanes\""), 20270101);
        Assert.Contains(check.Diagnostics, d => d.Code == "ICX4020");
        Assert.Contains(check.Diagnostics, d => d.Severity == Severity.Error);
    }

    [Fact]
    public void A_waiver_that_hides_nothing_is_reported()
    {
        var check = SmallCore.Check(Ports("fibers = 8", "allow test_small_fibers_fit because \"spare lanes\"").Replace("fibers = 6; ", "", StringComparison.Ordinal));
        Assert.Contains(check.Diagnostics, d => d.Code == "ICX4021");
    }

    [Fact]
    public void A_rule_over_something_absent_does_not_apply()
    {
        var check = SmallCore.Check(SmallCore.Module("""
            rule meets for link as l { require l.light.lanes_fed <= 4; message "{l} has too little light" }
            design D {
              board main
              die asic : Asic on main
              engine oe on main
              link lane[i in 8] = asic <-> trace(5 mm) -> oe -> smf(2 m) -> mirror
            }
            """));
        Assert.Equal(8, Assert.Single(check.Rules).NotApplicable);
    }
}
