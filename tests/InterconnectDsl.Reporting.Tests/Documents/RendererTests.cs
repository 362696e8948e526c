using InterconnectDsl.Reporting.Documents;

namespace InterconnectDsl.Reporting.Tests.Documents;

/// <summary>Renderers say what the document says, whatever characters are in it.</summary>
public class RendererTests
{
    private static readonly Table Awkward = new("parts", "A|B", [new("name", "na|me"), new("price", "price", IsNumber: true)],
        [new([new Cell("a|b <i>*x*</i> \"q\", `c`"), new Cell("1.5 USD", 1.5, "USD")]), new([Cell.Code("x | y"), new Cell("2 USD", 2, "USD")], Tone.Total)], "a_b and _c_");

    private static readonly ReportDocument Document = new("T & <T>", [new("design", "design", "D\"1")], [new("s", "S", [new Paragraph("1 < 2 & 3"), Awkward])]);

    [Fact]
    public void Markdown_escapes_what_would_be_markup_and_leaves_names_alone()
    {
        var lines = MarkdownRenderer.Render(Awkward).Split('\n');
        Assert.Equal(@"### A\|B", lines[0]);
        Assert.StartsWith(@"| a\|b \<i>\*x\*\</i> ""q"", \`c\` |", lines[4], StringComparison.Ordinal);
        Assert.StartsWith(@"| **`x \| y`**", lines[5], StringComparison.Ordinal);
        Assert.Equal(@"a_b and \_c\_", lines[7]);
    }

    [Fact]
    public void Csv_quotes_and_gives_units_a_column_of_their_own() =>
        Assert.Equal("name,price,price_unit\n\"a|b <i>*x*</i> \"\"q\"\", `c`\",1.5,USD\nx | y,2,USD\n", CsvRenderer.Render(Awkward));

    [Fact]
    public void Json_keeps_the_number_beside_the_text()
    {
        using var document = System.Text.Json.JsonDocument.Parse(JsonRenderer.Render(Awkward));
        var price = document.RootElement.GetProperty("rows")[0].GetProperty("price");
        Assert.Equal((1.5, "USD", "1.5 USD"), (price.GetProperty("value").GetDouble(), price.GetProperty("unit").GetString(), price.GetProperty("text").GetString()));
    }

    [Fact]
    public void Html_encodes_everything()
    {
        var html = HtmlRenderer.Render(Document);
        Assert.Contains("<title>T &amp; &lt;T&gt;</title>", html, StringComparison.Ordinal);
        Assert.Contains("a|b &lt;i&gt;*x*&lt;/i&gt; &quot;q&quot;", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<i>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_section_applies_when_it_has_more_than_a_reason()
    {
        Assert.False(new Section("s", "S", [new Paragraph("no", IsAbsence: true)]).Applies);
        Assert.True(new Section("s", "S", [new Paragraph("yes")]).Applies);
    }
}
