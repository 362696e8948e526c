using InterconnectDsl.Kernels.Tests.Library;

namespace InterconnectDsl.Kernels.Tests.Checking;

/// <summary>Who sits in which position of a connector.</summary>
public class OccupancyTests
{
    [Theory]
    [InlineData("link up[i in 8] = asic <-> m -> port.position[8 - i] -> smf(2 m) -> mirror")]
    [InlineData("link up[i in 4] = asic <-> m -> port -> smf(2 m) -> mirror\n link down[i in 4] = asic <-> m -> port.position[5 + i] -> smf(2 m) -> mirror")]
    [InlineData("link down[i in 4] = asic <-> m -> port.position[5 + i] -> smf(2 m) -> mirror\n link up[i in 4] = asic <-> m -> port -> smf(2 m) -> mirror")]
    [InlineData("link a = asic <-> m -> port.position[1] -> smf(2 m) -> mirror\n link b = asic <-> m -> other.position[1] -> smf(2 m) -> mirror")]
    public void A_position_for_each_is_fine(string links) => Assert.Equal("", Clashes("", links));

    [Fact]
    public void Four_wavelengths_of_one_fiber_share_its_position_and_a_fifth_finds_no_room()
    {
        const string Links = "link up[i in 5] = asic <-> m -> port.position[1 + i div 4] -> smf(2 m) -> mirror";
        Assert.Equal("", Clashes("lambdas = 4", Links));
        Assert.Equal("`up[4]` and `up[0]` are both in position 1 of `port`", Clashes("lambdas = 4", Links.Replace("1 + i div 4", "1", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("link a = asic <-> m -> port.position[2] -> smf(2 m) -> mirror\n link b = asic <-> m -> port.position[2] -> smf(2 m) -> mirror",
        "`b` and `a` are both in position 2 of `port`")]
    [InlineData("link up[i in 4] = asic <-> m -> port -> smf(2 m) -> mirror\n link b = asic <-> m -> port.position[4] -> smf(2 m) -> mirror",
        "`b` and `up[3]` are both in position 4 of `port`")]
    [InlineData("link b = asic <-> m -> port.position[4] -> smf(2 m) -> mirror\n link up[i in 4] = asic <-> m -> port -> smf(2 m) -> mirror",
        "`b` and `up[3]` are both in position 4 of `port`")]
    public void Two_paths_in_one_position_are_both_named(string links, string message) => Assert.Equal(message, Clashes("", links));

    private static string Clashes(string engine, string links) => string.Join("\n", LibraryDesign.Check(
        $$"""
        module site.positions
        use icx.ieee.{Dr4}
        use icx.oif.{Vsr112}
        use icx.fiber.{smf}
        use icx.connectors.{Mpo16}

        design D {
          board main
          die asic on main { lanes = 8; io = Vsr112 }
          engine m on main { pmd = Dr4; lanes = 8; bandwidth = 800 Gb/s per_direction{{(engine.Length == 0 ? "" : "; ")}}{{engine}} }
          connector port  : Mpo16 on main
          connector other : Mpo16 on main
         {{links}}
        }
        """).Diagnostics.Where(d => d.Code == "ICX3137").Select(d => d.Message));
}
