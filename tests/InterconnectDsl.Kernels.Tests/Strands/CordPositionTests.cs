using InterconnectDsl.Kernels.Tests.Library;

namespace InterconnectDsl.Kernels.Tests.Strands;

/// <summary>
/// Where the transmitter of each lane comes out, against tables worked by hand from the drawings of TIA-568: method A joins equal numbers, B the first to the last,
/// C the two of each pair. A lane's receiver is as far from the end of the row as its transmitter is from the beginning.
/// </summary>
public class CordPositionTests
{
    // Six lanes: positions 1 to 6 send, 12 to 7 receive.
    [Theory]
    [InlineData("a", new[] { 1, 2, 3, 4, 5, 6 }, "own_transmitter")]
    [InlineData("b", new[] { 12, 11, 10, 9, 8, 7 }, "receiver")]
    [InlineData("c", new[] { 2, 1, 4, 3, 6, 5 }, "other_transmitter")]
    public void Twelve_positions_in_halves(string method, int[] arrives, string lands) =>
        Holds("Mpo12", method, 6, arrives, [12, 11, 10, 9, 8, 7], lands);

    // Eight lanes: positions 1 to 8 send, 16 to 9 receive.
    [Theory]
    [InlineData("a", new[] { 1, 2, 3, 4, 5, 6, 7, 8 }, "own_transmitter")]
    [InlineData("b", new[] { 16, 15, 14, 13, 12, 11, 10, 9 }, "receiver")]
    [InlineData("c", new[] { 2, 1, 4, 3, 6, 5, 8, 7 }, "other_transmitter")]
    public void Sixteen_positions_in_halves(string method, int[] arrives, string lands) =>
        Holds("Mpo16", method, 8, arrives, [16, 15, 14, 13, 12, 11, 10, 9], lands);

    // Four lanes in a twelve-fiber ferrule: the four positions in the middle stay dark.
    [Theory]
    [InlineData("a", new[] { 1, 2, 3, 4 }, "own_transmitter")]
    [InlineData("b", new[] { 12, 11, 10, 9 }, "receiver")]
    [InlineData("c", new[] { 2, 1, 4, 3 }, "other_transmitter")]
    public void Eight_fibers_in_a_twelve_fiber_ferrule(string method, int[] arrives, string lands) =>
        Holds("Mpo8", method, 4, arrives, [12, 11, 10, 9], lands);

    [Theory]
    [InlineData("a", new[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 }, "own_transmitter")]
    [InlineData("b", new[] { 24, 23, 22, 21, 20, 19, 18, 17, 16, 15, 14, 13 }, "receiver")]
    [InlineData("c", new[] { 2, 1, 4, 3, 6, 5, 8, 7, 10, 9, 12, 11 }, "other_transmitter")]
    public void Two_rows_of_twelve(string method, int[] arrives, string lands) =>
        Holds("Mpo24", method, 12, arrives, [24, 23, 22, 21, 20, 19, 18, 17, 16, 15, 14, 13], lands);

    // Duplex pairs side by side, odd positions send, even ones receive: what methods A and C were made for. Reversed, pair 1 comes out as pair 6.
    [Theory]
    [InlineData("a", new[] { 1, 3, 5, 7, 9, 11 }, "own_transmitter")]
    [InlineData("b", new[] { 12, 10, 8, 6, 4, 2 }, "other_receiver")]
    [InlineData("c", new[] { 2, 4, 6, 8, 10, 12 }, "receiver")]
    public void Duplex_pairs_side_by_side(string method, int[] arrives, string lands) =>
        Holds("MpoDuplex12", method, 6, arrives, [2, 4, 6, 8, 10, 12], lands);

    // A chain crosses when an odd number of its cords do; C after B brings a lane to its neighbour's receiver.
    [Theory]
    [InlineData("b", "a", "a", new[] { 16, 15, 14, 13, 12, 11, 10, 9 }, "receiver")]
    [InlineData("a", "b", "a", new[] { 16, 15, 14, 13, 12, 11, 10, 9 }, "receiver")]
    [InlineData("b", "b", "b", new[] { 16, 15, 14, 13, 12, 11, 10, 9 }, "receiver")]
    [InlineData("b", "b", "a", new[] { 1, 2, 3, 4, 5, 6, 7, 8 }, "own_transmitter")]
    [InlineData("a", "a", "a", new[] { 1, 2, 3, 4, 5, 6, 7, 8 }, "own_transmitter")]
    [InlineData("b", "a", "c", new[] { 15, 16, 13, 14, 11, 12, 9, 10 }, "other_receiver")]
    public void Cords_one_after_the_other(string first, string second, string third, int[] arrives, string lands)
    {
        var text = Design("Mpo16", "", 8,
            $"smf(3 m) {{ polarity = {first} }} -> panel -> smf(90 m) {{ polarity = {second} }} -> patch -> smf(3 m) {{ polarity = {third} }} -> peer_port -> peer -> other");
        Holds(text, arrives, [16, 15, 14, 13, 12, 11, 10, 9], lands);
    }

    // Keys on the same side turn the row round in the adapter; two such adapters and a straight cord are straight, one and a straight cord are not.
    [Theory]
    [InlineData("mate_key = up; polish = flat", "", "a", "receiver")]
    [InlineData("mate_key = up; polish = flat", "mate_key = up; polish = flat", "a", "own_transmitter")]
    [InlineData("mate_key = up; polish = flat", "mate_key = up; polish = flat", "b", "receiver")]
    [InlineData("mate_key = up; polish = flat", "", "b", "own_transmitter")]
    public void Keys_on_the_same_side_turn_a_row_round(string near, string far, string method, string lands)
    {
        var text = Design("Mpo16", near, 8, $"smf(3 m) {{ polarity = {method} }} -> peer_port -> peer -> other")
            .Replace("connector peer_port : Mpo16 on main", $"connector peer_port : Mpo16 on main {{ {far} }}", StringComparison.Ordinal);
        Assert.Equal(lands, LibraryDesign.Text(text, "lane[2].lands"));
    }

    [Fact]
    public void A_cord_that_states_no_method_is_made_to_measure() =>
        Assert.Equal("receiver", LibraryDesign.Text(Design("Mpo16", "", 8, "smf(3 m) -> peer_port -> peer -> other"), "lane[2].lands"));

    [Fact]
    public void Lanes_on_wavelengths_of_one_fiber_share_its_way()
    {
        var text = Design("Mpo16", "", 8, "smf(3 m) { polarity = b } -> peer_port -> peer -> other").Replace("pmd = Dr4;", "pmd = Dr4; lambdas = 4;", StringComparison.Ordinal);
        Assert.Equal([16, 16, 16, 16, 15, 15, 15, 15], Enumerable.Range(0, 8).Select(i => (int)LibraryDesign.Number(text, $"lane[{i}].arrives_at")));
        Assert.Equal("receiver", LibraryDesign.Text(text, "lane[7].lands"));
    }

    [Fact]
    public void A_fiber_that_runs_both_ways_comes_out_in_its_own_position()
    {
        var bidi = Design("Mpo16", "", 8, "smf(3 m) { polarity = METHOD } -> peer_port -> peer -> other").Replace("pmd = Dr4;", "pmd = Dr4; bidi = true;", StringComparison.Ordinal);
        Assert.Equal("receiver", LibraryDesign.Text(bidi.Replace("METHOD", "a", StringComparison.Ordinal), "lane[3].lands"));
        Assert.Equal("other_receiver", LibraryDesign.Text(bidi.Replace("METHOD", "b", StringComparison.Ordinal), "lane[3].lands"));
    }

    private static void Holds(string connector, string method, int lanes, int[] arrives, int[] wanted, string lands) =>
        Holds(Design(connector, "", lanes, $"smf(3 m) {{ polarity = {method} }} -> peer_port -> peer -> other"), arrives, wanted, lands);

    private static void Holds(string text, int[] arrives, int[] wanted, string lands)
    {
        for (var i = 0; i < arrives.Length; i++)
        {
            Assert.Equal((arrives[i], wanted[i]), ((int)LibraryDesign.Number(text, $"lane[{i}].arrives_at"), (int)LibraryDesign.Number(text, $"lane[{i}].wanted_at")));
            Assert.Equal(lands, LibraryDesign.Text(text, $"lane[{i}].lands"));
        }
    }

    private static string Design(string connector, string near, int lanes, string cords) =>
        $$"""
        module site.cords
        use icx.ieee.{Dr4}
        use icx.oif.{Vsr112}
        use icx.fiber.{smf}
        use icx.connectors.{{{connector}}}

        design D {
          board main
          die asic on main { lanes = 16; io = Vsr112 }
          die other on main { lanes = 16; io = Vsr112 }
          engine m    on main { pmd = Dr4; lanes = 16; bandwidth = 1600 Gb/s per_direction }
          engine peer on main { pmd = Dr4; lanes = 16; bandwidth = 1600 Gb/s per_direction }
          connector port      : {{connector}} on main { {{near}} }
          connector panel     : {{connector}} on main
          connector patch     : {{connector}} on main
          connector peer_port : {{connector}} on main
          link lane[i in {{lanes}}] = asic <-> m -> port -> {{cords}}
        }
        """;
}
