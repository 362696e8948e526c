using InterconnectDsl.Language.Lexing;

namespace InterconnectDsl.Language.Parsing;

/// <summary>Where the parser goes on after a statement that it could not read.</summary>
internal static class Recovery
{
    private const int Lookahead = 2000;

    /// <summary>Index of the token where the next statement starts.</summary>
    /// <param name="session">The run of the parser.</param>
    /// <param name="start">First token of the failed statement.</param>
    /// <param name="farthest">The token it failed at.</param>
    public static int Skip(ParseSession session, int start, int farthest)
    {
        var (braces, parens) = (0, 0);
        for (var at = start; ; at++)
        {
            var token = session.Tokens[at];
            if (token.Kind == TokenKind.EndOfFile || (at > start && Newlines.StartsDeclaration(session, at)))
            {
                return at;
            }

            if (at > start && at >= farthest && braces == 0 && IsEnd(session, at, token, parens))
            {
                return token.Kind == TokenKind.Semicolon ? at + 1 : at;
            }

            braces = Math.Max(0, braces + (token.Kind == TokenKind.LeftBrace ? 1 : token.Kind == TokenKind.RightBrace ? -1 : 0));
            parens = Math.Max(0, parens + Turn(token.Kind));
        }
    }

    private static int Turn(TokenKind kind) => kind is TokenKind.LeftParen or TokenKind.LeftBracket ? 1
        : kind is TokenKind.RightParen or TokenKind.RightBracket ? -1
        : 0;

    private static bool IsEnd(ParseSession session, int at, Token token, int parens)
    {
        if (token.Kind is TokenKind.RightBrace or TokenKind.Semicolon)
        {
            return true;
        }

        return token.IsFirstOnLine && !Newlines.Continues(session, at) && (parens == 0 || !Closes(session, at, parens));
    }

    // Whether the parentheses open at the start of a line are closed further down, before a brace: then the statement goes on.
    private static bool Closes(ParseSession session, int at, int parens)
    {
        for (var i = at; i < at + Lookahead && i < session.Count; i++)
        {
            var kind = session.Tokens[i].Kind;
            parens += Turn(kind);
            if (parens <= 0)
            {
                return true;
            }

            if (kind is TokenKind.LeftBrace or TokenKind.RightBrace or TokenKind.Semicolon || Newlines.StartsDeclaration(session, i))
            {
                return false;
            }
        }

        return false;
    }
}
