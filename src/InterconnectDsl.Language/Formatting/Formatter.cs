using InterconnectDsl.Language.Parsing;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Language.Formatting;

/// <summary>Characters to be put in place of others; the others are blanks, newlines and comments, never part of a token.</summary>
/// <param name="Span">The characters to be replaced.</param>
/// <param name="NewText">What stands there afterwards.</param>
public readonly record struct TextChange(TextSpan Span, string NewText);

/// <summary>
/// Writes a file in the one style of icx. Only what stands between tokens changes: no token, no comment and no tree is another afterwards. A
/// file with syntax errors stays as it is written, since blanks decide how its broken parts are read. A file that is in style already comes back as it is.
/// </summary>
public static class Formatter
{
    /// <summary>The longest line that a path may fill; a longer one is broken in front of an arrow.</summary>
    public const int LongestLine = 150;

    /// <summary>The whole file in style, with the line ends it has; a file too long to be read, or with syntax errors, comes back unchanged.</summary>
    /// <param name="tree">The tree of the file.</param>
    public static string Format(SyntaxTree tree) => IsLeftAlone(tree) ? tree.Text.Content : LayoutWriter.For(tree).Write();

    /// <summary>The whole file in style.</summary>
    /// <param name="text">The file; it may have syntax errors.</param>
    public static string Format(SourceText text) => Format(Parser.Parse(text));

    /// <summary>The whole file with the lines that a range touches in style, and all others as they are.</summary>
    /// <param name="tree">The tree of the file.</param>
    /// <param name="range">The characters; the first and the last line are taken whole.</param>
    public static string Format(SyntaxTree tree, TextSpan range) => Apply(tree.Text.Content, Changes(tree, range));

    /// <summary>What is to be changed in the whole file, from its start to its end; none when it is in style.</summary>
    /// <param name="tree">The tree of the file.</param>
    public static IReadOnlyList<TextChange> Changes(SyntaxTree tree) => Changes(tree, new(0, tree.Text.Content.Length));

    /// <summary>What is to be changed so that the lines a range touches are in style.</summary>
    /// <param name="tree">The tree of the file.</param>
    /// <param name="range">The characters; the first and the last line are taken whole.</param>
    public static IReadOnlyList<TextChange> Changes(SyntaxTree tree, TextSpan range)
    {
        if (IsLeftAlone(tree))
        {
            return Array.Empty<TextChange>();
        }

        var content = tree.Text.Content;
        var start = range.Start <= 0 ? 0 : content.LastIndexOf('\n', Math.Min(range.Start, content.Length) - 1) + 1;
        var end = range.End >= content.Length ? -1 : content.IndexOf('\n', range.End);
        return LayoutWriter.For(tree).Changes(start, end < 0 ? content.Length : end);
    }

    /// <summary>Whether a file is in style, to the character.</summary>
    /// <param name="text">The file.</param>
    public static bool IsFormatted(SourceText text) => Changes(Parser.Parse(text)).Count == 0;

    private static bool IsLeftAlone(SyntaxTree tree) => tree.Text.Content.Length > Parser.LongestText || tree.Diagnostics.Count > 0;

    private static string Apply(string content, IReadOnlyList<TextChange> changes)
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
}
