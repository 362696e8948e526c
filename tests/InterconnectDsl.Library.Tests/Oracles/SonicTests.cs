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
