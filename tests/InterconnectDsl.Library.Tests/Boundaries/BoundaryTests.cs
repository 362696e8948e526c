namespace InterconnectDsl.Library.Tests.Boundaries;

/// <summary>The three boundaries of an optical package as structure: what stands at each, and what follows from it.</summary>
public class BoundaryTests
{
    private static readonly string Sample = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Boundaries/boundaries.icx"));
    private static readonly Lazy<EvaluatedDesign> Whole = new(() => EvaluatedDesign.OfText(Sample));

    [Theory]
    [InlineData("oe.light_loss in dB", 11.3)] // 1.5 in, 0.3 split, 5 + 3 modulator, 1.5 out
    [InlineData("oe.stage_energy in pJ/bit", 10)] // 4 driver, 1 modulator, 5 amplifier
    [InlineData("oe.power in W", 8)] // at 800 Gb/s
    [InlineData("oe.receive_loss in dB", 1.5)]
    public void An_engine_is_what_its_stages_make_of_it(string expression, double expected) =>
        Assert.Equal(expected, Whole.Value.Number(expression), 1e-9);

    [Fact]
    public void The_front_end_is_that_of_the_worked_receiver_behind_its_coupler()
    {
        // -10.988 dBm at 2.4e-4 for 0.9 A/W, 39.84 GHz, 15 pA/sqrt(Hz), -140 dB/Hz and an extinction ratio of 5 dB; 1.5 dB of coupler before it.
        Assert.Equal(-9.488, Whole.Value.Number("oe.front_end in dBm"), 5e-4);
    }

    [Fact]
    public void Another_stage_in_its_place_makes_another_engine()
    {
        var ring = Sample.Replace("MachZehnder,", "Microring,", StringComparison.Ordinal).Replace(": MachZehnder", ": Microring", StringComparison.Ordinal);
        Assert.NotEqual(Sample, ring);
        Assert.Equal(10.3, EvaluatedDesign.OfText(ring).Number("oe.light_loss in dB"), 1e-9);
    }

    [Fact]
    public void Light_that_reaches_the_fiber_is_the_laser_less_its_chain()
    {
        // 20 dBm, 0.5 dB blind mate, 0.5 m of 0.5 dB/km, 0.5 dB connector, one in four, 11.3 dB of engine.
        var expected = 20 - 0.5 - 0.00025 - 0.5 - (10 * Math.Log10(4)) - 11.3;
        Assert.Equal(expected, Whole.Value.Number("max(lane.launch) in dBm"), 1e-9);
    }

    [Fact]
    public void Fibers_attached_within_a_third_of_a_micrometre_lose_next_to_nothing_in_a_wide_mode()
    {
        Assert.Equal(0.0369, Whole.Value.Number("array.optical_loss in dB"), 5e-5);
        Assert.Equal(0.1295, Whole.Value.Number("array.most in dB"), 5e-5);
        Assert.Equal(18 * 0.127, Whole.Value.Number("array.width in mm"), 1e-9);
    }

    [Theory]
    [InlineData("conversion", 9)] // the engine and its eight stages
    [InlineData("packaging", 5)] // board, substrate, die; lid and cold plate of the heat path
    [InlineData("outside", 10)] // face, laser, two connectors, array; fibers of the feed and the lanes
    public void Everything_a_path_goes_through_stands_at_a_boundary(string boundary, int least)
    {
        var count = Whole.Value.Number($"count(s for s : step if s.boundary == {boundary})");
        Assert.True(count >= least, $"{count} at {boundary}");
    }

    [Theory]
    [InlineData("icx_attachment_is_accurate_enough", "array { sigma = 1.2 um }")] // 97 % stay under 2.07 dB
    [InlineData("icx_array_fits_its_engine", "array { pitch = 700 um }")] // eighteen take 12.6 mm of an edge of 12
    public void What_does_not_fit_is_found(string rule, string amendment)
    {
        Assert.DoesNotContain(rule, FoundIn.Codes(Sample));
        Assert.Contains(rule, FoundIn.Codes(Sample.TrimEnd().TrimEnd('}') + "  " + amendment + "\n}\n"));
    }

    [Theory]
    [InlineData("OrganicRdl", "interposer", "cpo")]
    [InlineData("SiliconRdl", "interposer", "cpo")]
    [InlineData("FcBga", "substrate", "cpo")]
    [InlineData("GlassCoreSubstrate", "glass", "cpo")]
    [InlineData("CeramicSubstrate", "substrate", "cpo")]
    public void Every_carrier_that_a_die_shares_with_its_engine_makes_them_co_packaged(string part, string kind, string form)
    {
        var text = Sample.Replace("{FcBga}", "{" + part + "}", StringComparison.Ordinal)
            .Replace("substrate   base  : FcBga ", $"{kind} base : {part} ", StringComparison.Ordinal);
        Assert.Contains(": " + part, text, StringComparison.Ordinal);
        Assert.Equal(1, EvaluatedDesign.OfText(text).Number($"if architecture == {form} then 1 else 0"));
    }

    [Fact]
    public void A_chiplet_knows_its_yield_and_price()
    {
        // 50 mm2 at 7 nm with the assumptions of Chiplet Actuary: 95.6094 %, 8.4213 USD.
        var design = EvaluatedDesign.OfText(
            "use icx.packaging.{chiplet, N7}\ndesign One { board main; chiplet eic : N7 on main { size = 10 mm by 5 mm } }\n");
        Assert.Equal(0.956094, design.Number("eic.yield"), 5e-7);
        Assert.Equal(8.4213, design.Number("eic.good_price in USD"), 5e-5);
    }
}
