using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Language.Lexing;

/// <summary>A comment between two tokens, from its slashes to the end of its line.</summary>
/// <param name="Span">The characters.</param>
/// <param name="IsDocumentation">Whether it begins with three slashes.</param>
/// <param name="BlankLinesBefore">Blank lines between it and the comment, or the token, before it.</param>
/// <param name="OwnLine">Whether nothing stands before it on its line.</param>
public readonly record struct Comment(TextSpan Span, bool IsDocumentation, int BlankLinesBefore, bool OwnLine);

/// <summary>Recovers what stands in the gaps between tokens: comments, and how many blank lines.</summary>
public static class Trivia
{
    /// <summary>The comments in front of a token, in order.</summary>
    /// <param name="text">The text the tokens are of.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="index">The token; 0 to Count - 1, the last being the end of the file.</param>
    public static IReadOnlyList<Comment> CommentsBefore(SourceText text, TokenArray tokens, int index)
    {
        var at = index == 0 ? 0 : tokens[index - 1].End;
        var end = tokens[index].Start;
        var found = new List<Comment>();
        var newlines = index == 0 ? 1 : 0;
        while (at < end)
        {
            var c = text.Content[at];
            newlines += c == '\n' ? 1 : 0;
            if (c == '/' && at + 1 < end && text.Content[at + 1] == '/')
            {
                var stop = text.Content.IndexOf('\n', at, end - at);
                stop = stop < 0 ? end : stop;
                var documents = at + 2 < stop && text.Content[at + 2] == '/';
                found.Add(new(new(at, TrimmedEnd(text.Content, at, stop) - at), documents, Math.Max(0, newlines - 1), newlines > 0));
                newlines = 0;
                at = stop;
                continue;
            }

            at++;
        }

        return found;
    }

    /// <summary>Number of blank lines directly in front of a token, behind the last comment before it.</summary>
    public static int BlankLinesBefore(SourceText text, TokenArray tokens, int index)
    {
        var newlines = 0;
        for (var at = tokens[index].Start - 1; at >= 0 && char.IsWhiteSpace(text.Content[at]); at--)
        {
            newlines += text.Content[at] == '\n' ? 1 : 0;
        }

        return Math.Max(0, newlines - 1);
    }

    /// <summary>The documentation lines above a token, slashes and one blank removed, joined by newlines; null when there are none.</summary>
    internal static string? DocumentationBefore(string text, int previousEnd, int start)
    {
        var lines = new List<string>();
        var at = previousEnd;
        while (at < start)
        {
            var stop = text.IndexOf('\n', at, start - at);
            stop = stop < 0 ? start : stop;
            var first = at;
            while (first < stop && char.IsWhiteSpace(text[first]))
            {
                first++;
            }

            // The first stretch is the rest of the line of the token before: what stands there documents nothing.
            if ((at == 0 || at != previousEnd) && stop - first >= 3 && string.CompareOrdinal(text, first, "///", 0, 3) == 0)
            {
                var from = first + 3 < stop && text[first + 3] == ' ' ? first + 4 : first + 3;
                lines.Add(text.Substring(from, Math.Max(from, TrimmedEnd(text, from, stop)) - from));
            }
            else if (stop > first)
            {
                lines.Clear();
            }

            at = stop + 1;
        }

        return lines.Count == 0 ? null : string.Join("\n", lines);
    }

    private static int TrimmedEnd(string text, int start, int end)
    {
        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return end;
    }
}
