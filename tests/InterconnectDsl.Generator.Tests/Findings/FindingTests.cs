using Microsoft.CodeAnalysis;

namespace InterconnectDsl.Generator.Tests.Findings;

/// <summary>What is wrong with a design is a diagnostic of the build, at its place in the .icx file.</summary>
public class FindingTests
{
    [Fact]
    public void A_link_that_does_not_close_is_an_error_at_its_line()
    {
        var build = Build.Of(("cpo51.icx", Designs.TooLong));
        Assert.Contains("cpo51.icx(37,8): error icx_link_closes", build.Lines);
        Assert.Empty(build.CSharpErrors);
    }

    [Fact]
    public void A_good_design_has_no_findings_and_compiles()
    {
        var build = Build.Of(("cpo51.icx", Designs.Cpo51));
        Assert.DoesNotContain(build.Found, d => d.Severity >= DiagnosticSeverity.Warning);
        Assert.Empty(build.CSharpErrors);
        Assert.NotNull(build.Output.GetTypeByMetadataName("Acme.Cpo51"));
    }

    [Fact]
    public void NoWarn_and_globalconfig_silence_a_rule()
    {
        // Both reach the compiler as options for one id.
        var build = new Build(new() { Severities = new Dictionary<string, ReportDiagnostic> { ["icx_link_closes"] = ReportDiagnostic.Suppress, ["icx_reach_is_in_agreement"] = ReportDiagnostic.Warn } },
            ("cpo51.icx", Designs.TooLong));
        Assert.DoesNotContain(build.Found, d => d.Id == "icx_link_closes");
        Assert.Contains("cpo51.icx(37,8): warning icx_reach_is_in_agreement", build.Lines);
    }
}
