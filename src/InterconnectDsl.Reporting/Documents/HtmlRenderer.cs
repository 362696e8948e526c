using System.Net;
using System.Text;

namespace InterconnectDsl.Reporting.Documents;

/// <summary>
/// A report as one HTML file: no script, no request to anywhere, light and dark by the reader's preference, tables that stay on their page when printed.
/// </summary>
public static class HtmlRenderer
{
    /// <summary>The whole report.</summary>
    public static string Render(ReportDocument document)
    {
        var output = new StringBuilder();
        output.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        output.Append("<title>").Append(E(document.Title)).Append("</title>\n<style>\n").Append(HtmlStyle.Text).Append("</style>\n</head>\n<body>\n<header>\n<h1>");
        output.Append(E(document.Title)).Append("</h1>\n<dl>\n");
        foreach (var fact in document.Header)
        {
            output.Append("<div><dt>").Append(E(fact.Label)).Append("</dt><dd>").Append(E(fact.Value)).Append("</dd></div>\n");
        }

        output.Append("</dl>\n</header>\n<nav aria-label=\"Sections\">\n<ol>\n");
        foreach (var section in document.Sections)
        {
            output.Append("<li><a href=\"#").Append(E(section.Id)).Append("\">").Append(E(section.Title)).Append("</a></li>\n");
        }

        output.Append("</ol>\n</nav>\n<main>\n");
        foreach (var section in document.Sections)
        {
            output.Append("<section id=\"").Append(E(section.Id)).Append("\">\n<h2>").Append(E(section.Title)).Append("</h2>\n");
            foreach (var block in section.Blocks)
            {
                Write(output, block);
            }

            output.Append("</section>\n");
        }

        return output.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static void Write(StringBuilder output, Block block)
    {
        switch (block)
        {
            case Paragraph paragraph:
                output.Append(paragraph.IsAbsence ? "<p class=\"absent\">" : "<p>").Append(E(paragraph.Text)).Append("</p>\n");
                break;
            case Drawing drawing:
                output.Append("<figure>").Append(drawing.Svg).Append("</figure>\n");
                break;
            case Table table:
                WriteTable(output, table);
                break;
        }
    }

    private static void WriteTable(StringBuilder output, Table table)
    {
        // A table wider than the page scrolls by itself, with the keyboard as well.
        output.Append("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"").Append(E(table.Caption ?? table.Id)).Append("\"><table>\n");
        output.Append(table.Caption is null ? "" : "<caption>" + E(table.Caption) + "</caption>\n").Append("<thead><tr>");
        foreach (var column in table.Columns)
        {
            output.Append("<th scope=\"col\"").Append(column.IsNumber ? " class=\"number\"" : "").Append('>').Append(E(column.Heading)).Append("</th>");
        }

        output.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in table.Rows)
        {
            output.Append("<tr").Append(row.Tone == Tone.Plain ? "" : " class=\"" + row.Tone.ToString().ToLowerInvariant() + "\"").Append('>');
            for (var i = 0; i < row.Cells.Count; i++)
            {
                WriteCell(output, table.Columns[i], row.Cells[i]);
            }

            output.Append("</tr>\n");
        }

        output.Append("</tbody>\n</table></div>\n").Append(table.Note is null ? "" : "<p class=\"note\">" + E(table.Note) + "</p>\n");
    }

    private static void WriteCell(StringBuilder output, TableColumn column, Cell cell)
    {
        output.Append(column.IsNumber ? "<td class=\"number\">" : "<td>");
        output.Append(cell.IsCode && cell.Text.Length > 0 ? "<code>" + E(cell.Text) + "</code>" : E(cell.Text)).Append("</td>");
    }

    private static string E(string text) => WebUtility.HtmlEncode(text);
}
