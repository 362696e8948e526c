using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Project;

namespace InterconnectDsl.Language.Tests.Project;

/// <summary>What icx.toml may say, and what it does to diagnostics.</summary>
public class ProjectSettingsTests
{
    [Fact]
    public void Everything_that_can_be_set_is_read()
    {
        var settings = Read("[check]\nwarnings_as_errors = true\n[library]\nversion = \"0.1\"\n[rules]\nicx_fibers_fit = \"note\"\nICX4021 = \"off\"\n", out var found);
        Assert.Empty(found);
        Assert.True(settings.WarningsAsErrors);
        Assert.Equal("0.1", settings.LibraryVersion);
        Assert.Equal(Severity.Note, settings.Severities["icx_fibers_fit"]);
        Assert.Null(settings.Severities["ICX4021"]);
    }

    [Theory]
    [InlineData("[check]\nwarning_as_errors = true", "ICX9011", "did you mean `warnings_as_errors` in `[check]`?")]
    [InlineData("warnings_as_errors = true", "ICX9011", null)]
    [InlineData("[check]\nwarnings_as_errors = \"yes\"", "ICX9012", null)]
    [InlineData("[library]\nversion = 1", "ICX9012", null)]
    [InlineData("[library]\nversion = \"latest\"", "ICX9012", null)]
    [InlineData("[rules]\nicx_fibers_fit = \"warn\"", "ICX9012", null)]
    [InlineData("[rules]\nicx_fibers_fit = false", "ICX9012", null)]
    [InlineData("[rules]\nICX4002 = \"warning\"", "ICX9014", null)]
    public void A_mistake_is_one_error_at_its_place(string text, string code, string? help)
    {
        Read(text, out var found);
        var diagnostic = Assert.Single(found);
        Assert.Equal(code, diagnostic.Code);
        Assert.Equal(text.Split('\n').Length, diagnostic.Location.Position.Line);
        if (help is not null)
        {
            Assert.Equal(help, diagnostic.Help);
        }
    }

    [Fact]
    public void Severities_are_applied_before_warnings_become_errors_and_errors_stay()
    {
        var settings = Read("[rules]\na = \"off\"\nb = \"warning\"\nc = \"note\"\nd = \"note\"", out _);
        Diagnostic[] all = [Make("a", Severity.Warning), Make("b", Severity.Note), Make("c", Severity.Warning), Make("d", Severity.Error), Make("e", Severity.Warning)];
        Assert.Equal([("b", Severity.Warning), ("c", Severity.Note), ("d", Severity.Error), ("e", Severity.Warning)], Codes(settings.Apply(all)));
        Assert.Equal([("b", Severity.Error), ("c", Severity.Note), ("d", Severity.Error), ("e", Severity.Error)], Codes(settings.Apply(all, warningsAsErrors: true)));
    }

    private static IEnumerable<(string, Severity)> Codes(IEnumerable<Diagnostic> diagnostics) => diagnostics.Select(d => (d.Code, d.Severity));

    private static Diagnostic Make(string code, Severity severity) => new(code, severity, "m", default);

    private static ProjectSettings Read(string text, out IReadOnlyList<Diagnostic> found)
    {
        var diagnostics = new DiagnosticBag();
        var settings = ProjectSettings.Read(new("icx.toml", text), diagnostics);
        found = diagnostics.Items;
        return settings;
    }
}
