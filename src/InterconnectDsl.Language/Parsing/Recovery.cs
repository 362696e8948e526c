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
    /// <param name="open">Whether braces of the statement are still open there.</param>
    /// <param name="module">Whether it stands at the module's level: there a line that is no declaration belongs to what failed.</param>
    public static int Skip(ParseSession session, int start, int farthest, bool module, out bool open)
    {
        var (braces, parens, inner) = (0, 0, 0);
        for (var at = start; ; at++)
        {
            var token = session.Tokens[at];
            open = braces > inner;
            var closes = at > start && (open ? session.ClosesAll(at) : Newlines.StartsDeclaration(session, at));
            if (token.Kind == TokenKind.EndOfFile || closes)
            {
                return at;
            }

            // Braces open where the statement failed are those of a set or a list: they do not hold the statement together.
            inner = at == farthest ? braces : Math.Min(inner, braces);
            var ends = at > start && at >= farthest
                && (module ? braces <= inner && StartsConstant(session, start, at) : Ends(session, start, farthest, at, parens, braces, inner));
            if (ends)
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

    private static bool StartsConstant(ParseSession session, int start, int at) =>
        session.Tokens[at].IsFirstOnLine && ModuleGrammar.Starts(session, at)
        && session.Indent(at) is var indent && (indent == 0 || indent < session.Indent(start));

    private static bool Ends(ParseSession session, int start, int farthest, int at, int parens, int braces, int inner)
    {
        var token = session.Tokens[at];
        switch (token.Kind)
        {
            case TokenKind.RightBrace:
                return braces == 0 && !IsOwnBrace(session, start, at);
            case TokenKind.Semicolon:
                return braces == 0;
            default:
                return token.IsFirstOnLine && braces <= inner && !Newlines.Continues(session, at)
                    && (at - 1 == farthest || !Newlines.GoesOnBehind(session.Tokens[at - 1]))
                    && session.Indent(at) <= session.Indent(start) && (parens == 0 || !Closes(session, at, parens));
        }
    }

    // Where braces are known not to match, one on the failed line, or one indented like it, belongs to what failed.
    private static bool IsOwnBrace(ParseSession session, int start, int at) => session.TrustsIndentation
        && (session.Tokens[at].IsFirstOnLine ? session.Indent(at) == session.Indent(start) : session.Tokens[start].IsFirstOnLine);

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
