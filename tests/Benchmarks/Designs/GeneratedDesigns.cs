using System.Globalization;
using System.Text;

namespace InterconnectDsl.Benchmarks.Designs;

/// <summary>Designs of any size, the same text for the same arguments.</summary>
internal static class GeneratedDesigns
{
    private const string Uses = """
        use icx.oif.{Xsr112, CoPackaged3200, Elsfp}
        use icx.connectors.{Mpo16, MpoPm12}
        use icx.fiber.{smf, pmf}
        use icx.electrical.{trace, Abf}


        """;

    private const string WrittenUses = """
        use icx.oif.{Xsr112, CoPackaged3200}
        use icx.connectors.{Mpo16}
        use icx.fiber.{smf}
        use icx.electrical.{trace, Abf}


        """;

    private const string Switch = """
        part Switch51 : die {
          size  = 32 mm by 26 mm
          power = 480 W
          lanes = 512
          io    = Xsr112
        }


        """;

    /// <summary>A text of about so many lines: packages with a die and engines each, links with formulas of their own, no loops.</summary>
    public static string Lines(int lines)
    {
        var text = new StringBuilder("/// Packages written out one by one.\nmodule bench.written\n\n").Append(WrittenUses).Append("param reach : length = 500 m within 2 m .. 2 km\n\n").Append(Switch.Replace("lanes = 512", "lanes = 4", StringComparison.Ordinal));
        text.Append("design Written {\n  board main\n  panel face { rack_units = ").Append(1 + (lines / 200)).Append(" }\n  blast_limit = 100 %\n");
        var n = 20;
        for (var p = 0; n < lines - 2; p++)
        {
            n += Package(text, p);
        }

        return text.Append("}\n").ToString();
    }

    private static int Package(StringBuilder text, int p)
    {
        var id = p.ToString(CultureInfo.InvariantCulture);
        text.Append("  package sw").Append(id).Append(" on main {\n    substrate base : Abf { size = 110 mm by 110 mm }\n")
            .Append("    die asic : Switch51 on base at center {\n      power = ").Append(450 + (p % 30)).Append(" W\n      lanes = 4\n    }\n");
        for (var e = 0; e < 4; e++)
        {
            text.Append("    engine oe").Append(e).Append(" : CoPackaged3200 on base at (").Append(e < 2 ? "-" : "").Append("40 mm, ").Append((e % 2 * 30) - 15).Append(" mm) {\n")
                .Append("      power   = ").Append(20 + e).Append('.').Append(p % 10).Append(" W   // measured\n")
                .Append("      average = 1.").Append(p % 7).Append(" dBm\n      lanes   = 1\n      bandwidth = 100 Gb/s per_direction\n    }\n");
        }

        text.Append("  }\n  connector port").Append(id).Append("[4] : Mpo16 on face\n");
        for (var e = 0; e < 4; e++)
        {
            text.Append("  link lane").Append(id).Append('_').Append(e).Append(" = sw").Append(id).Append(".asic <-> trace() -> sw").Append(id).Append(".oe").Append(e)
                .Append(" -> smf(0.").Append(4 + e).Append(" m)\n    -> port").Append(id).Append('[').Append(e).Append("] -> smf(reach * 0.5 + 20 m) -> mirror\n");
        }

        return 3 + 4 + (4 * 6) + 2 + 8;
    }

    /// <summary>Many cpo51 switches in one design: identical, or all different in reach, ambient and lane traces.</summary>
    public static string Fleet(int switches, bool varied)
    {
        var n = switches.ToString(CultureInfo.InvariantCulture);
        var trace = varied ? "trace(12 mm + i * 1 nm)" : "trace()";
        var reach = varied ? "smf(reach + (i div 512) * 0.2 m + i * 0.1 mm)" : "smf(reach)";
        return "module bench.fleet\n\n" + Uses + "param reach : length = 100 m within 2 m .. 2 km\nparam ambient : temperature = 35 degC\nparam ring_at : length = 46 mm\n\n" + Switch + $$"""
            design Fleet {
              board main
              panel face[{{n}}] { rack_units = 2 }
              package sw[{{n}}] on main {
                substrate base : Abf { size = 110 mm by 110 mm }
                die       asic : Switch51 on base at center
                engine    oe[16] : CoPackaged3200 on base at ring(ring_at)
              }
              laser     els[e in 16 * {{n}}]   : Elsfp   on face[e div 16]
              connector light[e in 16 * {{n}}] : MpoPm12 on face[e div 16]
              connector port[p in 64 * {{n}}]  : Mpo16   on face[p div 64]
              feed cw[f in 128 * {{n}}] = els[f div 8] -> pmf(0.8 m) -> light[f div 8] -> sw[f div 128].oe[(f mod 128) div 8]
              link lane[i in 512 * {{n}}] = sw[i div 512].asic <-> {{trace}} -> sw[i div 512].oe[(i mod 512) div 32] -> smf(0.6 m) -> port[i div 8]
                -> {{reach}} -> mirror { light = cw[i div 4] }
              heat core[s in {{n}}] = sw[s].asic -> lid(0.04 K/W) -> coldplate(0.01 K/W) -> {{(varied ? "ambient + s * 0.001 K" : "ambient")}}
            }
            """;
    }
}
