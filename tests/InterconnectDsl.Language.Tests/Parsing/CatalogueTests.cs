using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Parsing;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Language.Tests.Parsing;

public class CatalogueTests
{
    // What passes a limit is too long to be printed; LimitTests make it.
    private static readonly string[] Limits = ["ICX1014", "ICX1015", "ICX1016", "ICX1017", "ICX1018"];

    public static TheoryData<string> Codes =>
        new(DiagnosticCatalogue.All.Select(e => e.Code).Where(c => c.StartsWith("ICX1", StringComparison.Ordinal)).Except(Limits));

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_wrong_example_gives_its_diagnostic_and_the_right_one_none(string code)
    {
        var entry = DiagnosticCatalogue.Find(code)!;
        Assert.Equal([code], Parser.Parse(new SourceText("wrong.icx", entry.Wrong)).Diagnostics.Select(d => d.Code));
        Assert.Empty(Parser.Parse(new SourceText("right.icx", entry.Right)).Diagnostics);
    }

    [Fact]
    public void Every_entry_says_what_it_means()
    {
        foreach (var entry in DiagnosticCatalogue.All.Where(e => e.Code.StartsWith("ICX1", StringComparison.Ordinal)))
        {
            Assert.All(
                [entry.Title, entry.Message, entry.Explanation, entry.Wrong, entry.Right],
                text => Assert.False(string.IsNullOrWhiteSpace(text), entry.Code));
        }
    }
}
