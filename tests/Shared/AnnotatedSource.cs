using System.Globalization;
using System.Text;
using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Tests.Shared;

/// <summary>
/// A file with its diagnostics under the lines they speak of, as a reviewer reads a golden: the line, a row of carets below what is meant, then
/// severity, code and message, the help below.
/// </summary>
public static class AnnotatedSource
{
    /// <summary>The whole file, line by line. Diagnostics of other files stand at the end.</summary>
    public static string Render(SourceText text, IEnumerable<Diagnostic> diagnostics)
    {
        var all = diagnostics.ToList();
        var byLine = all.Where(d => IsHere(d, text)).GroupBy(d => d.Location.Position.Line).ToDictionary(g => g.Key, g => g.ToList());
        var page = new StringBuilder();
        for (var line = 1; line <= text.LineCount; line++)
        {
            page.Append(string.Create(CultureInfo.InvariantCulture, $"{line,4} | {text.Line(line)}").TrimEnd()).Append('\n');
            foreach (var diagnostic in byLine.TryGetValue(line, out var found) ? found : [])
            {
                page.Append("     | ").Append(Underline(diagnostic)).Append('\n').Append(Describe(diagnostic));
            }
        }

        foreach (var diagnostic in all.Where(d => !IsHere(d, text)))
        {
            page.Append(CultureInfo.InvariantCulture, $"{diagnostic.Location}\n").Append(Describe(diagnostic));
        }

        return page.ToString().TrimEnd('\n');
    }

    /// <summary>Only the diagnostics, each as <c>path(line,column): severity CODE: message</c>.</summary>
    public static string Lines(IEnumerable<Diagnostic> diagnostics) => string.Join('\n', diagnostics.Select(Line));

    /// <summary><c>path(line,column): severity CODE: message</c>.</summary>
    public static string Line(Diagnostic diagnostic)
    {
        var at = diagnostic.Location.Text is null ? new LinePosition(0, 0) : diagnostic.Location.Position;
        return string.Create(CultureInfo.InvariantCulture,
            $"{diagnostic.Location.Text?.Path}({at.Line},{at.Column}): {Severity(diagnostic)} {diagnostic.Code}: {diagnostic.Message}");
    }

    private static bool IsHere(Diagnostic diagnostic, SourceText text) => diagnostic.Location.Text?.Path == text.Path;

    private static string Underline(Diagnostic diagnostic)
    {
        var (line, column) = diagnostic.Location.Position;
        var written = diagnostic.Location.Text.Line(line);
        var indent = new string(written.Take(column - 1).Select(c => c == '\t' ? '\t' : ' ').ToArray()).PadRight(column - 1);
        var carets = Math.Max(1, Math.Min(diagnostic.Location.Span.Length, written.Length - column + 1));
        return indent + new string('^', carets);
    }

    private static string Describe(Diagnostic diagnostic)
    {
        var lines = new StringBuilder();
        lines.Append(CultureInfo.InvariantCulture, $"     ! {Severity(diagnostic)} {diagnostic.Code}: {diagnostic.Message}\n");
        if (diagnostic.Help is { } help)
        {
            lines.Append(CultureInfo.InvariantCulture, $"     ! help: {help}\n");
        }

        foreach (var related in diagnostic.Related)
        {
            lines.Append(CultureInfo.InvariantCulture, $"     ! {related.Location}: {related.Message}\n");
        }

        return lines.ToString();
    }

    private static string Severity(Diagnostic diagnostic) => diagnostic.Severity.ToString().ToLowerInvariant();
}
