using System.Globalization;
using System.Numerics;
using System.Text.Json;
using InterconnectDsl.Kernels.Channels;
using InterconnectDsl.Tests.Shared;
using Xunit.Abstractions;

namespace InterconnectDsl.Kernels.Tests.Channels;

/// <summary>
/// Files of other projects, and what scikit-rf reads in them. They lie beside the repository, not in it; where they do not, there is nothing to compare.
/// </summary>
public class TouchstoneOracleTests(ITestOutputHelper output)
{
    [Fact]
    public void Files_are_read_as_another_program_reads_them()
    {
        if (Oracles.Find("touchstone") is not { } folder)
        {
            output.WriteLine("not compared: oracles/touchstone does not lie beside the repository");
            return;
        }

        using var parsed = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "parsed.json")));
        foreach (var entry in parsed.RootElement.EnumerateObject())
        {
            var reading = TouchstoneReader.Read(new(entry.Name, File.ReadAllText(Path.Combine(folder, "files", entry.Name))));
            if (entry.Value.TryGetProperty("error", out _))
            {
                Assert.Equal("the file holds no data", reading.Error);
                continue;
            }

            Assert.True(reading.File is not null, $"{entry.Name}: {reading.Error} at {reading.Location.Position}");
            Compare(entry.Name, entry.Value, reading.File!);
        }
    }

    private static void Compare(string name, JsonElement expected, TouchstoneFile file)
    {
        Assert.Equal(expected.GetProperty("ports").GetInt32(), file.Ports);
        Assert.Equal(expected.GetProperty("npoints").GetInt32(), file.Frequencies.Length);
        Assert.Equal(expected.GetProperty("f_first_Hz").GetDouble(), file.Frequencies[0], 1e-3);
        Assert.Equal(expected.GetProperty("f_last_Hz").GetDouble(), file.Frequencies[^1], 1e-3);
        for (var port = 0; port < file.Ports; port++)
        {
            Near(name, ComplexOf(expected.GetProperty("z0_first")[port]), file.Reference[port]);
        }

        foreach (var point in expected.GetProperty("points").EnumerateArray())
        {
            var number = point.GetProperty("i").GetInt32();
            for (var i = 0; i < file.Ports * file.Ports; i++)
            {
                var (row, column) = (i / file.Ports, i % file.Ports);
                Near(string.Create(CultureInfo.InvariantCulture, $"{name} S{row + 1}{column + 1} at {number}"),
                    ComplexOf(point.GetProperty("s")[row][column]), file.S(number, row, column));
            }
        }

        var gain = expected.GetProperty("passive_max_singular").GetDouble();
        Assert.Equal(gain, ChannelQuality.LargestGain(file).Gain, 1e-9 * gain);
    }

    private static Complex ComplexOf(JsonElement pair) => new(pair[0].GetDouble(), pair[1].GetDouble());

    private static void Near(string what, Complex expected, Complex actual) =>
        Assert.True((expected - actual).Magnitude <= 1e-9 * Math.Max(1, expected.Magnitude), $"{what}: {expected} expected, {actual} read");
}
