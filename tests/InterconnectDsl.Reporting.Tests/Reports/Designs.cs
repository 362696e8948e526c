using InterconnectDsl.Kernels.Checking;
using InterconnectDsl.Language.Binding;
using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Reporting;
using InterconnectDsl.Reporting.Documents;
using InterconnectDsl.Tests.Shared;
using InterconnectDsl.Tests.Shared.Corpus;

namespace InterconnectDsl.Reporting.Tests.Reports;

/// <summary>Designs to report on, with the standard library.</summary>
internal static class Designs
{
    /// <summary>A 400GBASE-DR4 link over 500 m with two mated pairs of 0.35 dB: the budget that the standard's own example closes.</summary>
    public const string Dr4 =
        """
        module tests.dr4

        use icx.ieee.{Dr4}
        use icx.oif.{Vsr112}
        use icx.fiber.{smf}
        use icx.electrical.{trace, Megtron7}

        param reach : length = 500 m within 2 m .. 500 m

        part Asic : die { lanes = 4; io = Vsr112; power = 10 W }

        part Module : engine {
          pmd = Dr4; lanes = 4; bandwidth = 400 Gb/s per_direction; dsp = both
          er = 6 dB; tdecq = 1.8 dB; average = 1.0 dBm; power = 8 W; laser_inside = true; swap = in_service
        }

        design Dr4Link {
          board     main { material = Megtron7 }
          panel     face on main
          cage      bay on face { power_class = 12 W }
          die       asic : Asic on main
          engine    m    : Module on bay
          connector a on face { family = mpo12; fibers = 12; optical_loss = 0.35 dB }

          link lane[i in 4] = asic <-> trace(100 mm) -> m -> a -> smf(reach) -> mirror

          allow icx_connectors_leave_room because "a test of the report"
        }
        """;

    private static readonly ToolInfo Tool = new("0.1.0", "0.1.0", new string('a', 64));

    /// <summary>Checks the only design of a text.</summary>
    public static CheckedDesign Check(string text) => Check(new SourceText("t.icx", text + "\n"), null);

    /// <summary>Checks a design of an example.</summary>
    public static CheckedDesign CheckExample(string name, string? design = null) =>
        Check(CorpusFiles.Examples.Single(f => f.Name == name).Read(), design);

    /// <summary>Its report.</summary>
    public static ReportDocument Report(CheckedDesign design) => DesignReport.Make(design, new(Tool, new(2027, 6, 30), []));

    /// <summary>Every design of every example.</summary>
    public static IEnumerable<CheckedDesign> AllExamples()
    {
        foreach (var file in CorpusFiles.Examples)
        {
            var compilation = Compile(file.Read());
            foreach (var design in compilation.Designs)
            {
                yield return DesignChecker.Check(compilation, design, new() { Today = 20270630 });
            }
        }
    }

    private static CheckedDesign Check(SourceText text, string? design)
    {
        var compilation = Compile(text);
        return DesignChecker.Check(compilation, compilation.Designs.Single(d => design is null || d.Name == design), new() { Today = 20270630 });
    }

    private static Compilation Compile(SourceText text)
    {
        var compilation = Compilation.Create([text], LibrarySources.Instance);
        compilation.BindAll();
        Assert.DoesNotContain(compilation.Diagnostics, d => d.Severity == Severity.Error);
        return compilation;
    }
}

/// <summary>Finds what a report says.</summary>
internal static class ReportQueries
{
    public static Section Section(this ReportDocument report, string id) => report.Sections.Single(s => s.Id == id);

    public static IReadOnlyList<Table> Tables(this Section section, string id) => section.Blocks.OfType<Table>().Where(t => t.Id == id).ToList();

    public static Table Table(this ReportDocument report, string section, string id) => Assert.Single(report.Section(section).Tables(id));

    /// <summary>The cell in a column of the row whose cell in another has a text.</summary>
    public static Cell Cell(this Table table, string where, string text, string column) =>
        table.Rows.Single(r => r.Cells[table.Column(where)].Text == text).Cells[table.Column(column)];

    public static int Column(this Table table, string key) => table.Columns.ToList().FindIndex(c => c.Key == key);
}
