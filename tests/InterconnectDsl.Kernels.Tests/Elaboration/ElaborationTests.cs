using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Language.Diagnostics;

namespace InterconnectDsl.Kernels.Tests.Elaboration;

/// <summary>What a structure becomes; every expected number is worked out by hand beside it.</summary>
public class ElaborationTests
{
    private const string Switch = """
        param reach : length = 500 m

        design Small {
          board main
          package sw on main {
            substrate base { size = 100 mm by 100 mm }
            die    asic : Asic on base at (0 mm, 0 mm)
            engine oe[4] on base at row(12 mm) { power = 20 W }
          }
          connector port[2] on main { fibers = 8 }
          laser els[2] on main
          feed cw[f in 2] = els[f] -> smf(1 m) -> oe[2 * f]
          link lane[i in 8] = asic <-> trace() -> oe[i div 2] -> smf(2 m) -> port[i div 4] -> smf(reach) -> mirror { light = cw[i div 4] }
        }
        """;

    private static readonly ElaboratedDesign Design = SmallCore.Elaborate(SmallCore.Module(Switch));

    [Fact]
    public void Every_member_of_every_array_is_counted()
    {
        // main, sw, base, asic, 4 oe, 2 port, 2 els, 2 cw, 8 lane.
        Assert.Equal(22, Design.InstanceCount);
    }

    [Fact]
    public void A_thing_is_named_by_the_way_to_it()
    {
        var oe = Design.Groups.First(g => g.Kind.Name == "engine");
        Assert.Equal("sw.oe[3]", oe.NameOf(3));
    }

    [Fact]
    public void Short_names_reach_into_a_package()
    {
        Assert.Equal(new[] { 20.0, 20, 20, 20 }, Design.Numbers("oe", "power"));
    }

    [Fact]
    public void Index_is_that_of_the_array()
    {
        Assert.Equal(new[] { 0.0, 1, 2, 3 }, Design.Numbers("oe", "seat"));
    }

    [Fact]
    public void A_mirrored_path_passes_its_middle_span_once_and_everything_else_twice()
    {
        // 2 x 2 m + 500 m at 0.35 dB/km, and the connector at both ends: 0.1764 + 0.7.
        Assert.All(Design.Numbers("lane", "plant"), p => Assert.Equal(0.8764, p, 12));
    }

    [Fact]
    public void A_trace_is_as_long_as_the_gap_between_nearest_edges_along_x_plus_along_y()
    {
        // Engine k sits at x = -18, -6, 6, 18 mm, y = 30 mm; sizes 20 x 20 and 10 x 5 mm: x clears 18 - 15 = 3 or nothing, y clears 30 - 12.5 = 17.5.
        var expected = new[] { 2.05, 2.05, 1.75, 1.75, 1.75, 1.75, 2.05, 2.05 };
        Assert.Equal(expected, Design.Numbers("lane", "channel").Select(x => Math.Round(x, 12)));
    }

    [Fact]
    public void A_connector_holds_the_strands_of_the_paths_through_it_and_not_of_their_mirrored_halves()
    {
        // Four lanes of two strands each.
        Assert.Equal(new[] { 8.0, 8 }, Design.Numbers("port", "used"));
    }

    [Fact]
    public void Light_is_counted_where_it_is_used()
    {
        Assert.Equal(new[] { 4.0, 4 }, Design.Numbers("cw", "lanes_fed"));
        Assert.Equal(new[] { 1.0, 1 }, Design.Numbers("els", "feeds"));
    }

    [Fact]
    public void The_lowest_common_carrier_is_found()
    {
        var lane = Design.Paths.First(p => p.Kind.Name == "link");
        Assert.Equal("sw.base", Design.TextOf(lane, "meet", 5));
    }

    [Fact]
    public void What_is_mounted_anywhere_below_is_on_a_carrier()
    {
        Assert.Equal(new[] { 0.04 }, Design.Numbers("main", "edge_used").Select(x => Math.Round(x, 12)));
        Assert.Equal(new[] { 0.04 }, Design.Numbers("base", "edge_used").Select(x => Math.Round(x, 12)));
    }

    [Fact]
    public void The_design_sums_what_is_in_it()
    {
        Assert.Equal(new[] { 480.0 }, Design.Numbers("Small", "power"));
    }

    [Fact]
    public void Identical_lanes_are_one_class()
    {
        var lane = Design.Paths.First(p => p.Kind.Name == "link");
        var plant = ((LoweredNumber)Design.Attribute(lane, "plant")).Value;
        Assert.Equal(1, Design.Interpreter.Evaluate(plant).Classes.ClassCount);
    }

    [Fact]
    public void Single_declarations_of_one_shape_share_a_group()
    {
        var design = SmallCore.Elaborate(SmallCore.Module("""
            design Two {
              board main
              engine a on main { power = 3 W }
              engine b on main { power = 4 W }
            }
            """));
        Assert.Equal(2, design.Groups.First(g => g.Kind.Name == "engine").Count);
        Assert.Equal(new[] { 3.0 }, design.Numbers("a", "power"));
        Assert.Equal(new[] { 4.0 }, design.Numbers("b", "power"));
    }

    [Fact]
    public void Packages_in_an_array_have_things_of_their_own()
    {
        var design = SmallCore.Elaborate(SmallCore.Module("""
            design Four {
              board main
              package q[p in 2] on main {
                substrate base
                engine oe[3] on base { power = 1 W * p + 10 W; seat = index }
              }
            }
            """));
        Assert.Equal(new[] { 10.0, 10, 10, 11, 11, 11 }, design.Numbers("oe", "power"));
        Assert.Equal(new[] { 0.0, 1, 2, 0, 1, 2 }, design.Numbers("oe", "seat"));
        Assert.Equal("q[1].oe[2]", design.Groups.First(g => g.Kind.Name == "engine").NameOf(5));
    }

    [Fact]
    public void A_list_gives_each_member_its_own()
    {
        var design = SmallCore.Elaborate(SmallCore.Module("design D { board main; engine oe[3] on main { power = [22 W, 15 W, 8 W] } }"));
        Assert.Equal(new[] { 22.0, 15, 8 }, design.Numbers("oe", "power"));
    }

    [Fact]
    public void An_amendment_sets_some_members()
    {
        var design = SmallCore.Elaborate(SmallCore.Module("design D { board main; engine oe[4] on main { power = 9 W }\n oe[2 .. 3] { power = 1 W } }"));
        Assert.Equal(new[] { 9.0, 9, 1, 1 }, design.Numbers("oe", "power"));
    }

    [Fact]
    public void A_list_of_the_wrong_length_is_an_error()
    {
        Assert.Contains(SmallCore.Check(SmallCore.Module("design D { board main; engine oe[3] on main { power = [22 W, 15 W] } }")).Diagnostics, d => d.Code == "ICX3120");
    }

    [Fact]
    public void A_billion_members_are_refused_before_they_are_made()
    {
        var found = SmallCore.Check(SmallCore.Module("design D { board main; engine oe[1000000000] on main }")).Diagnostics;
        Assert.Equal("ICX3133", Assert.Single(found, d => d.Severity == Severity.Error).Code);
    }

    [Fact]
    public void Nested_arrays_above_the_limit_are_refused()
    {
        var found = SmallCore.Check(SmallCore.Module("design D { board main; package q[10000] on main { engine oe[5000] } }")).Diagnostics;
        Assert.Contains(found, d => d.Code == "ICX3130");
    }

    [Fact]
    public void An_index_beyond_the_array_is_an_error_at_the_index()
    {
        var found = SmallCore.Check(SmallCore.Module("design D { board main; die asic : Asic on main; engine oe[2] on main\n link l[i in 3] = asic -> trace(1 mm) -> oe[i] -> smf(1 m) -> mirror }"));
        var error = Assert.Single(found.Diagnostics, d => d.Code == "ICX3124");
        Assert.Contains("0 to 1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_trace_between_things_without_a_place_must_be_given_a_length()
    {
        var found = SmallCore.Check(SmallCore.Module("design D { board main; die asic : Asic on main; engine oe on main\n link l = asic -> trace() -> oe -> smf(1 m) -> mirror }"));
        Assert.Contains(found.Diagnostics, d => d.Code == "ICX4007");
    }

    [Fact]
    public void Formulas_in_a_ring_show_the_ring()
    {
        var found = SmallCore.Check(SmallCore.Module("kind loop : step { a : power = b; b : power = a }\ndesign D { board main; loop x on main { power = a } }"));
        Assert.Contains(found.Diagnostics, d => d.Code == "ICX4001" && d.Message.Contains("x.a -> x.b -> x.a", StringComparison.Ordinal));
    }

    [Fact]
    public void A_division_by_zero_is_an_error_at_the_formula_and_never_a_number()
    {
        var found = SmallCore.Check(SmallCore.Module("param n : int = 0\ndesign D { board main; engine oe on main { power = 10 W / n } }"));
        Assert.Contains(found.Diagnostics, d => d.Code == "ICX4002" && d.Location.Position.Line == 4);
    }

    [Fact]
    public void A_branch_that_is_not_taken_fails_nobody()
    {
        var found = SmallCore.Check(SmallCore.Module("param n : int = 0\ndesign D { board main; engine oe on main { power = if n == 0 then 1 W else 10 W / n } }"));
        Assert.DoesNotContain(found.Diagnostics, d => d.Severity == Severity.Error);
    }

    [Fact]
    public void A_false_claim_of_an_architecture_is_an_error()
    {
        var found = SmallCore.Check(SmallCore.Module("""
            design D {
              architecture = cpo
              board main
              substrate a on main
              substrate b on main
              die asic : Asic on a
              engine oe on b
              link l = asic -> trace(9 mm) -> oe -> smf(1 m) -> mirror
            }
            """));
        Assert.Contains(found.Diagnostics, d => d.Code == "ICX3140");
    }
}
