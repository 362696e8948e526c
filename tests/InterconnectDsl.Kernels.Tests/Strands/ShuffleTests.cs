using System.Globalization;
using InterconnectDsl.Kernels.Tests.Library;

namespace InterconnectDsl.Kernels.Tests.Strands;

/// <summary>Boxes of fibers: whatever permutation they are, every strand is followed through them, and what is not one to one is refused.</summary>
public class ShuffleTests
{
    private const int Fans = 4;
    private const int Lanes = 8;

    [Fact]
    public void Any_permutation_of_pairs_is_proved_one_to_one()
    {
        var random = new Random(20);
        for (var round = 0; round < 25; round++)
        {
            var goes = Permutation(random);
            var text = Design(goes, goes);
            var found = LibraryDesign.Check(text);
            Assert.Equal("", string.Join("\n", found.Diagnostics.Where(d => d.Code.StartsWith("ICX315", StringComparison.Ordinal) || d.Code == "icx_cords_cross").Select(d => d.Message)));
            Assert.Equal(goes.Length, (int)LibraryDesign.Number(text, "count(l for l : link if l.lands == receiver)"));
        }
    }

    [Fact]
    public void A_permutation_with_two_fibers_in_one_position_is_refused()
    {
        var random = new Random(21);
        for (var round = 0; round < 25; round++)
        {
            var goes = Permutation(random);
            var (spoiled, other) = (random.Next(goes.Length), random.Next(goes.Length - 1));
            other += other >= spoiled ? 1 : 0;
            var wrong = (int[])goes.Clone();
            wrong[spoiled] = goes[other];
            var (first, second) = (Math.Min(spoiled, other), Math.Max(spoiled, other));
            var port = goes[other] / Lanes;
            var message = Assert.Single(LibraryDesign.Check(Design(goes, wrong)).Diagnostics, d => d.Code == "ICX3150").Message;
            Assert.Equal($"`box.send[{first}]` and `box.send[{second}]` are both in position {(goes[other] % Lanes) + 1} of `port[{port}]`", message);
        }
    }

    [Fact]
    public void Two_fibers_exchanged_between_ports_lead_elsewhere_than_the_paths_say()
    {
        var goes = Enumerable.Range(0, Fans * Lanes).ToArray();
        var exchanged = (int[])goes.Clone();
        (exchanged[3], exchanged[12]) = (12, 3);
        var message = Assert.Single(LibraryDesign.Check(Design(goes, exchanged)).Diagnostics, d => d.Code == "ICX3154" && d.Message.Contains("lane_3", StringComparison.Ordinal)).Message;
        Assert.Equal("`lane_3` takes `box.send[3]` from position 4 of `fau[0]` to position 5 of `port[1]`; the path goes on to `port[0]`", message);
    }

    // Within one port no path says which position: the cord behind it shows that lanes 2 and 5 have changed places one way and not the other.
    [Fact]
    public void Two_fibers_exchanged_within_a_port_bring_lanes_to_each_others_receivers()
    {
        var goes = Enumerable.Range(0, Fans * Lanes).ToArray();
        var exchanged = (int[])goes.Clone();
        (exchanged[2], exchanged[5]) = (5, 2);
        var text = Design(goes, exchanged);
        Assert.Equal("other_receiver", LibraryDesign.Text(text, "lane_2.lands"));
        Assert.Equal("lane_5", LibraryDesign.Text(text, "lane_2.meets"));
        Assert.Equal("receiver", LibraryDesign.Text(text, "lane_4.lands"));
        Assert.Equal(2, LibraryDesign.Number(text, "count(l for l : link if l.lands != receiver)"));
    }

    [Fact]
    public void A_position_no_fiber_takes_up_loses_its_strand()
    {
        var goes = Enumerable.Range(0, Fans * Lanes).ToArray();
        var text = Design(goes, goes).Replace("routed send[32]    { goes = [0,", "routed send[31]    { goes = [0,", StringComparison.Ordinal).Replace(", 31]; begins = fau[index div 8]; begins_at = index mod 8", "]; begins = fau[index div 8]; begins_at = index mod 8", StringComparison.Ordinal);
        Assert.Contains("a strand of `lane_31` comes to position 8 of `fau[3]`, and no fiber of `box` begins there",
            LibraryDesign.Check(text).Diagnostics.Where(d => d.Code == "ICX3153").Select(d => d.Message));
    }

    [Fact]
    public void A_position_a_ferrule_does_not_have_is_refused()
    {
        var goes = Enumerable.Range(0, Fans * Lanes).ToArray();
        var text = Design(goes, goes).Replace("ends_at = goes mod 8 + 1", "ends_at = goes mod 8 + 10", StringComparison.Ordinal);
        Assert.Contains("`box.send[7]` is to be in position 17 of `port[0]`, which has 16", LibraryDesign.Check(text).Diagnostics.Where(d => d.Code == "ICX3151").Select(d => d.Message));
    }

    private static int[] Permutation(Random random)
    {
        var order = Enumerable.Range(0, Fans * Lanes).ToArray();
        for (var i = order.Length - 1; i > 0; i--)
        {
            var j = random.Next(i + 1);
            (order[i], order[j]) = (order[j], order[i]);
        }

        return order;
    }

    /// <summary>Lane i leaves fan i div 8 and goes on to port goes[i] div 8; the box's fibers that send go where `send` says, those that receive where the paths go.</summary>
    private static string Design(int[] goes, int[] send)
    {
        var links = Enumerable.Range(0, goes.Length).Select(i => $"  link lane_{i} = asic <-> oe[{i / Lanes}] -> fau[{i / Lanes}] -> box -> port[{goes[i] / Lanes}] -> smf(2 m) {{ polarity = b }} -> mirror");
        return $$"""
            module site.shuffle
            use icx.ieee.{Dr4}
            use icx.oif.{Vsr112}
            use icx.fiber.{smf}
            use icx.connectors.{Mpo16}

            kind routed : strand { goes : int }

            design D {
              board main
              die asic on main { lanes = 32; io = Vsr112 }
              engine oe[4] on main { pmd = Dr4; lanes = 8; bandwidth = 800 Gb/s per_direction }
              connector fau[4]  : Mpo16 on main
              connector port[4] : Mpo16 on main
              shuffle box on main {
                routed send[32]    { goes = [{{List(send)}}]; begins = fau[index div 8]; begins_at = index mod 8 + 1; ends = port[goes div 8]; ends_at = goes mod 8 + 1 }
                routed receive[32] { goes = [{{List(goes)}}]; begins = fau[index div 8]; begins_at = 16 - index mod 8; ends = port[goes div 8]; ends_at = 16 - goes mod 8 }
              }
            {{string.Join("\n", links)}}
            }
            """;
    }

    private static string List(IEnumerable<int> numbers) => string.Join(", ", numbers.Select(n => n.ToString(CultureInfo.InvariantCulture)));
}
