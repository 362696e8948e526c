using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Tests.Shared;

namespace InterconnectDsl.Reporting.Tests.Diagnostics;

/// <summary>What goldens with diagnostics look like.</summary>
public class AnnotatedSourceTests
{
    private static readonly SourceText Text = new("shelf.icx", "module shelf\npart Short : fiber {\n\tlength = 3 W\n}\n");

    [Fact]
    public void A_diagnostic_stands_below_its_line_with_carets_under_what_it_means()
    {
        var wrong = new Diagnostic("ICX2030", Severity.Error, "length takes a length; 3 W is a power", At("3 W"), "write 3 m");
        Assert.Equal(
            """
               1 | module shelf
               2 | part Short : fiber {
            -->3 | 	length = 3 W
                 | 	         ^^^
                 ! error ICX2030: length takes a length; 3 W is a power
                 ! help: write 3 m
               4 | }
               5 |
            """.Replace("-->", "   ", StringComparison.Ordinal), AnnotatedSource.Render(Text, [wrong]));
    }

    [Fact]
    public void A_diagnostic_is_one_line_with_path_line_and_column()
    {
        var wrong = new Diagnostic("ICX2003", Severity.Warning, "nothing reads Short", At("Short"));
        Assert.Equal("shelf.icx(2,6): warning ICX2003: nothing reads Short", AnnotatedSource.Line(wrong));
    }

    private static SourceSpan At(string written) => new(Text, new(Text.Content.IndexOf(written, StringComparison.Ordinal), written.Length));
}
