using System.Runtime.CompilerServices;
using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Lexing;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Language.Parsing;

/// <summary>Reads texts in the icx language. Reading never fails: what cannot be read is a node of its own and a diagnostic.</summary>
public static class Parser
{
    /// <summary>Longest text that is read, in characters; a longer one is reported and gives an empty tree.</summary>
    public const int LongestText = 32 * 1024 * 1024;

    // As long as a text lives, so does its tree; the library's texts live as long as the process.
    private static readonly ConditionalWeakTable<SourceText, SyntaxTree> Trees = new();

    /// <summary>The tree of a file, which is read once, however many compilations it is part of.</summary>
    public static SyntaxTree TreeOf(SourceText text) => Trees.GetValue(text, Parse);

    /// <summary>The tree of a file, read anew.</summary>
    public static SyntaxTree Parse(SourceText text)
    {
        if (text.Content.Length > LongestText)
        {
            return Nothing(text, "ICX1016", LongestText / (1024 * 1024), "characters");
        }

        var tokens = Lexer.Lex(text.Content, 0, text.Content.Length, TokenBuffer.Take(text.Content.Length));
        if (tokens.IsCut)
        {
            return Nothing(text, "ICX1016", LexerScan.MostTokens / (1024 * 1024), "words and signs");
        }

        var session = new ParseSession(text, tokens);
        var root = new CompilationUnit(session).Read();
        var diagnostics = session.Reports.Finish();
        TokenBuffer.GiveBack(tokens);
        return new SyntaxTree(text, root, diagnostics);
    }

    private static SyntaxTree Nothing(SourceText text, string code, params object[] arguments) =>
        new(text, new CompilationUnitSyntax(new(0, 0), null, Array.Empty<DeclarationSyntax>()), new[] { DiagnosticCatalogue.Make(code, new(text, new(0, 0)), arguments) });

    /// <summary>A value with its clauses, as it stands behind a name; what stands before it in the text is passed over.</summary>
    /// <param name="text">Some lines of a file.</param>
    /// <param name="start">Offset of the sign the value begins with, <c>=</c> or <c>~</c>.</param>
    /// <returns>
    /// The value; null when something is wrong with it, or when anything but a closing brace follows in the text, and so might have been read as part of it.
    /// </returns>
    public static ValueSyntax? ParseValue(SourceText text, int start)
    {
        var session = new ParseSession(text, Lexer.Lex(text));
        var first = 0;
        while (first < session.Count - 1 && session.Tokens[first].Start < start)
        {
            first++;
        }

        var result = ValueGrammar.Required(session.Place(first));
        var behind = ((TokenInput)result.Remainder).Kind;
        return result.WasSuccessful && behind is TokenKind.EndOfFile or TokenKind.RightBrace && session.Reports.Finish().Count == 0 ? result.Value : null;
    }

    /// <summary>One expression that stands alone, as on a command line.</summary>
    /// <param name="text">The text.</param>
    /// <param name="diagnostics">Receives what could not be read; the result is then an <see cref="ErrorExpressionSyntax"/>.</param>
    public static ExpressionSyntax ParseExpression(SourceText text, DiagnosticBag diagnostics)
    {
        if (text.Content.Length > LongestText)
        {
            diagnostics.Report("ICX1016", new(text, new(0, 0)), LongestText / (1024 * 1024), "characters");
            return new ErrorExpressionSyntax(new(0, 0));
        }

        var session = new ParseSession(text, Lexer.Lex(text)) { OpenParens = 1 };
        var result = ExpressionGrammar.Expression(session.Place(0));
        var behind = (TokenInput)result.Remainder;
        if (!result.WasSuccessful || !behind.AtEnd)
        {
            session.Expectations.Add(behind.Index, result.WasSuccessful ? Wanted.EndOfText : Wanted.None);
            session.Reports.Unexpected(0, session.Expectations.Farthest, session.Count - 1);
        }

        var found = session.Reports.Finish();
        diagnostics.AddRange(found);
        return found.Count == 0 || (result.WasSuccessful && behind.AtEnd)
            ? result.Value
            : new ErrorExpressionSyntax(session.Span(0, session.Count - 1));
    }
}
