using InterconnectDsl.Language.Parsing;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Language.Formatting;

/// <summary>
/// Formats files with syntax errors. By blanks and indents the parser finds out where a broken part ends, so nothing is taken on trust: a result
/// counts only when it reads as the file did, and when formatting it again changes nothing. First the statements that could not be read are kept; if that does not hold,
/// the declarations around them; if that does not either, the whole file.
/// </summary>
internal static class BrokenParts
{
    private const int MostRounds = 4;

    /// <summary>The file in style but for its broken parts, with the tree it has.</summary>
    public static string Format(SyntaxTree tree)
    {
        var expected = SyntaxDump.Write(tree.Root);
        var at = tree;
        for (var round = 0; round < MostRounds; round++)
        {
            var next = Once(at, expected);
            if (next.Text.Content == at.Text.Content)
            {
                return next.Text.Content;
            }

            at = next;
        }

        return tree.Text.Content;
    }

    private static SyntaxTree Once(SyntaxTree tree, string expected)
    {
        return Written(tree, expected, _ => false)
            ?? Written(tree, expected, d => IsBroken(tree, d))
            ?? tree;
    }

    private static SyntaxTree? Written(SyntaxTree tree, string expected, Func<DeclarationSyntax, bool> isBroken)
    {
        var written = Parser.Parse(new SourceText(tree.Text.Path, LayoutWriter.For(tree, isBroken).Write()));
        return SyntaxDump.Write(written.Root) == expected ? written : null;
    }

    private static bool IsBroken(SyntaxTree tree, DeclarationSyntax declaration)
    {
        var (start, end) = (declaration.Span.Start, declaration.Span.End);
        return declaration is ErrorDeclarationSyntax || tree.Diagnostics.Any(d => d.Location.Span.Start <= end && d.Location.Span.End >= start);
    }
}
