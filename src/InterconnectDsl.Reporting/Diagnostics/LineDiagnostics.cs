using System.Globalization;
using System.Text;
using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Reporting.Diagnostics;

/// <summary>Diagnostics of one line each: for MSBuild and editors, and for the annotations of GitHub.</summary>
public static class LineDiagnostics
{
    /// <summary>
    /// <c>path(line,column): error ICX2003: message (help)</c>, the form MSBuild and most editors pick up. A note keeps its word, which MSBuild passes over.
    /// </summary>
    public static string RenderMsbuild(IReadOnlyList<Diagnostic> diagnostics)
    {
        var output = new StringBuilder();
        foreach (var diagnostic in diagnostics)
        {
            if (diagnostic.Location.Text is { } text)
            {
                var (line, column) = diagnostic.Location.Position;
                output.Append(OneLine(text.Path)).Append('(').Append(Number(line)).Append(',').Append(Number(column)).Append("): ");
            }
            else
            {
                output.Append("icx: ");
            }

            output.Append(TextDiagnostics.WordOf(diagnostic.Severity)).Append(' ').Append(diagnostic.Code).Append(": ").Append(OneLine(diagnostic.Message));
            output.Append(diagnostic.Help is null ? "" : " (" + OneLine(diagnostic.Help) + ")").Append('\n');
        }

        return output.ToString();
    }

    /// <summary><c>::error file=...,line=...,title=...::message</c>, the workflow commands of GitHub Actions.</summary>
    public static string RenderGithub(IReadOnlyList<Diagnostic> diagnostics)
    {
        var output = new StringBuilder();
        foreach (var diagnostic in diagnostics)
        {
            var command = diagnostic.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "notice" };
            output.Append("::").Append(command).Append(' ').Append(GithubPlace(diagnostic.Location)).Append("title=").Append(Property(diagnostic.Code));
            output.Append("::").Append(Data(diagnostic.Message + (diagnostic.Help is null ? "" : "\n" + diagnostic.Help))).Append('\n');
        }

        return output.ToString();
    }

    private static string GithubPlace(SourceSpan location)
    {
        if (location.Text is null)
        {
            return "";
        }

        var (line, column) = location.Position;
        var end = location.Text.PositionOf(location.Span.End);
        var place = "file=" + Property(location.Text.Path) + ",line=" + Number(line);

        // Columns are not allowed where the span ends on another line.
        return place + (end.Line != line ? ",endLine=" + Number(end.Line) + "," : ",col=" + Number(column) + ",endColumn=" + Number(end.Column) + ",");
    }

    private static string Data(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);

    private static string OneLine(string text) => DisplayWidth.Safe(text).Replace('\n', ' ');

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
