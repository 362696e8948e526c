using InterconnectDsl.Kernels.Tests.Library;

namespace InterconnectDsl.Kernels.Tests.Strands;

/// <summary>Identical switches are followed as one; switches that differ are not.</summary>
public class RepetitionTests
{
    [Theory]
    [InlineData("b", 24)]
    [InlineData("a", 0)]
    [InlineData("if k == 1 then a else b", 16)]
    public void What_holds_for_one_of_three_switches_is_said_of_each(string method, int received)
    {
        var text = Fleet(method, "hatch");
        Assert.Equal(received, LibraryDesign.Number(text, "count(l for l : link if l.lands == receiver)"));
        Assert.Equal(24 - received, LibraryDesign.Number(text, "count(l for l : link if l.lands == own_transmitter)"));
        Assert.Equal("s[1].lane[7]", LibraryDesign.Text(text, "s[1].lane[7].meets"));
    }

    // The same switches without packages: that arrays run on through all of them changes nothing.
    [Theory]
    [InlineData("b", 24, 8)]
    [InlineData("a", 0, 8)]
    [InlineData("if i div 8 == 1 then a else b", 16, 24)]
    public void Alike_parts_of_plain_arrays_are_followed_as_one(string method, int received, int followed)
    {
        var text = Flat(method, "hatch[i div 8]");
        Assert.Equal(received, LibraryDesign.Number(text, "count(l for l : link if l.lands == receiver)"));
        Assert.Equal(24 - received, LibraryDesign.Number(text, "count(l for l : link if l.lands == own_transmitter)"));
        Assert.Equal("lane[15]", LibraryDesign.Text(text, "lane[15].meets"));
        Assert.Equal(followed, Assert.Single(LibraryDesign.Check(text).Design.Strands.Courses).Followed);
    }

    [Theory]
    [InlineData("hatch[(i div 8 + 1) mod 3]")]
    [InlineData("hatch[2 - i div 8]")]
    public void Plain_arrays_whose_parts_meet_are_followed_one_by_one(string onward)
    {
        var text = Flat("b", onward);
        Assert.Equal(24, LibraryDesign.Number(text, "count(l for l : link if l.lands == receiver)"));
        Assert.Equal(24, Assert.Single(LibraryDesign.Check(text).Design.Strands.Courses).Followed);
    }

    // Two lanes of two parts in one position: the second part is not like the first.
    [Fact]
    public void Two_strands_in_one_position_are_found_in_plain_arrays() =>
        Assert.Contains(LibraryDesign.Check(Flat("b", "hatch[max(i div 8, 1)]")).Diagnostics, d => d.Code == "ICX3152");

    // Lane i of switch k goes on to port of switch k + 1: no switch is like another in what it reaches.
    [Fact]
    public void Lanes_that_leave_their_switch_are_followed_one_by_one()
    {
        var text = Fleet("b", "panel[(k + 1) mod 3]");
        Assert.Equal(24, LibraryDesign.Number(text, "count(l for l : link if l.lands == receiver)"));
    }

    [Fact]
    public void A_breakout_brings_each_lane_to_a_connector_of_its_own()
    {
        const string Text =
            """
            module site.breakout
            use icx.ieee.{Dr4}
            use icx.oif.{Vsr112}
            use icx.fiber.{smf}
            use icx.connectors.{Mpo16, LcDuplex}

            design D {
              board main
              die asic on main { lanes = 8; io = Vsr112 }
              die leaf[8] on main { lanes = 1; io = Vsr112 }
              engine m    on main { pmd = Dr4; lanes = 8; bandwidth = 800 Gb/s per_direction }
              engine n[8] on main { pmd = Dr4; lanes = 1; bandwidth = 100 Gb/s per_direction }
              connector port  : Mpo16 on main
              connector lc[8] : LcDuplex on main
              link lane[i in 8] = asic <-> m -> port -> smf(10 m) -> lc[i] -> n[i] -> leaf[i]
            }
            """;
        Assert.Equal(8, LibraryDesign.Number(Text, "count(l for l : link if l.lands == receiver)"));

        // With a method stated, rows would have to be equal.
        Assert.Contains("a cord of `lane[0]` states a method, and joins `port` with 16 positions to `lc[0]` with 2",
            LibraryDesign.Check(Text.Replace("smf(10 m)", "smf(10 m) { polarity = b }", StringComparison.Ordinal)).Diagnostics.Where(d => d.Code == "ICX3155").Select(d => d.Message));
    }

    [Fact]
    public void A_method_on_a_pigtail_is_warned_of() =>
        Assert.Equal("fiber of `s[0].lane[0]` between `s[0].m` and `s[0].port` states a method, and is no cord between two connectors; it is laid as the connector says",
            Assert.Single(LibraryDesign.Check(Fleet("b", "hatch").Replace("m -> port", "m -> smf(1 m) { polarity = c } -> port", StringComparison.Ordinal)).Diagnostics, d => d.Code == "ICX3157").Message);

    private static string Fleet(string method, string onward) =>
        $$"""
        module site.fleet
        use icx.ieee.{Dr4}
        use icx.oif.{Vsr112}
        use icx.fiber.{smf}
        use icx.connectors.{Mpo16}

        design D {
          board main
          connector panel[3] : Mpo16 on main
          package s[k in 3] on main {
            die asic { lanes = 8; io = Vsr112 }
            engine m { pmd = Dr4; lanes = 8; bandwidth = 800 Gb/s per_direction }
            connector port : Mpo16
            connector hatch : Mpo16
            link lane[i in 8] = asic <-> m -> port -> smf(2 m) { polarity = c } -> {{onward}} -> smf(9 m) { polarity = {{method}} } -> mirror
          }
        }
        """;

    private static string Flat(string method, string onward) =>
        $$"""
        module site.flat
        use icx.ieee.{Dr4}
        use icx.oif.{Vsr112}
        use icx.fiber.{smf}
        use icx.connectors.{Mpo16}

        design D {
          board main
          die asic[3] on main { lanes = 8; io = Vsr112 }
          engine m[3] on main { pmd = Dr4; lanes = 8; bandwidth = 800 Gb/s per_direction }
          connector port[3] : Mpo16 on main
          connector hatch[3] : Mpo16 on main
          link lane[i in 24] = asic[i div 8] <-> m[i div 8] -> port[i div 8] -> smf(2 m) { polarity = c } -> {{onward}} -> smf(9 m) { polarity = {{method}} } -> mirror
        }
        """;
}
