using System.Text.Json;
using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Reporting.Diagnostics;

/// <summary>
/// Diagnostics as JSON: an object with <c>schemaVersion</c>, <c>tool</c> and <c>diagnostics</c>. Lines and columns count from 1, columns in UTF-16 units;
/// the end of a span is the column behind its last character. Its schema is <c>Schemas/diagnostics-1.schema.json</c>.
/// </summary>
public static class JsonDiagnostics
{
    /// <summary>The version of the form; it changes when a reader would have to.</summary>
    public const int SchemaVersion = 1;

    /// <summary>All diagnostics as one document.</summary>
    public static string Render(IReadOnlyList<Diagnostic> diagnostics, ToolInfo tool) => JsonText.Of(writer => writer.WriteElement(() =>
    {
        writer.WriteNumber("schemaVersion", SchemaVersion);
        writer.WriteObject("tool", () =>
        {
            writer.WriteString("name", "icx");
            writer.WriteString("version", tool.Version);
        });
        writer.WriteArray("diagnostics", diagnostics, d => writer.WriteElement(() => Write(writer, d)));
    }));

    private static void Write(Utf8JsonWriter writer, Diagnostic diagnostic)
    {
        writer.WriteString("code", diagnostic.Code);
        writer.WriteString("severity", TextDiagnostics.WordOf(diagnostic.Severity));
        writer.WriteString("message", diagnostic.Message);
        WriteLocation(writer, diagnostic.Location);
        writer.WriteOptional("help", diagnostic.Help);
        writer.WriteOptional("replacement", diagnostic.Replacement);
        writer.WriteOptional("source", diagnostic.Source);
        if (diagnostic.Related.Count > 0)
        {
            writer.WriteArray("related", diagnostic.Related, related => writer.WriteElement(() =>
            {
                writer.WriteString("message", related.Message);
                WriteLocation(writer, related.Location);
            }));
        }
    }

    private static void WriteLocation(Utf8JsonWriter writer, SourceSpan location)
    {
        if (location.Text is null)
        {
            return;
        }

        var start = location.Position;
        var end = location.Text.PositionOf(location.Span.End);
        writer.WriteString("path", location.Text.Path);
        writer.WriteNumber("line", start.Line);
        writer.WriteNumber("column", start.Column);
        writer.WriteNumber("endLine", end.Line);
        writer.WriteNumber("endColumn", end.Column);
    }
}
