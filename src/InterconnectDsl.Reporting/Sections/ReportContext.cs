using InterconnectDsl.Kernels.Checking;
using InterconnectDsl.Reporting.Documents;
using InterconnectDsl.Reporting.Reading;

namespace InterconnectDsl.Reporting.Sections;

/// <summary>What the sections of a report are made from.</summary>
/// <param name="Checked">The design with its verdicts.</param>
/// <param name="Reader">Reads its attributes.</param>
/// <param name="Stock">What it is made of.</param>
internal sealed record ReportContext(CheckedDesign Checked, DesignReader Reader, Inventory Stock)
{
    /// <summary>Two columns of facts about the design itself, absent ones left out.</summary>
    public Table? FactTable(string id, string? caption, IEnumerable<Line> lines)
    {
        var design = Reader.Design.DesignGroup;
        var rows = new List<Row>();
        foreach (var line in lines)
        {
            if (Reader.Read(line) is { } cell)
            {
                var basis = Reader.BasisOf(design, 0, line.Path);
                rows.Add(new(new Cell[] { line.Label, cell, basis.Source, basis.Where }, line.Tone));
            }
        }

        return rows.Count == 0 ? null : new(id, caption, FactColumns, rows);
    }

    private static readonly TableColumn[] FactColumns =
    {
        new("line", "figure"), new("value", "value", IsNumber: true), new("basis", "rests on"), new("where", "where"),
    };
}
