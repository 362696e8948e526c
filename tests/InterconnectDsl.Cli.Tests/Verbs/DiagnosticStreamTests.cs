using System.Text.Json;

namespace InterconnectDsl.Cli.Tests.Verbs;

/// <summary>The forms of diagnostics on every verb, colours, and settings.</summary>
public sealed class DiagnosticStreamTests : IDisposable
{
    private readonly Session _icx = new Session().With("rule.icx", Texts.TooFewFibers).With("clean.icx", Texts.Clean);

    [Theory]
    [InlineData("msbuild", "rule.icx(23,13): error icx_fibers_fit: a carries 8 fibers and has 4 positions")]
    [InlineData("github", "::error file=rule.icx,line=23,col=13,endColumn=14,title=icx_fibers_fit::a carries 8 fibers")]
    [InlineData("text", "error icx_fibers_fit: a carries 8 fibers and has 4 positions: 4 lanes and 0 light feeds\n  --> rule.icx:23:13\n")]
    public void Diagnostics_take_the_form_asked_for(string format, string start)
    {
        Assert.Equal(1, _icx.Run("check", "rule.icx", "--diagnostics", format));
        Assert.Contains(start, _icx.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("json")]
    [InlineData("sarif")]
    public void A_document_of_diagnostics_stands_alone_on_its_stream_even_when_empty(string format)
    {
        foreach (var file in new[] { "rule.icx", "clean.icx" })
        {
            _icx.Run("check", file, "--diagnostics", format);
            using var document = JsonDocument.Parse(_icx.Error);
            _icx.Run("check", file, "--diagnostics", format, "-o", "found.json");
            Assert.Equal("", _icx.Error);
            using var written = JsonDocument.Parse(_icx.Read("found.json"));
        }
    }

    [Fact]
    public void Colours_are_for_terminals_whose_users_want_them()
    {
        _icx.Run("check", "rule.icx");
        Assert.DoesNotContain('\u001b', _icx.Error);
        _icx.IsTerminal = true;
        _icx.Run("check", "rule.icx");
        Assert.Contains('\u001b', _icx.Error);
        _icx.Run("check", "rule.icx", "--no-color");
        Assert.DoesNotContain('\u001b', _icx.Error);
        foreach (var (variable, value) in new[] { ("NO_COLOR", "1"), ("CI", "true"), ("TERM", "dumb") })
        {
            using var icx = new Session { IsTerminal = true }.With("rule.icx", Texts.TooFewFibers).Set(variable, value);
            icx.Run("check", "rule.icx");
            Assert.DoesNotContain('\u001b', icx.Error);
        }
    }

    [Fact]
    public void Settings_are_found_by_walking_up()
    {
        _icx.With("site/icx.toml", "[rules]\nicx_fibers_fit = \"warning\"\n").With("site/a/b/rule.icx", Texts.TooFewFibers);
        Assert.Equal(0, _icx.Run("check", "site/a/b/rule.icx"));
        Assert.Contains("warning icx_fibers_fit", _icx.Error, StringComparison.Ordinal);
        _icx.With("site/icx.toml", "[rules]\nicx_fibers_fit = \"off\"\n");
        Assert.Equal(0, _icx.Run("check", "site/a/b/rule.icx"));
        Assert.Equal("", _icx.Error);
        _icx.With("site/icx.toml", "[check]\nwarnings_as_errors = true\n[rules]\nicx_fibers_fit = \"warning\"\n");
        Assert.Equal(1, _icx.Run("check", "site/a/b/rule.icx"));
    }

    [Theory]
    [InlineData("[library]\nversion = \"9.9\"\n", 2, "ICX9015")]
    [InlineData("[library]\nversion = \"0\"\n", 0, "")]
    [InlineData("[rules]\nicx_fibres_fit = \"off\"\n", 0, "did you mean `icx_fibers_fit`?")]
    [InlineData("[rules\n", 2, "icx.toml:1:7")]
    public void Settings_with_mistakes_are_told_with_their_places(string settings, int code, string says)
    {
        _icx.With("icx.toml", settings);
        Assert.Equal(code, _icx.Run("check", "clean.icx"));
        Assert.Contains(says, _icx.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Modules_of_the_project_are_found_below_its_settings_and_beside_the_file()
    {
        var parts = "module site.parts\npart Wide : connector { family = mpo24; fibers = 24; optical_loss = 0.35 dB }\n";
        var uses = Texts.Clean.Replace("param reach", "use site.parts.{Wide}\n\nparam reach", StringComparison.Ordinal)
            .Replace("connector a on face { family = mpo12; fibers = 12; optical_loss = 0.35 dB }", "connector a : Wide on face", StringComparison.Ordinal);
        _icx.With("one/uses.icx", uses).With("one/parts.icx", parts);
        Assert.Equal(0, _icx.Run("eval", "one/uses.icx", "a.fibers"));
        Assert.Equal("24\n", _icx.Out);
        _icx.With("two/deep/uses.icx", uses).With("two/lib/parts.icx", parts);
        Assert.Equal(1, _icx.Run("eval", "two/deep/uses.icx", "a.fibers"));
        _icx.With("two/icx.toml", "");
        Assert.Equal(0, _icx.Run("eval", "two/deep/uses.icx", "a.fibers"));
    }

    [Fact]
    public void Two_files_of_one_module_are_an_error()
    {
        var parts = "module site.parts\npart Wide : connector { fibers = 24 }\n";
        _icx.With("uses.icx", Texts.Clean.Replace("param reach", "use site.parts.{Wide}\n\nparam reach", StringComparison.Ordinal)).With("p1.icx", parts).With("p2.icx", parts);
        Assert.Equal(2, _icx.Run("check", "uses.icx"));
        Assert.Contains("ICX9017", _icx.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Standard_input_is_a_file_like_any_other()
    {
        _icx.Input = Texts.Misspelled;
        Assert.Equal(1, _icx.Run("check", "-"));
        Assert.Contains("stdin.icx:24:", _icx.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_waiver_is_held_against_the_day_given()
    {
        _icx.With("waived.icx", Texts.TooFewFibers.Replace("  link lane", "  allow icx_fibers_fit until 2027-06-30 because \"spare lanes\"\n  link lane", StringComparison.Ordinal));
        Assert.Equal(0, _icx.Run("check", "waived.icx"));
        Assert.Contains("1 waived", _icx.Out, StringComparison.Ordinal);
        Assert.Equal(0, _icx.Run("check", "waived.icx", "--today", "2027-06-30"));
        Assert.Equal(1, _icx.Run("check", "waived.icx", "--today", "2027-07-01"));
        Assert.Contains("ICX4020", _icx.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _icx.Dispose();
}
