using AngleSharp.Html.Parser;
using InterconnectDsl.Reporting.Documents;
using NJsonSchema;

namespace InterconnectDsl.Reporting.Tests.Reports;

/// <summary>The report of every example: whole, consistent with the model's own sums, and valid in every form.</summary>
public class ExampleReportTests
{
    [Fact]
    public void Tables_by_kind_add_up_to_the_design_s_own_figures()
    {
        foreach (var design in Designs.AllExamples())
        {
            var report = Designs.Report(design);
            foreach (var (section, table, attribute, column) in new[] { ("power", "power_by_kind", "power", "total"), ("reliability", "failures_by_kind", "fit", "total"), ("fibers", "bill", "unit_cost", "cost") })
            {
                foreach (var found in report.Section(section).Tables(table))
                {
                    var amounts = found.Rows.Where(r => r.Tone != Tone.Total).Sum(r => r.Cells[found.Column(column)].Number ?? 0);
                    var total = found.Rows.Single(r => r.Tone == Tone.Total).Cells[found.Column(column)];
                    Assert.True(Math.Abs(amounts - total.Number!.Value) <= 1e-9 * Math.Abs(amounts), $"{design.Design.Symbol.Name}: {attribute} {amounts} against {total.Text}");
                }
            }
        }
    }

    [Fact]
    public async Task Every_form_is_valid_and_every_section_says_something()
    {
        var schema = await JsonSchema.FromJsonAsync(JsonSchemas.Report);
        foreach (var design in Designs.AllExamples())
        {
            var report = Designs.Report(design);
            Assert.All(report.Sections, s => Assert.NotEmpty(s.Blocks));
            Assert.Empty(schema.Validate(JsonRenderer.Render(report)));
            Assert.All(CsvRenderer.Render(report).TrimEnd('\n').Split('\n'), l => Assert.True(l.Count(c => c == ',') >= 7, l));
            CheckHtml(HtmlRenderer.Render(report), report);
            CheckMarkdown(MarkdownRenderer.Render(report), report);
        }
    }

    // What a reader looks for and does not find is answered: by a whole sentence, with the reason in it.
    [Fact]
    public void A_section_that_does_not_apply_says_why()
    {
        var silent = new List<string>();
        foreach (var design in Designs.AllExamples().Append(Designs.Check("module t\ndesign Bare { board main }")))
        {
            var report = Designs.Report(design);
            Assert.All(report.Sections.SelectMany(s => s.Blocks).OfType<Table>(), t => Assert.NotEmpty(t.Rows));
            foreach (var section in report.Sections.Where(s => !s.Applies))
            {
                silent.Add(section.Id);
                Assert.All(section.Blocks.Cast<Paragraph>(), p => Assert.Matches(@"^[A-Z].{20,}\.$", p.Text));
            }
        }

        // A board alone carries nothing, lights nothing and cuts nothing; the examples leave out single sections.
        Assert.Superset(new HashSet<string>(["capacity", "links", "feeds", "thermal", "cut_list", "serviceability"], StringComparer.Ordinal), silent.ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public void The_same_design_gives_the_same_bytes()
    {
        var (one, other) = (Designs.Report(Designs.CheckExample("quantum115")), Designs.Report(Designs.CheckExample("quantum115")));
        Assert.Equal(HtmlRenderer.Render(one), HtmlRenderer.Render(other));
        Assert.Equal(JsonRenderer.Render(one), JsonRenderer.Render(other));
    }

    private static void CheckHtml(string html, ReportDocument report)
    {
        using var page = new HtmlParser(new() { IsStrictMode = true }).ParseDocument(html);
        Assert.Empty(page.QuerySelectorAll("script, link, iframe, img, object"));
        Assert.DoesNotContain("http://", html, StringComparison.Ordinal);
        Assert.DoesNotContain("https://", html, StringComparison.Ordinal);
        Assert.Equal(report.Sections.Count, page.QuerySelectorAll("h2").Length);
        var ids = page.QuerySelectorAll("[id]").Select(e => e.Id).ToList();
        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.All(page.QuerySelectorAll("nav a"), a => Assert.Contains(a.GetAttribute("href")![1..], ids));
        Assert.All(page.QuerySelectorAll("svg"), s => Assert.All(s.GetAttribute("aria-labelledby")!.Split(' '), id => Assert.Contains(id, ids)));
        Assert.All(page.QuerySelectorAll("table"), t => Assert.All(t.QuerySelectorAll("tbody tr"), r => Assert.Equal(t.QuerySelectorAll("th").Length, r.Children.Length)));
    }

    private static void CheckMarkdown(string markdown, ReportDocument report)
    {
        Assert.Equal(report.Sections.Count, markdown.Split('\n').Count(l => l.StartsWith("## ", StringComparison.Ordinal)));
        var columns = 0;
        foreach (var line in markdown.Split('\n'))
        {
            var bars = line.StartsWith('|') ? line.Where((c, i) => c == '|' && line[Math.Max(0, i - 1)] != '\\').Count() : 0;
            Assert.True(columns == 0 || bars == 0 || bars == columns, line);
            columns = bars;
        }
    }
}
