using InterconnectDsl.Library.Tests.WorkedNumbers;

namespace InterconnectDsl.Library.Tests.Catalogue;

/// <summary>The catalogue holds the figures its sources print, to their digits, and what no source prints stays open.</summary>
public class CatalogueTests
{
    private static readonly Lazy<EvaluatedDesign> Library = new(() => EvaluatedDesign.OfText(
        string.Concat(StandardLibrary.Modules.Where(m => m.Split('.').Length == 2 && m is not ("icx.core" or "icx.rules")).Select(m => "use " + m + "\n"))
        + "design Catalogue { }\n"));

    public static TheoryData<string, string, string?> Figures
    {
        get
        {
            var data = new TheoryData<string, string, string?>();
            foreach (var figure in WorkedNumber.Parse(File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Catalogue/catalogue.txt"))))
            {
                data.Add(figure.Expression, figure.Figure, figure.Confidence);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Figures))]
    public void A_figure_is_what_its_source_prints(string expression, string figure, string? confidence)
    {
        if (confidence is not null)
        {
            var name = expression.Split(' ')[0].Split('.');
            Assert.Equal(confidence, CatalogueText.ConfidenceOf("icx." + name[0], name[1], name[2]));
        }

        if (figure == "open")
        {
            Assert.Equal(1, Library.Value.Number($"if {expression} missing then 1 else 0"));
            return;
        }

        var number = new WorkedNumber("", expression, figure);
        Assert.Equal(number.Value, Library.Value.Number(expression), number.Tolerance);
    }

    [Fact]
    public void What_is_a_working_figure_says_that_nobody_confirmed_it()
    {
        foreach (var module in StandardLibrary.Modules.Where(m => !m.StartsWith("icx.rules", StringComparison.Ordinal)))
        {
            var working = StandardLibrary.TextOf(module)!.Split('\n')
                .Where(l => l.Contains("working figure", StringComparison.Ordinal) && l.Contains("source", StringComparison.Ordinal));
            Assert.All(working, line => Assert.EndsWith("confidence U", line.TrimEnd(' ', '}', ';'), StringComparison.Ordinal));
        }
    }
}
