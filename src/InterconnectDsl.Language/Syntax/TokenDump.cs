using System.Text;
using InterconnectDsl.Language.Lexing;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Language.Syntax;

/// <summary>The tokens of a text as lines, comments and blank lines included: the form in which tests keep them.</summary>
public static class TokenDump
{
    /// <summary>One line for each token and comment: line and column, sort, keyword if it is one, spelling.</summary>
    public static string Write(SourceText text)
    {
        var tokens = Lexer.Lex(text);
        var lines = new StringBuilder();
        for (var i = 0; i < tokens.Count; i++)
        {
            foreach (var comment in Trivia.CommentsBefore(text, tokens, i))
            {
                Line(lines, text, comment.Span, comment.IsDocumentation ? "Documentation" : "Comment");
            }

            var token = tokens[i];
            var kind = token.Keyword == Keyword.None ? token.Kind.ToString() : "Keyword";
            Line(lines, text, new TextSpan(token.Start, token.Length), kind);
        }

        return lines.ToString();
    }

    private static void Line(StringBuilder lines, SourceText text, TextSpan span, string kind)
    {
        var at = text.PositionOf(span.Start);
        lines.Append(FormattableString.Invariant($"{at.Line}:{at.Column} {kind} {text.Slice(span)}").TrimEnd()).Append('\n');
    }
}
