using System.Text.Json;

namespace InterconnectDsl.Cli.Tests.Verbs;

/// <summary>What each verb answers.</summary>
public sealed class VerbTests : IDisposable
{
    private readonly Session _icx = new Session().With("clean.icx", Texts.Clean);

    [Theory]
    [InlineData("min(lane.margin) in dB", "4.30579")]
    [InlineData("bandwidth", "400 Gb/s")]
    [InlineData("lanes", "4")]
    [InlineData("m", "m")]
    [InlineData("architecture == pluggable", "true")]
    [InlineData("a.polish", "apc")]
    [InlineData("[1 m, 2 m]", "[1 m, 2 m]")]
    [InlineData("-3 dB + 1 dB", "-2 dB")]
    public void Eval_prints_the_value_and_nothing_else(string expression, string value)
    {
        Assert.Equal(0, _icx.Run("eval", "clean.icx", expression));
        Assert.StartsWith(value, _icx.Out, StringComparison.Ordinal);
        Assert.Equal(1, _icx.Out.Count(c => c == '\n'));
        Assert.Equal("", _icx.Error);
    }

    [Fact]
    public void Eval_takes_params_from_the_command_line()
    {
        // 400 m less fiber at 0.35 dB/km is 0.14 dB more margin.
        Assert.Equal(0, _icx.Run("eval", "clean.icx", "min(lane.margin) in dB"));
        var before = double.Parse(_icx.Out, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(0, _icx.Run("eval", "clean.icx", "min(lane.margin) in dB", "--set", "reach=100 m"));
        Assert.Equal(before + 0.14, double.Parse(_icx.Out, System.Globalization.CultureInfo.InvariantCulture), 9);
    }

    [Theory]
    [InlineData("lane[0].light.per_lane", "ICX9006")]
    [InlineData("min(x.temperature for x : engine)", "ICX9006")]
    [InlineData("power / (lanes - 4)", "ICX4002")]
    [InlineData("power + bandwidth", "ICX2")]
    [InlineData("1 +", "ICX1")]
    public void Eval_of_what_has_no_value_is_1_with_the_reason(string expression, string code)
    {
        Assert.Equal(1, _icx.Run("eval", "clean.icx", expression));
        Assert.Contains("error " + code, _icx.Error, StringComparison.Ordinal);
        Assert.Equal("", _icx.Out);
    }

    [Fact]
    public void Why_derives_down_to_sources()
    {
        Assert.Equal(0, _icx.Run("why", "clean.icx", "min(lane.margin)"));
        Assert.Contains("─ 4 like lane.margin = ", _icx.Out, StringComparison.Ordinal);
        Assert.Contains("smf.attenuation = 0.35 dB/km   [icx/fiber/fiber.icx:", _icx.Out, StringComparison.Ordinal);
        Assert.Contains("confidence A", _icx.Out, StringComparison.Ordinal);
        Assert.Contains("reach = 500 m   [clean.icx:8]", _icx.Out, StringComparison.Ordinal);
        Assert.Equal(0, _icx.Run("why", "clean.icx", "min(lane.margin)", "--format", "json"));
        using var document = JsonDocument.Parse(_icx.Out);
        Assert.Equal(4.3058, document.RootElement.GetProperty("value").GetDouble(), 4);
    }

    [Fact]
    public void Why_of_a_thing_says_what_to_ask_for()
    {
        Assert.Equal(1, _icx.Run("why", "clean.icx", "m"));
        Assert.Contains("ICX4012", _icx.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_test_may_give_the_things_of_the_design_another_attribute()
    {
        Assert.Equal(0, _icx.Run("eval", "clean.icx", "m.power in W"));
        var power = double.Parse(_icx.Out, System.Globalization.CultureInfo.InvariantCulture);
        _icx.With("clean.icx", Texts.Clean + FormattableString.Invariant($"\ntest \"with a hotter module\" of Clean {{\n  with m.power = {power + 3} W\n  expect m.power within 1 mW of {power + 3} W\n}}\n"));
        Assert.Equal(0, _icx.Run("test", "clean.icx"));
    }

    [Fact]
    public void Test_tells_each_test_and_both_sides_of_what_fails()
    {
        Assert.Equal(0, _icx.Run("test", "clean.icx"));
        Assert.Equal("pass  closes at 500 m of Clean\n1 passed, 0 failed\n", _icx.Out);
        _icx.With("clean.icx", Texts.Clean.Replace(">= 4 dB", ">= 5 dB", StringComparison.Ordinal));
        Assert.Equal(1, _icx.Run("test", "clean.icx"));
        Assert.Contains("FAIL  closes at 500 m", _icx.Out, StringComparison.Ordinal);
        Assert.Contains("clean.icx:28:42: expected min(lane.margin) >= 5 dB, and it is 4.3058 dB against 5 dB", _icx.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("md", "# Clean\n")]
    [InlineData("html", "<!DOCTYPE html>\n")]
    [InlineData("json", "{\n  \"schemaVersion\": 1,\n")]
    [InlineData("csv", "section,table,row,line,column,text,value,unit\n")]
    public void Report_writes_its_forms(string format, string start)
    {
        Assert.Equal(0, _icx.Run("report", "clean.icx", "--format", format, "-o", "r.out"));
        Assert.Equal("", _icx.Out);
        Assert.StartsWith(start, _icx.Read("r.out"), StringComparison.Ordinal);
    }

    [Fact]
    public void Report_of_a_design_that_breaks_a_rule_is_written_and_1()
    {
        _icx.With("rule.icx", Texts.TooFewFibers);
        Assert.Equal(1, _icx.Run("report", "rule.icx"));
        Assert.Contains("carries 8 fibers", _icx.Out, StringComparison.Ordinal);
        Assert.Contains("error icx_fibers_fit", _icx.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_of_a_design_with_errors_is_not_written()
    {
        _icx.With("wrong.icx", Texts.Misspelled);
        Assert.Equal(1, _icx.Run("report", "wrong.icx"));
        Assert.Equal("", _icx.Out);
    }

    [Fact]
    public void Bom_lists_pieces()
    {
        Assert.Equal(0, _icx.Run("bom", "clean.icx"));
        Assert.Contains("\nengines,Module,1,", _icx.Out, StringComparison.Ordinal);
        Assert.Contains("\nfibers,smf,8,", _icx.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_knows_codes_rules_and_the_user_s_own_rules()
    {
        Assert.Equal(0, _icx.Run("explain", "ICX4002"));
        Assert.Contains("Division by zero", _icx.Out, StringComparison.Ordinal);
        Assert.Equal(0, _icx.Run("explain", "icx_fibers_fit"));
        Assert.Contains("c.used <= c.fibers", _icx.Out, StringComparison.Ordinal);
        _icx.With("own.icx", Texts.Clean + "rule keeps_four of Clean for lane as l { require l.margin >= 4 dB }\n");
        Assert.Equal(0, _icx.Run("explain", "icx_attachment_is_accurate_enough"));
        Assert.Contains("97 % of attachments", _icx.Out, StringComparison.Ordinal);
        Assert.Equal(0, _icx.Run("explain", "site_clean_keeps_four", "own.icx"));
        Assert.Contains("l.margin >= 4 dB", _icx.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_verb_shows_an_example()
    {
        Assert.Equal(0, _icx.Run("--help"));
        var verbs = _icx.Out.Split('\n').SkipWhile(l => !l.StartsWith("  ", StringComparison.Ordinal)).TakeWhile(l => l.Length > 0).Where(l => l[2] != ' ')
            .Select(l => l.Trim().Split(' ')[0]).ToList();
        Assert.Equal(["check", "eval", "why", "report", "bom", "study", "test", "fmt", "explain", "lsp"], verbs);
        foreach (var verb in verbs)
        {
            Assert.Equal(0, _icx.Run(verb, "--help"));
            Assert.Contains("  icx " + verb + " ", _icx.Out[_icx.Out.IndexOf("example", StringComparison.Ordinal)..], StringComparison.Ordinal);
            Assert.Contains("--set PARAM=VALUE", _icx.Out, StringComparison.Ordinal);
        }
    }

    public void Dispose() => _icx.Dispose();
}
