using InterconnectDsl.Language.Lexing;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Language.Formatting;

/// <summary>Characters to be put in place of others.</summary>
/// <param name="Span">The characters to be replaced.</param>
/// <param name="NewText">What stands there afterwards.</param>
public readonly record struct TextChange(TextSpan Span, string NewText)
{
    /// <summary>A text with changes made to it.</summary>
    /// <param name="content">The text.</param>
    /// <param name="changes">The changes, in order and apart from each other; their spans are those of the text before any of them.</param>
    public static string Apply(string content, IReadOnlyList<TextChange> changes)
    {
        var result = new System.Text.StringBuilder(content.Length);
        var at = 0;
        foreach (var change in changes)
        {
            result.Append(content, at, change.Span.Start - at).Append(change.NewText);
            at = change.Span.End;
        }

        return result.Append(content, at, content.Length - at).ToString();
    }

    /// <summary>What leads from one text to another with the same tokens: the gaps between them that differ, comments included.</summary>
    internal static IReadOnlyList<TextChange> Between(string before, string after)
    {
        if (before == after)
        {
            return Array.Empty<TextChange>();
        }

        var (old, @new) = (Lexer.Lex(new SourceText("", before)), Lexer.Lex(new SourceText("", after)));
        var changes = new List<TextChange>();
        for (int i = 0, from = 0, to = 0; i < old.Count; i++)
        {
            var (span, length) = (new TextSpan(from, old[i].Start - from), @new[i].Start - to);
            if (span.Length != length || string.CompareOrdinal(before, from, after, to, length) != 0)
            {
                changes.Add(new(span, after.Substring(to, length)));
            }

            (from, to) = (old[i].End, @new[i].End);
        }

        return changes;
    }
}
