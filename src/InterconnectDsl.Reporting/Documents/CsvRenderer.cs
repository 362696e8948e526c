using System.Globalization;
using System.Text;

namespace InterconnectDsl.Reporting.Documents;

/// <summary>Reports and tables as comma-separated values (RFC 4180), lines ended by a line feed, numbers with all their digits.</summary>
public static class CsvRenderer
{
    /// <summary>
    /// The whole report in long form: a line for each cell with <c>section,table,row,line,column,text,value,unit</c>; <c>line</c> is the row's first cell.
    /// </summary>
    public static string Render(ReportDocument document)
    {
        var output = new StringBuilder("section,table,row,line,column,text,value,unit\n");
        foreach (var section in document.Sections)
        {
            foreach (var table in section.Blocks.OfType<Table>())
            {
                Write(output, section.Id, table);
            }
        }

        return output.ToString();
    }

    /// <summary>One table as it stands; a number is followed by its unit in a column of its own.</summary>
    public static string Render(Table table)
    {
        var output = new StringBuilder();
        var units = table.Columns.Select((_, i) => table.Rows.Any(r => !string.IsNullOrEmpty(r.Cells[i].Unit))).ToArray();
        Line(output, table.Columns.SelectMany((c, i) => units[i] ? new[] { c.Key, c.Key + "_unit" } : new[] { c.Key }));
        foreach (var row in table.Rows)
        {
            Line(output, row.Cells.SelectMany((c, i) => units[i] ? new[] { Exact(c), c.Unit ?? "" } : new[] { Exact(c) }));
        }

        return output.ToString();
    }

    private static void Write(StringBuilder output, string section, Table table)
    {
        for (var r = 0; r < table.Rows.Count; r++)
        {
            for (var c = 0; c < table.Columns.Count; c++)
            {
                var cell = table.Rows[r].Cells[c];
                Line(output, new[]
                {
                    section, table.Caption ?? table.Id, r.ToString(CultureInfo.InvariantCulture), table.Rows[r].Cells[0].Text, table.Columns[c].Key,
                    cell.Text, cell.Number is null ? "" : Exact(cell), cell.Unit ?? "",
                });
            }
        }
    }

    private static string Exact(Cell cell) => cell.Number?.ToString("R", CultureInfo.InvariantCulture) ?? cell.Text;

    private static void Line(StringBuilder output, IEnumerable<string> fields) =>
        output.AppendJoin(',', fields.Select(Quoted)).Append('\n');

    private static string Quoted(string field) =>
        field.AsSpan().IndexOfAny(",\"\r\n") < 0 ? field : "\"" + field.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
