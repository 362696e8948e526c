using InterconnectDsl.Kernels.Checking;
using InterconnectDsl.Language.Binding;
using InterconnectDsl.Tests.Shared;

namespace InterconnectDsl.Library.Tests.Thermal;

/// <summary>A package's stack against what is known without solving it, and what is said of stacks that are none.</summary>
public class StackTests
{
    private const string Slab = """
        module slab
        use icx.stack.{stack, block, Stack, Block}
        design D {
          stack cold : Stack {
            plan = 20 mm by 20 mm
            die_thickness = 150 um
            bond_thickness = 20 um
            bond_conductivity = 4 W/m/K
            lid_side = 20 mm
            lid_thickness = 2 mm
            sink_side = 20 mm
            sink_thickness = 5 mm
            convection = 0.1 K/W
            ambient = 35 degC
          }
          block west : Block on cold at (-5 mm, 0 mm) { size = 10 mm by 20 mm; dissipates = 50 W }
          block east : Block on cold at (5 mm, 0 mm) { size = 10 mm by 20 mm; dissipates = 50 W }
        }
        """;

    [Fact]
    public void Heat_that_goes_straight_down_meets_the_slabs_one_after_the_other()
    {
        // (150 um / 130 + 20 um / 4 + 2 mm / 400 + 5 mm / 400) / 4 cm2 = 0.0591346 K/W, and 0.1 K/W of convection, under 100 W
        var design = EvaluatedDesign.OfText(Slab);
        Assert.Equal(50.913461538461538, design.Number("west.temperature in degC"), 1e-9);
        Assert.Equal(50.913461538461538, design.Number("east.temperature in degC"), 1e-9);
        Assert.Equal(45, design.Number("(west.sink.temperature - 5 mm / (400 W/m/K * 4 cm^2) * 100 W) in degC"), 1e-9); // the face of the sink
    }

    [Fact]
    public void All_heat_leaves_through_the_sink()
    {
        var design = EvaluatedDesign.OfText(Uneven);
        Assert.Equal(100, design.Number("sum(outward(t) * (t.temperature - t.ambient) for t : tile) in W"), 1e-9);
    }

    [Fact]
    public void What_is_hotter_is_what_dissipates_and_both_warm_each_other()
    {
        var design = EvaluatedDesign.OfText(Uneven);
        Assert.True(design.Number("west.temperature in degC") > design.Number("east.temperature in degC"));
        Assert.True(design.Number("east.temperature in degC") > 35);
        Assert.Equal(0, design.Number("(far_lid(cold.lid_rim[0].temperature, cold.lid_rim[2].temperature)) in K"), 1e-9); // north and south alike
    }

    [Fact]
    public void Twice_the_heat_is_twice_the_rise()
    {
        var once = EvaluatedDesign.OfText(Uneven).Number("(west.temperature - 35 degC) in K");
        var twice = EvaluatedDesign.OfText(Uneven.Replace("100 W", "200 W", StringComparison.Ordinal)).Number("(west.temperature - 35 degC) in K");
        Assert.Equal(2 * once, twice, 1e-9);
    }

    [Theory]
    [InlineData("lid_side = 20 mm", "lid_side = 15 mm", "icx_layers_widen", "cold has a plan of 20 mm by 20 mm, a lid of 15 mm and a sink of 20 mm; the model has each layer at least as wide as the one below")]
    [InlineData("(5 mm, 0 mm)", "(4 mm, 0 mm)", "icx_blocks_lie_apart", "west and east overlap")]
    [InlineData("(5 mm, 0 mm)", "(6 mm, 0 mm)", "icx_blocks_lie_in_the_plan", "east reaches beyond the plan of cold, 20 mm by 20 mm")]
    [InlineData("at (5 mm, 0 mm) { size = 10 mm by 20 mm", "at (5 mm, 0 mm) { size = 10 mm by 10 mm", "icx_blocks_fill_the_plan", "the blocks of cold cover 300 mm^2 of the 400 mm^2 of its plan")]
    [InlineData("bond_thickness = 20 um", "bond_thickness = 0 um", "ICX2028", "0 um makes no sense here: plausible is 1 um")]
    [InlineData("bond_conductivity = 4 W/m/K", "", "ICX", "bond_conductivity")]
    [InlineData("ambient = 35 degC", "", "ICX", "ambient")]
    public void A_geometry_outside_the_model_is_told_so(string right, string wrong, string code, string says)
    {
        var found = Check(Slab.Replace(right, wrong, StringComparison.Ordinal));
        Assert.Contains(found, d => d.StartsWith(code, StringComparison.Ordinal) && d.Contains(says, StringComparison.Ordinal));
    }

    [Fact]
    public void A_network_above_512_nodes_is_refused()
    {
        var many = Slab[..Slab.IndexOf("  block", StringComparison.Ordinal)] + "  block cell[128] : Block on cold at grid(16, 1.25 mm, 2.5 mm) { size = 1.25 mm by 2.5 mm }\n}\n";
        Assert.Contains("ICX6101 a network of 524 tiles is too large; 512 is the most", EvaluatedDesign.OfText(many).Said("cell[0].temperature"));
    }

    [Fact]
    public void A_sound_stack_is_clean() => Assert.Empty(Check(Slab));

    private static string Uneven => Slab.Replace("lid_side = 20 mm", "lid_side = 30 mm", StringComparison.Ordinal)
        .Replace("sink_side = 20 mm", "sink_side = 60 mm", StringComparison.Ordinal)
        .Replace("at (-5 mm, 0 mm) { size = 10 mm by 20 mm; dissipates = 50 W }", "at (-5 mm, 0 mm) { size = 10 mm by 20 mm; dissipates = 100 W }", StringComparison.Ordinal)
        .Replace("at (5 mm, 0 mm) { size = 10 mm by 20 mm; dissipates = 50 W }", "at (5 mm, 0 mm) { size = 10 mm by 20 mm }", StringComparison.Ordinal)
        .Replace("{stack, block, Stack, Block}", "{stack, block, tile, outward, Stack, Block}\nfn far_lid(a : temperature, b : temperature) -> temperature_difference = a - b\n", StringComparison.Ordinal);

    private static List<string> Check(string text)
    {
        var compilation = Compilation.Create([new("slab.icx", text)], LibrarySources.Instance);
        compilation.BindAll();
        var found = compilation.Diagnostics.ToList();
        if (found.Count == 0)
        {
            found.AddRange(DesignChecker.Check(compilation, compilation.Designs[0], new CheckOptions()).Diagnostics);
        }

        return found.ConvertAll(d => $"{d.Code} {d.Message}");
    }
}
