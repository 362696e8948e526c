using System.Text.Json;

namespace InterconnectDsl.Reporting.Documents;

/// <summary>
/// Reports and tables as JSON. A cell is a text, or an object of <c>text</c>, <c>value</c> and <c>unit</c>. Their schema is <c>Schemas/report-1.schema.json</c>.
/// </summary>
public static class JsonRenderer
{
    /// <summary>The version of the form; it changes when a reader would have to.</summary>
    public const int SchemaVersion = 1;

    /// <summary>The whole report.</summary>
    public static string Render(ReportDocument document) => JsonText.Of(writer => writer.WriteElement(() =>
    {
        writer.WriteNumber("schemaVersion", SchemaVersion);
        writer.WriteString("title", document.Title);
        foreach (var fact in document.Header)
        {
            writer.WriteString(fact.Key, fact.Value);
        }

        writer.WriteArray("sections", document.Sections, section => writer.WriteElement(() => Write(writer, section)));
    }));

    /// <summary>One table alone.</summary>
    public static string Render(Table table) => JsonText.Of(writer => writer.WriteElement(() =>
    {
        writer.WriteNumber("schemaVersion", SchemaVersion);
        Write(writer, table);
    }));

    private static void Write(Utf8JsonWriter writer, Section section)
    {
        writer.WriteString("id", section.Id);
        writer.WriteString("title", section.Title);
        writer.WriteBoolean("applies", section.Applies);
        writer.WriteArray("text", section.Blocks.OfType<Paragraph>(), p => writer.WriteStringValue(p.Text));
        writer.WriteArray("tables", section.Blocks.OfType<Table>(), t => writer.WriteElement(() => Write(writer, t)));
    }

    private static void Write(Utf8JsonWriter writer, Table table)
    {
        writer.WriteString("id", table.Id);
        writer.WriteOptional("caption", table.Caption);
        writer.WriteArray("columns", table.Columns, column => writer.WriteElement(() =>
        {
            writer.WriteString("key", column.Key);
            writer.WriteString("heading", column.Heading);
        }));
        writer.WriteArray("rows", table.Rows, row => writer.WriteElement(() =>
        {
            for (var i = 0; i < row.Cells.Count; i++)
            {
                Write(writer, table.Columns[i].Key, row.Cells[i]);
            }
        }));
        writer.WriteOptional("note", table.Note);
    }

    private static void Write(Utf8JsonWriter writer, string key, Cell cell)
    {
        if (cell.Number is not { } number)
        {
            writer.WriteString(key, cell.Text);
            return;
        }

        writer.WriteObject(key, () =>
        {
            writer.WriteString("text", cell.Text);
            writer.WriteNumber("value", number);
            writer.WriteString("unit", cell.Unit ?? "");
        });
    }
}
