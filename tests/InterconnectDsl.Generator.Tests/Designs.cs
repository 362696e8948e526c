using InterconnectDsl.Tests.Shared;

namespace InterconnectDsl.Generator.Tests;

/// <summary>Designs the tests build.</summary>
internal static class Designs
{
    /// <summary>A switch of the examples.</summary>
    public static string Cpo51 { get; } = File.ReadAllText(RepositoryRoot.Combine("examples/cpo51/cpo51.icx"));

    /// <summary>The same with more fiber than its light can cross.</summary>
    public static string TooLong { get; } = Cpo51.Replace("length      = 500 m within 2 m .. 2 km", "length      = 20 km within 2 m .. 50 km");

    /// <summary>Parts that other files use.</summary>
    public const string Parts = """
        module acme.parts
        /// A die of ours.
        part Chip : die { size = 20 mm by 20 mm; power = 100 W }
        """;

    /// <summary>A design that uses them.</summary>
    public const string Board = """
        module acme.board
        use acme.parts.{Chip}
        param load : power = 90 W
        design Board {
          board main
          die left  : Chip on main { power = load }
          die right : Chip on main
        }
        """;

    /// <summary>A design with a formula that has no value where its param is zero.</summary>
    public const string Loud = """
        module acme.loud
        part Chip : die { size = 20 mm by 20 mm }
        param load : ratio = 2
        design Loud {
          board main
          die chip : Chip on main {
            power = 10 W * ln(load)
          }
        }
        """;

    /// <summary>A design that stands alone.</summary>
    public const string Lamp = """
        module acme.lamp
        design Lamp { board main }
        """;

    /// <summary>Many switches of one sort, with a fiber each that a param sets.</summary>
    public static string Fleet(int switches) => $$"""
        module acme.fleet
        use icx.oif.{Xsr112, CoPackaged3200, Elsfp}
        use icx.connectors.{Mpo16, MpoPm12}
        use icx.fiber.{smf, pmf}
        use icx.electrical.{trace, Abf}
        param reach   : length = 100 m within 2 m .. 2 km
        param ring_at : length = 56 mm
        part Switch51 : die { size = 32 mm by 26 mm; power = 480 W; lanes = 512; io = Xsr112 }
        design Fleet {
          board main
          panel face[{{switches}}] { rack_units = 2 }
          package sw[{{switches}}] on main {
            substrate base : Abf { size = 140 mm by 140 mm }
            die       asic : Switch51 on base at center
            engine    oe[16] : CoPackaged3200 on base at ring(ring_at)
          }
          laser     els[e in 16 * {{switches}}]   : Elsfp   on face[e div 16]
          connector light[e in 16 * {{switches}}] : MpoPm12 on face[e div 16]
          connector port[p in 64 * {{switches}}]  : Mpo16   on face[p div 64]
          feed cw[f in 128 * {{switches}}] = els[f div 8] -> pmf(0.8 m) -> light[f div 8] -> sw[f div 128].oe[(f mod 128) div 8]
          link lane[i in 512 * {{switches}}] = sw[i div 512].asic <-> trace() -> sw[i div 512].oe[(i mod 512) div 32] -> smf(0.6 m) -> port[i div 8]
            -> smf(reach) -> mirror { light = cw[i div 4] }
        }
        """;
}
