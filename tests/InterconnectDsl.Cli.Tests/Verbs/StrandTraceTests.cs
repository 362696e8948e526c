using System.Text.Json;
using VerifyTests;

namespace InterconnectDsl.Cli.Tests.Verbs;

/// <summary><c>icx why FILE 'lane[37].strands'</c>: the way of each strand, from the engine that sends to the receiver, position by position.</summary>
public class StrandTraceTests
{
    [Theory]
    [InlineData("examples/cpo51/cpo51.icx", "lane[37]", "lane")]
    [InlineData("examples/cpo51/cpo51.icx", "cw[9]", "light")]
    [InlineData("examples/quantum115/quantum115.icx", "lane[37]", "lane_through_a_shuffle")]
    [InlineData("examples/quantum115/quantum115.icx", "cw[37]", "light_through_a_shuffle")]
    [InlineData("examples/ssd/ssd.icx", "lane[13]", "lane_through_a_harness")]
    [InlineData("tests/rules/FIB-01/fails_cords_cross.icx", "lane[9]", "lane_gone_astray")]
    public Task The_way_of_each_strand_is_printed(string path, string member, string name)
    {
        var printed = IcxCommand.Run("why", path, member + ".strands");
        Assert.Equal((0, ""), (printed.ExitCode, printed.Error));
        return Verifier.Verify(printed.Out).UseDirectory("Strands").UseFileName(name);
    }

    [Fact]
    public void Programs_get_the_same_places_as_json()
    {
        var printed = IcxCommand.Run("why", "examples/cpo51/cpo51.icx", "lane[37].strands", "--format", "json");
        using var json = JsonDocument.Parse(printed.Out);
        var sends = json.RootElement.GetProperty("strands")[0];
        Assert.True(sends.GetProperty("arrives").GetBoolean());
        Assert.Equal([6, 6, 11, 38], sends.GetProperty("hops").EnumerateArray().Where(h => h.TryGetProperty("position", out _)).Select(h => h.GetProperty("position").GetInt32()));
        Assert.Equal("examples/cpo51/cpo51.icx:38", sends.GetProperty("hops")[3].GetProperty("where").GetString());
    }

    [Fact]
    public void What_is_no_path_has_strands_only_as_a_number() =>
        Assert.DoesNotContain("position", IcxCommand.Run("why", "examples/cpo51/cpo51.icx", "data_fibers", "--depth", "1").Out, StringComparison.Ordinal);
}
