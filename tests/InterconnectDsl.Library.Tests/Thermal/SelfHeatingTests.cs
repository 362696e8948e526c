using InterconnectDsl.Kernels.Checking;
using InterconnectDsl.Language.Binding;
using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Tests.Shared;

namespace InterconnectDsl.Library.Tests.Thermal;

/// <summary>Heat that depends on the temperature it makes: the point where both agree, and what is said where there is none.</summary>
public class SelfHeatingTests
{
    [Fact]
    public void A_laser_that_loses_efficiency_settles_where_its_heat_and_its_temperature_agree()
    {
        // t = 45 degC + 10 K/W 0.1 W / 0.15 exp((t - 25 degC) / 85 K), by Lambert's W
        Assert.Equal(54.424265659361254, EvaluatedDesign.OfText(Laser("10 K/W")).Number("source.case in degC"), 1e-4);
    }

    [Fact]
    public void A_laser_that_runs_away_is_told_so()
    {
        var found = Check(Laser("60 K/W"));
        Assert.Contains(found, d => d.StartsWith("ICX4006", StringComparison.Ordinal) && d.Contains("source.case", StringComparison.Ordinal));
    }

    [Fact]
    public void A_ring_settles_where_its_heater_and_its_temperature_agree()
    {
        // 32 rings of 0.32 mW/K each below 85 degC, behind 20 K/W: t = (45 + 5 + 0.2048 85) / 1.2048 degC
        Assert.Equal(55.949535192563, EvaluatedDesign.OfText(Ring("32 * heater_power(ring_drift(85 degC - t))")).Number("rings.local in degC"), 1e-4);
    }

    [Fact]
    public void A_heater_that_only_switches_never_comes_to_rest_and_is_told_so()
    {
        var found = Check(Ring("(if t < 55 degC then 1 W else 0 W)"));
        Assert.Contains(found, d => d.StartsWith("ICX4006", StringComparison.Ordinal) && d.Contains("rings.local", StringComparison.Ordinal));
    }

    private static string Laser(string resistance) => $$"""
        module laser
        kind warm_laser : step {
          case  : temperature = solve t from 45 degC to 0.00001 K within 100 steps = 45 degC + {{resistance}} * held(100 mW, t)
          power = held(100 mW, case)
        }
        /// What holds a light whose efficiency, 15 % at 25 degC, falls by a factor e in 85 K.
        fn held(light : power, t : temperature) -> power = light / 15 % * exp((t - 25 degC) / (85 K))
        part Warm : warm_laser
        design D { warm_laser source : Warm }
        """;

    private static string Ring(string heat) => $$"""
        module ring
        use icx.thermal.{heater_power, ring_drift}
        kind ring_bank : step {
          local : temperature = solve t from 45 degC to 0.00001 K within 100 steps = 45 degC + 20 K/W * (250 mW + {{heat}})
        }
        part Bank : ring_bank
        design D { ring_bank rings : Bank }
        """;

    private static List<string> Check(string text)
    {
        var compilation = Compilation.Create([new("warm.icx", text)], LibrarySources.Instance);
        compilation.BindAll();
        Assert.DoesNotContain(compilation.Diagnostics, d => d.Severity == Severity.Error);
        return DesignChecker.Check(compilation, compilation.Designs[0], new CheckOptions()).Diagnostics.Select(d => $"{d.Code} {d.Message}").ToList();
    }
}
