using InterconnectDsl.Language.Lexing;
using InterconnectDsl.Language.Parsing;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Tests.Shared;

namespace InterconnectDsl.Language.Tests.Formatting;

/// <summary>Texts to be formatted, and what formatting may not change of them.</summary>
internal static class Texts
{
    /// <summary>Every .icx file of the repository, by its path from the root.</summary>
    public static IEnumerable<string> All =>
        new[] { "src", "examples", "tests", "grammar" }
            .Select(RepositoryRoot.Combine)
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.icx", SearchOption.AllDirectories))
            .Select(RepositoryRoot.Relative)
            .Where(path => !path.Contains("/bin/", StringComparison.Ordinal) && !path.Contains("/obj/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    public static string Read(string path) => File.ReadAllText(RepositoryRoot.Combine(path)).TrimStart('\uFEFF');

    /// <summary>The tokens as they are spelled.</summary>
    public static IReadOnlyList<string> Tokens(string text)
    {
        var tokens = Lexer.Lex(new SourceText("a.icx", text));
        return Enumerable.Range(0, tokens.Count).Select(i => text.Substring(tokens[i].Start, tokens[i].Length)).ToArray();
    }

    /// <summary>Each comment with the token it stands behind, and whether it has a line of its own.</summary>
    public static IReadOnlyList<string> Comments(string text)
    {
        var source = new SourceText("a.icx", text);
        var tokens = Lexer.Lex(source);
        return Enumerable.Range(0, tokens.Count)
            .SelectMany(i => Trivia.CommentsBefore(source, tokens, i).Select(c => $"{i} {(c.OwnLine ? "below" : "behind")} {source.Slice(c.Span)}"))
            .ToArray();
    }

    /// <summary>The tree without places.</summary>
    public static string Tree(string text) => SyntaxDump.Write(Parser.Parse(new SourceText("a.icx", text)).Root);
}
