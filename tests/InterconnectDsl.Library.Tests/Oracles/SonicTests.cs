using System.Globalization;
using System.Text.Json;
using InterconnectDsl.Tests.Shared;

namespace InterconnectDsl.Library.Tests.Oracles;

/// <summary>
/// The map of lanes, engines and lasers that SONiC's design document asks for (cpo.json; sonic-net/SONiC commit 98de38fd), for 512 lanes, sixteen engines and sixteen
/// laser modules: its invariants, and that the example of this size says the same of every lane.
/// </summary>
public class SonicTests
{
    private sealed record Mapped(string Kind, int[] Lanes, int Banks, int[][] Lasers);

    [Fact]
    public void Every_lane_is_in_one_engine_and_lit_by_one_laser_and_the_example_says_which()
    {
        if (Read("cpo.json") is not { } devices)
        {
            return;
        }

        var engines = devices.Where(d => d.Value.Kind == "optical_engine").ToList();
        var lasers = devices.Where(d => d.Value.Kind == "external_laser_source").ToList();
        Assert.Equal(Enumerable.Range(1, 512), engines.SelectMany(e => e.Value.Lanes).Order());
        Assert.Equal(Enumerable.Range(1, 512), lasers.SelectMany(l => l.Value.Lasers).SelectMany(l => l).Order());
        Assert.All(engines, e => Assert.True(e.Value.Lanes.Length <= 8 * e.Value.Banks));

        var design = EvaluatedDesign.OfText(File.ReadAllText(RepositoryRoot.Combine("examples/cpo51/cpo51.icx")));
        for (var lane = 1; lane <= 512; lane++)
        {
            var engine = engines.FindIndex(e => e.Value.Lanes.Contains(lane));
            var module = lasers.FindIndex(m => m.Value.Lasers.Any(l => l.Contains(lane)));
            var laser = Array.FindIndex(lasers[module].Value.Lasers, l => l.Contains(lane));
            var at = lane - 1;
            Assert.Equal(1, design.Number($"if same(lane[{at}].tx, sw.oe[{engine}]) then 1 else 0"));
            Assert.Equal(1, design.Number($"if same(lane[{at}].light, cw[{(8 * module) + laser}]) and same(lane[{at}].light.laser, els[{module}]) then 1 else 0"));
        }
    }

    [Fact]
    public void Lanes_that_no_laser_lights_are_an_error()
    {
        // The pattern printed in the design document gives two lanes to each laser: 256 of 512 lanes stay dark.
        var text = File.ReadAllText(RepositoryRoot.Combine("examples/cpo51/cpo51.icx"));
        var start = text.IndexOf("  link lane", StringComparison.Ordinal);
        var end = text.IndexOf('}', start) + 1;
        var half = string.Concat(
            "  link lane[i in 256] = asic <-> trace() -> oe[i div 32] -> smf(0.6 m) -> port[i div 8] -> smf(reach) -> mirror { light = cw[i div 2] }\n",
            "  link dark[i in 256] = asic <-> trace() -> oe[8 + i div 32] -> smf(0.6 m) -> port[32 + i div 8] -> smf(reach) -> mirror\n");
        Assert.DoesNotContain("icx_every_lane_is_lit", FoundIn.Codes(text));
        Assert.Contains("icx_every_lane_is_lit", FoundIn.Codes(text[..start] + half + text[end..]));
    }

    private static List<KeyValuePair<string, Mapped>>? Read(string file)
    {
        if (Oracle.Find("sonic-cpo") is not { } folder)
        {
            return null;
        }

        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, file)));
        return document.RootElement.GetProperty("devices").EnumerateObject().Select(d => KeyValuePair.Create(d.Name, Device(d.Value))).ToList();

        static Mapped Device(JsonElement device) => new(
            device.GetProperty("device_type").GetString()!,
            device.TryGetProperty("asic_lanes", out var lanes) ? Numbers(lanes) : [],
            device.GetProperty("max_banks").GetInt32(),
            device.TryGetProperty("laser_to_asic_lane_mapping", out var map) ? map.EnumerateObject().Select(l => Numbers(l.Value)).ToArray() : []);
    }

    private static int[] Numbers(JsonElement list) => list.GetString()!.Split(',').Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToArray();
}
