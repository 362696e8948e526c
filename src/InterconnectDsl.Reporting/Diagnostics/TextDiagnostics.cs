using System.Globalization;
using System.Text;
using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Reporting.Diagnostics;

/// <summary>Diagnostics for people: what is wrong, the source line with carets, what explains it, what to write instead.</summary>
public static class TextDiagnostics
{
    /// <summary>All diagnostics, a blank line after each.</summary>
    public static string Render(IReadOnlyList<Diagnostic> diagnostics, TextStyle style)
    {
        var output = new StringBuilder();
        foreach (var diagnostic in diagnostics)
        {
            Write(output, diagnostic, style);
            output.Append('\n');
        }

        return output.ToString();
    }

    private static void Write(StringBuilder output, Diagnostic diagnostic, TextStyle style)
    {
        var role = RoleOf(diagnostic.Severity);
        output.Append(style.Paint(role, WordOf(diagnostic.Severity) + " " + diagnostic.Code)).Append(": ");
        output.Append(style.Paint(Role.Strong, Indented(diagnostic.Message, 2))).Append('\n');
        var gutter = 1;
        if (diagnostic.Location.Text is not null)
        {
            gutter = SourceExcerpt.GutterOf(diagnostic.Location);
            output.Append(style.Paint(Role.Faint, new string(' ', gutter) + "--> ")).Append(PlaceOf(diagnostic.Location)).Append('\n');
            SourceExcerpt.Write(output, diagnostic.Location, role, style);
        }

        WriteEntry(output, gutter, "help", diagnostic.Help, style);
        foreach (var related in diagnostic.Related)
        {
            WriteEntry(output, gutter, "see", PlaceOf(related.Location) + ": " + related.Message, style);
        }

        WriteEntry(output, gutter, "source", diagnostic.Source, style);
    }

    private static void WriteEntry(StringBuilder output, int gutter, string label, string? text, TextStyle style)
    {
        if (string.IsNullOrEmpty(text))
        {
            return;
        }

        var lead = new string(' ', gutter) + " = ";
        output.Append(style.Paint(Role.Faint, lead)).Append(style.Paint(Role.Note, label + ":")).Append(' ');
        output.Append(Indented(text, lead.Length + label.Length + 2)).Append('\n');
    }

    /// <summary><c>path:line:column</c>, as terminals and editors make links of.</summary>
    internal static string PlaceOf(SourceSpan location)
    {
        if (location.Text is null)
        {
            return "";
        }

        var (line, column) = location.Position;
        return DisplayWidth.Safe(location.Text.Path) + ":" + line.ToString(CultureInfo.InvariantCulture) + ":" + column.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The word for a severity: error, warning, note.</summary>
    public static string WordOf(Severity severity) => severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "note" };

    private static Role RoleOf(Severity severity) => severity switch { Severity.Error => Role.Error, Severity.Warning => Role.Warning, _ => Role.Note };

    private static string Indented(string text, int blanks) => DisplayWidth.Safe(text).Replace("\n", "\n" + new string(' ', blanks), StringComparison.Ordinal);
}
