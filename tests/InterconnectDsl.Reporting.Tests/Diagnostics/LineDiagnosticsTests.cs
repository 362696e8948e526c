using System.Text.RegularExpressions;
using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Reporting.Diagnostics;

namespace InterconnectDsl.Reporting.Tests.Diagnostics;

/// <summary>Diagnostics of a line each, as other programs read them.</summary>
public partial class LineDiagnosticsTests
{
    // The form MSBuild documents: origin, subcategory, category, code, text.
    [GeneratedRegex(@"^(?<file>[^(]+)\((?<line>\d+),(?<column>\d+)\): (?<category>error|warning) (?<code>[A-Za-z_]\w*): (?<text>.+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Msbuild();

    [Fact]
    public void Msbuild_finds_file_line_column_category_and_code()
    {
        var lines = LineDiagnostics.RenderMsbuild(Findings.All).TrimEnd('\n').Split('\n');
        var match = Msbuild().Match(lines[0]);
        Assert.Equal(("designs/switch.icx", "4", "10", "error", "ICX2030"), Parts(match));
        Assert.Equal(("designs/switch.icx", "10", "3", "warning", "icx_fibers_fit"), Parts(Msbuild().Match(lines[1])));
        Assert.Equal("icx: note ICX4021: nothing is waived: 100 %, a:b", lines[2]);
    }

    [Fact]
    public void A_message_of_several_lines_is_one_line_for_msbuild()
    {
        var rendered = LineDiagnostics.RenderMsbuild([new("ICX1001", Severity.Error, "one\ntwo", Findings.At("board"), "three\nfour")]);
        Assert.Equal("designs/switch.icx(9,3): error ICX1001: one two (three four)\n", rendered);
    }

    [Fact]
    public void Github_gets_escaped_properties_and_text()
    {
        var lines = LineDiagnostics.RenderGithub(Findings.All).TrimEnd('\n').Split('\n');
        Assert.Equal("::error file=designs/switch.icx,line=4,col=10,endColumn=17,title=ICX2030::`power` takes a power; `480 dBm` is a level%0Awrite 480 W", lines[0]);
        Assert.Equal("::notice title=ICX4021::nothing is waived: 100 %25, a:b", lines[2]);
    }

    [Fact]
    public void Github_gets_no_columns_for_a_span_over_lines()
    {
        var text = new SourceText("a,b:c.icx", "x\ny\n");
        Assert.Equal("::warning file=a%2Cb%3Ac.icx,line=1,endLine=2,title=ICX1::m\n", LineDiagnostics.RenderGithub([new("ICX1", Severity.Warning, "m", new(text, new(0, 3)))]));
    }

    private static (string File, string Line, string Column, string Category, string Code) Parts(Match match) =>
        (match.Groups["file"].Value, match.Groups["line"].Value, match.Groups["column"].Value, match.Groups["category"].Value, match.Groups["code"].Value);
}
