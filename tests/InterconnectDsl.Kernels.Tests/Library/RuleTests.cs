using InterconnectDsl.Language.Diagnostics;

namespace InterconnectDsl.Kernels.Tests.Library;

/// <summary>The rules of the library over a good design; <c>tests/rules</c> holds a design for every rule that fails and one that passes.</summary>
public class RuleTests
{
    private const string Good = """
        use icx.oif.{Xsr112, CoPackaged3200, Elsfp}
        use icx.connectors.{Mpo8, Mpo16, MpoPm12}
        use icx.ieee.{Dr4, Fr4}
        use icx.fiber.{smf, pmf}
        use icx.electrical.{trace, Abf, Megtron7, mated_contact}
        use icx.pluggable.{Osfp, OsfpDr8}
        use icx.oif.{Vsr112, LpoMsa112}

        part Half : CoPackaged3200 { lanes = 8; bandwidth = 800 Gb/s per_direction; size = 20 mm by 20 mm }
        part Asic : die { size = 20 mm by 20 mm; power = 100 W; lanes = 24; io = Xsr112 }
        part Plain : die { size = 20 mm by 20 mm; power = 100 W; lanes = 8; io = Vsr112 }
        param inlet : temperature = 35 degC

        design Probed {
          board main { material = Megtron7 }
          panel face on main
          package sw on main {
            substrate base : Abf { size = 120 mm by 120 mm }
            die    asic   : Asic on base at center
            engine oe[2]  : Half on base at ring(45 mm) { }
          }
          laser     els       : Elsfp   on face { }
          connector light     : MpoPm12 on face { }
          connector port[2]   : Mpo16   on face { }
          feed cw[f in 4]     = els -> pmf(1 m) -> light -> oe[f div 2] { }
          link lane[i in 16]  = asic <-> trace() -> oe[i div 8] -> smf(1 m) -> port[i div 8] -> smf(100 m) -> mirror { light = cw[i div 4] }
          heat core           = asic -> lid(0.1 K/W) -> inlet
          heat warm[k in 2]   = oe[k] -> lid(1 K/W) -> inlet

          package other on main { substrate floor : Abf; die plain : Plain on floor }
          cage   slot : Osfp on face
          engine m    : OsfpDr8 on slot { }
          link wide[i in 8] = plain <-> trace(100 mm) -> slot -> m -> m.nose -> smf(100 m) -> mirror { }
          blast_limit = 70 %
        }
        """;

    [Fact]
    public void A_good_design_gives_no_word()
    {
        Assert.Empty(LibraryDesign.Check(Good).Diagnostics.Select(d => $"{d.Code} {d.Message}"));
    }

    [Fact]
    public void A_verdict_on_an_unconfirmed_constant_asks_to_confirm_it()
    {
        // 88 mm of build-up film lose 10.2 dB of a budget of 10 that nobody has confirmed, and a fifth more would hold them.
        var found = LibraryDesign.Check(Good.Replace("asic <-> trace()", "asic <-> trace(88 mm)")).Diagnostics;
        var failure = Assert.Single(found, d => d.Code == "icx_channel_closes");
        Assert.Equal(Severity.Warning, failure.Severity);
        Assert.Contains("confirm", failure.Message, StringComparison.Ordinal);
    }
}
