using System.Globalization;
using System.Text;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Reporting.Diagnostics;

/// <summary>The source lines of a span with their numbers, and carets below what is meant.</summary>
internal static class SourceExcerpt
{
    private const int LongestLaidOut = 10_000;

    /// <summary>Writes the excerpt. Any span is safe: of no width, at the end of the file, over many lines, outside of the text.</summary>
    public static void Write(StringBuilder output, SourceSpan location, Role role, TextStyle style)
    {
        var text = location.Text;
        var start = Math.Clamp(location.Span.Start, 0, text.Content.Length);
        var end = Math.Clamp(location.Span.End, start, text.Content.Length);
        var first = text.PositionOf(start);
        var last = text.PositionOf(end > start ? end - 1 : end);
        var gutter = Number(last.Line).Length;
        Rule(output, gutter, style);
        WriteLine(output, text, first.Line, first.Column - 1, last.Line == first.Line ? first.Column - 1 + end - start : int.MaxValue, gutter, role, style);
        if (last.Line == first.Line)
        {
            return;
        }

        if (last.Line > first.Line + 1)
        {
            output.Append(style.Paint(Role.Faint, new string('.', Math.Max(3, gutter)))).Append('\n');
        }

        var line = text.Line(last.Line);
        var indent = line.Length - line.TrimStart().Length;
        WriteLine(output, text, last.Line, Math.Min(indent, last.Column - 1), last.Column, gutter, role, style);
    }

    /// <summary>The bare gutter that sets an excerpt apart.</summary>
    public static void Rule(StringBuilder output, int gutter, TextStyle style) =>
        output.Append(style.Paint(Role.Faint, new string(' ', gutter) + " |")).Append('\n');

    /// <summary>Columns a line number takes at the end of a span.</summary>
    public static int GutterOf(SourceSpan location) =>
        Number(location.Text.PositionOf(Math.Max(location.Span.Start, location.Span.End - 1)).Line).Length;

    private static void WriteLine(StringBuilder output, SourceText text, int number, int from, int to, int gutter, Role role, TextStyle style)
    {
        var width = Math.Max(40, style.Width - gutter - 3);
        var content = text.Line(number);
        to = Math.Min(to, content.Length);
        if (content.Length > LongestLaidOut + width)
        {
            // Of a line without end only what can be shown is laid out.
            var start = Math.Min(Math.Max(0, from - (LongestLaidOut / 2)), content.Length);
            content = content.Substring(start, Math.Min(content.Length - start, LongestLaidOut + width));
            (from, to) = (from - start, to - start);
        }

        var line = new SourceLine(content);
        var (shown, carets) = line.Point(line.ColumnOf(from), line.ColumnOf(to), width);
        output.Append(style.Paint(Role.Faint, Number(number).PadLeft(gutter) + " |"));
        output.Append(shown.Length == 0 ? "" : " " + shown).Append('\n');
        var blanks = carets.Length - carets.TrimStart().Length;
        output.Append(style.Paint(Role.Faint, new string(' ', gutter) + " |"));
        output.Append(' ').Append(' ', blanks).Append(style.Paint(role, carets[blanks..])).Append('\n');
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
