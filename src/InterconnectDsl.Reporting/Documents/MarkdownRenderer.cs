using System.Text;

namespace InterconnectDsl.Reporting.Documents;

/// <summary>A report as Markdown, with the tables of GitHub's dialect. It reads well unrendered.</summary>
public static class MarkdownRenderer
{
    private const string Special = "\\`*_[]<>|#~";

    /// <summary>The whole report.</summary>
    public static string Render(ReportDocument document)
    {
        var output = new StringBuilder();
        output.Append("# ").Append(Escape(document.Title)).Append("\n\n");
        foreach (var fact in document.Header)
        {
            output.Append("- ").Append(Escape(fact.Label)).Append(": ").Append(Escape(fact.Value)).Append('\n');
        }

        foreach (var section in document.Sections)
        {
            output.Append("\n## ").Append(Escape(section.Title)).Append('\n');
            foreach (var block in section.Blocks)
            {
                Write(output, block);
            }
        }

        return output.ToString();
    }

    /// <summary>One table alone.</summary>
    public static string Render(Table table)
    {
        var output = new StringBuilder();
        Write(output, table);
        return output.ToString().TrimStart('\n');
    }

    private static void Write(StringBuilder output, Block block)
    {
        switch (block)
        {
            case Paragraph paragraph:
                output.Append('\n').Append(Escape(paragraph.Text)).Append('\n');
                break;
            case Table table:
                WriteTable(output, table);
                break;
        }
    }

    private static void WriteTable(StringBuilder output, Table table)
    {
        output.Append(table.Caption is null ? "" : "\n### " + Escape(table.Caption) + "\n").Append('\n');
        var cells = table.Rows.Select(r => r.Cells.Select((c, i) => Shown(table, r, c, i)).ToArray()).ToList();
        var widths = table.Columns.Select((c, i) => Math.Max(3, cells.Select(r => r[i].Length).Append(c.Heading.Length).Max())).ToArray();
        WriteRow(output, table, widths, table.Columns.Select(c => Escape(c.Heading)).ToArray());
        WriteRow(output, table, widths, table.Columns.Select((c, i) => c.IsNumber ? new string('-', widths[i] - 1) + ":" : new string('-', widths[i])).ToArray());
        foreach (var row in cells)
        {
            WriteRow(output, table, widths, row);
        }

        if (table.Note is { } note)
        {
            output.Append('\n').Append(Escape(note)).Append('\n');
        }
    }

    // Columns are padded so that the source reads as a table; the last one is not, or long sources would push blanks through every line.
    private static void WriteRow(StringBuilder output, Table table, int[] widths, string[] cells)
    {
        output.Append('|');
        for (var i = 0; i < cells.Length; i++)
        {
            var cell = i == cells.Length - 1 || widths[i] > 40 ? cells[i] : table.Columns[i].IsNumber ? cells[i].PadLeft(widths[i]) : cells[i].PadRight(widths[i]);
            output.Append(' ').Append(cell).Append(" |");
        }

        output.Append('\n');
    }

    /// <summary>Totals and what does not hold stand out by their numbers and by the cell that names them.</summary>
    private static string Shown(Table table, Row row, Cell cell, int column)
    {
        var text = cell.IsCode ? Code(cell.Text) : Escape(cell.Text);
        var names = column + 1 < table.Columns.Count && table.Columns[column + 1].IsNumber && !table.Columns.Take(column + 1).Any(c => c.IsNumber);
        return row.Tone is Tone.Total or Tone.Bad && text.Length > 0 && (table.Columns[column].IsNumber || names) ? "**" + text + "**" : text;
    }

    private static string Code(string text) =>
        text.Length == 0 ? "" : text.Contains('`', StringComparison.Ordinal) ? Escape(text) : "`" + text.Replace("|", "\\|", StringComparison.Ordinal) + "`";

    private static string Escape(string text)
    {
        if (text.AsSpan().IndexOfAny(Special + "\n") < 0)
        {
            return text;
        }

        var output = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];

            // Underscores and brackets inside a word mean nothing to Markdown, and names read better without backslashes.
            var plain = c switch
            {
                '_' => i > 0 && i + 1 < text.Length && char.IsLetterOrDigit(text[i - 1]) && char.IsLetterOrDigit(text[i + 1]),
                '[' => true,
                ']' => i + 1 >= text.Length || text[i + 1] is not ('(' or '[' or ':'),
                '#' or '~' => i > 0,
                '<' => i + 1 < text.Length && text[i + 1] is ' ' or '=',
                '>' => i > 0,
                _ => !Special.Contains(c, StringComparison.Ordinal),
            };
            output.Append(c == '\n' ? " " : plain ? c.ToString() : "\\" + c);
        }

        return output.ToString();
    }
}
