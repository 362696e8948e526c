using InterconnectDsl.Language.Parsing;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Language.Formatting;

/// <summary>
/// Writes a file in the one style of icx. Only what stands between tokens changes: no token, no comment and no tree is another afterwards, and a file
/// that is in style comes back as it is. In a file with syntax errors the statements that could not be read, or where need be the declarations around
/// them, are kept to the letter.
/// </summary>
public static class Formatter
{
    /// <summary>The longest line that a path may fill; a longer one is broken in front of an arrow.</summary>
    public const int LongestLine = 150;

    /// <summary>The whole file in style, with the line ends it has; a file too long to be read comes back unchanged.</summary>
    /// <param name="tree">The tree of the file.</param>
    public static string Format(SyntaxTree tree) =>
        tree.Text.Content.Length > Parser.LongestText ? tree.Text.Content
        : tree.Diagnostics.Count > 0 ? BrokenParts.Format(tree)
        : LayoutWriter.For(tree, _ => false).Write();

    /// <summary>The whole file in style.</summary>
    /// <param name="text">The file; it may have syntax errors.</param>
    public static string Format(SourceText text) => Format(Parser.Parse(text));

    /// <summary>What is to be changed in the whole file, from its start to its end; none when it is in style.</summary>
    /// <param name="tree">The tree of the file.</param>
    public static IReadOnlyList<TextChange> Changes(SyntaxTree tree) => TextChange.Between(tree.Text.Content, Format(tree));

    /// <summary>What is to be changed so that the lines a range touches are in style.</summary>
    /// <param name="tree">The tree of the file.</param>
    /// <param name="range">The characters; the first and the last line are taken whole.</param>
    public static IReadOnlyList<TextChange> Changes(SyntaxTree tree, TextSpan range)
    {
        var content = tree.Text.Content;
        var start = range.Start <= 0 ? 0 : content.LastIndexOf('\n', Math.Min(range.Start, content.Length) - 1) + 1;
        var end = range.End >= content.Length ? -1 : content.IndexOf('\n', range.End);
        return Changes(tree).Where(c => c.Span.End >= start && (end < 0 || c.Span.End <= end)).ToArray();
    }

    /// <summary>Whether a file is in style, to the character.</summary>
    /// <param name="text">The file.</param>
    public static bool IsFormatted(SourceText text) => Format(text) == text.Content;
}
