using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Units;
using InterconnectDsl.Reporting.Documents;
using InterconnectDsl.Reporting.Reading;
using InterconnectDsl.Studies;

namespace InterconnectDsl.Reporting.Studies;

/// <summary>The columns of a study's points: which design, where its knobs stand, and what is observed, each in one unit.</summary>
/// <param name="Designs">Whether several designs are compared.</param>
/// <param name="Knobs">The knobs as they are written, with their units.</param>
/// <param name="Figures">The figures by their names, with their units.</param>
internal sealed record StudyColumns(bool Designs, IReadOnlyList<(string Name, Unit? Unit)> Knobs, IReadOnlyList<(string Name, Unit? Unit)> Figures)
{
    public static StudyColumns Of(StudyOutcome outcome)
    {
        var text = outcome.Study.Location.Text;
        var knobs = outcome.Study.Syntax.Clauses.OfType<KnobSyntax>().Select((k, i) => (text.Slice(k.Knob.Span), outcome.Rows.Select(r => r.Knobs[i]?.Unit).FirstOrDefault(u => u is not null)));
        var names = outcome.Study.Syntax.Clauses.OfType<StudyBindingsSyntax>().Where(b => b.Word.Text == "observe").SelectMany(b => b.Bindings).Select(b => b.Name.Text)
            .Concat(outcome.Study.Syntax.Clauses.OfType<StudyTermSyntax>().Where(t => t.Word.Text is "minimize" or "maximize").Select(t => $"{t.Word.Text}s {DesignReader.OneLine(text.Slice(t.Value.Span))}"));
        return new(outcome.Study.Of.Count > 1, knobs.ToList(), names.Select((n, i) => (n, UnitOf(outcome.Rows.Select(r => r.Figures[i]?.Value).ToList()))).ToList());
    }

    public IEnumerable<TableColumn> Leading() =>
        (Designs ? new[] { new TableColumn("design", "design") } : Array.Empty<TableColumn>()).Concat(Knobs.Select(k => new TableColumn(k.Name, k.Name, IsNumber: true)));

    public IEnumerable<Cell> Leading(StudyRow row) =>
        (Designs ? new Cell[] { row.Design.Name } : Array.Empty<Cell>()).Concat(row.Knobs.Select((k, i) => CellOf(k, Knobs[i].Unit)));

    /// <summary>A number in a unit; nothing for what is absent.</summary>
    public static Cell CellOf(StudyNumber? number, Unit? unit) => number switch
    {
        null => new(null),
        { Text: { } text } => new(text),
        { Type: QuantityType } when !double.IsNaN(number.Number) => DesignReader.Format(number.Number, number.Type, number.Unit ?? unit),
        { Type: IntType } when !double.IsNaN(number.Number) => Cell.Count((long)number.Number),
        _ => new(NumberText.Of(number.Number, number.Type, null, null) ?? "absent"),
    };

    // The unit in which the largest reads well is that of the column.
    private static Unit? UnitOf(IReadOnlyList<StudyNumber?> numbers)
    {
        var largest = numbers.Where(n => n is { Type: QuantityType } && !double.IsNaN(n.Number)).MaxBy(n => Math.Abs(n!.Number));
        if (largest is null)
        {
            return null;
        }

        var text = Quantities.Format(largest.Number, largest.Type, null);
        var blank = text.IndexOf(' ', StringComparison.Ordinal);
        return blank > 0 && UnitTable.TryParse(text[(blank + 1)..], out var unit, out _, out _) ? unit : null;
    }
}
