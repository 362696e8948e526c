using System.Globalization;
using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Units;
using InterconnectDsl.Reporting.Documents;
using InterconnectDsl.Reporting.Drawings;
using InterconnectDsl.Reporting.Reading;
using InterconnectDsl.Runtime;
using InterconnectDsl.Studies;

namespace InterconnectDsl.Reporting.Studies;

/// <summary>What a study came to, as a document: its points, what was expected of them, and a drawing of a sweep.</summary>
public static class StudyReport
{
    /// <summary>Makes it.</summary>
    public static ReportDocument Make(StudyOutcome outcome, ReportOrigin origin)
    {
        var sections = new List<Section> { new("points", outcome.Samples == 0 ? "At nominal" : "Over samples", Points(outcome)) };
        if (outcome.Expectations.Count > 0)
        {
            sections.Add(new("expectations", "Expected", new[] { Expectations(outcome) }));
        }

        return new(outcome.Study.Name, Header(outcome, origin), sections);
    }

    /// <summary>The table of points alone.</summary>
    public static Table Table(StudyOutcome outcome) => outcome.Samples == 0 ? NominalTable(outcome, StudyColumns.Of(outcome)) : SampledTable(outcome, StudyColumns.Of(outcome));

    private static List<Block> Points(StudyOutcome outcome)
    {
        var columns = StudyColumns.Of(outcome);
        if (outcome.Rows.Count == 0)
        {
            return new() { new Paragraph("Nothing was computed; what stands in the way is reported.", IsAbsence: true) };
        }

        var blocks = new List<Block>();
        if (columns.Figures.Count > 0)
        {
            blocks.AddRange(SweepPlot.Of(outcome, columns));
            blocks.Add(Table(outcome));
        }
        else
        {
            blocks.Add(new Paragraph("The study observes no figure; what it expects stands below.", IsAbsence: true));
        }

        return blocks;
    }

    private static List<Fact> Header(StudyOutcome outcome, ReportOrigin origin)
    {
        var facts = new List<Fact>
        {
            new("designs", outcome.Study.Of.Count == 1 ? "design" : "designs", string.Join(", ", outcome.Study.Of.Select(d => d.Name))),
            new("file", "file", outcome.Study.Location.Text.Path),
            new("points", "points", outcome.Rows.Count.ToString("#,0", CultureInfo.InvariantCulture)),
        };
        facts.AddRange(origin.Facts());
        if (outcome.Samples > 0)
        {
            facts.Insert(3, new("samples", "samples a point", outcome.Samples.ToString("#,0", CultureInfo.InvariantCulture)));
            facts.Insert(4, new("seed", "seed", outcome.Seed.ToString(CultureInfo.InvariantCulture)));
            facts.Insert(5, new("drawn", "drawn, all else at nominal", outcome.Drawn.Count == 0 ? "nothing" : string.Join(", ", outcome.Drawn)));
        }

        if (origin.Settings.Count > 0)
        {
            facts.Insert(2, new("settings", "set from outside", string.Join(", ", origin.Settings)));
        }

        return facts;
    }

    private static Table NominalTable(StudyOutcome outcome, StudyColumns columns)
    {
        var headings = columns.Leading().Concat(columns.Figures.Select(f => new TableColumn(f.Name, f.Name, IsNumber: true))).ToList();
        var rows = outcome.Rows.Select(r => new Row(columns.Leading(r).Concat(r.Figures.Select((f, i) => StudyColumns.CellOf(f?.Value, columns.Figures[i].Unit))).ToList()));
        return new("points", null, headings, rows.ToList());
    }

    private static Table SampledTable(StudyOutcome outcome, StudyColumns columns)
    {
        var headings = columns.Leading().Append(new TableColumn("figure", "figure"))
            .Concat(new[] { "mean", "deviation", "least", "5 %", "median", "95 %", "most" }.Select(h => new TableColumn(h.Replace(" %", "_percent", StringComparison.Ordinal), h, IsNumber: true)))
            .Append(new TableColumn("missing", "missing", IsNumber: true)).ToList();
        var rows = outcome.Rows.SelectMany(r => r.Figures.Select((f, i) =>
            new Row(columns.Leading(r).Append(columns.Figures[i].Name).Concat(Spread(f, columns.Figures[i].Unit)).ToList())));
        return new("points", null, headings, rows.ToList(), "Least and most are of these samples; quantiles are within 0.05 %.");
    }

    private static IEnumerable<Cell> Spread(StudyFigure? figure, Unit? unit)
    {
        if (figure?.Samples is not { } samples || figure.Value.Text is not null || figure.Value.Type is WordType)
        {
            return new[] { StudyColumns.CellOf(figure?.Value, unit) }.Concat(Enumerable.Repeat(new Cell(null), 7));
        }

        Cell Of(double number, IcxType type) => StudyColumns.CellOf(new(number, type, null), unit);
        var (type, apart) = (figure.Value.Type, figure.Value.Type is QuantityType ? TypeAlgebra.DifferenceOf(figure.Value.Type) : figure.Value.Type);
        return new[] { Of(samples.Mean, type), StudyColumns.CellOf(new(samples.Deviation, apart, null), ReferenceEquals(apart, type) || apart == type ? unit : null), Of(samples.Minimum, type) }
            .Concat(new[] { 0.05, 0.5, 0.95 }.Select(s => Of(samples.Quantile(s), type)))
            .Append(Of(samples.Maximum, type)).Append(Cell.Count(samples.Missing));
    }

    private static Table Expectations(StudyOutcome outcome)
    {
        var several = outcome.Study.Of.Count > 1;
        var columns = (several ? new[] { new TableColumn("design", "design") } : Array.Empty<TableColumn>())
            .Concat(new[] { new TableColumn("expected", "expected"), new TableColumn("verdict", "verdict"), new TableColumn("detail", "what it came to") }).ToList();
        var rows = outcome.Expectations.Select(e => new Row(
            (several ? new Cell[] { e.Design.Name } : Array.Empty<Cell>())
                .Concat(new[] { Cell.Code(DesignReader.OneLine(e.Location.Text.Slice(e.Location.Span))), Word(e.Verdict), e.Detail }).ToList(),
            e.Verdict switch { ExpectationVerdict.Holds => Tone.Good, ExpectationVerdict.Undecided => Tone.Doubtful, _ => Tone.Bad }));
        return new("expectations", null, columns, rows.ToList());
    }

    /// <summary>A verdict in a word.</summary>
    public static string Word(ExpectationVerdict verdict) => verdict switch
    {
        ExpectationVerdict.Holds => "holds",
        ExpectationVerdict.Undecided => "undecided",
        _ => "fails",
    };
}
