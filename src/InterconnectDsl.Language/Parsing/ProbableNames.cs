using InterconnectDsl.Language.Lexing;

namespace InterconnectDsl.Language.Parsing;

/// <summary>Guesses which names a stretch of unreadable tokens would have declared, so that nothing is said of their uses.</summary>
internal static class ProbableNames
{
    public static IReadOnlyList<string> Between(ParseSession session, int start, int end)
    {
        var found = new List<string>();
        for (var at = start; at < end; at++)
        {
            if (session.Tokens[at].Kind == TokenKind.Name && IsDeclared(session, start, at, end))
            {
                found.Add(session.Spelling(at));
            }
        }

        return found.Count == 0 ? Array.Empty<string>() : found.Distinct(StringComparer.Ordinal).ToArray();
    }

    // A name that opens a statement and is set or declared, one behind another name, one in the braces of a use.
    private static bool IsDeclared(ParseSession session, int start, int at, int end)
    {
        var next = session.Tokens[at + 1];
        var before = at > start ? session.Tokens[at - 1] : default;
        var opens = at == start || session.Tokens[at].IsFirstOnLine || before.Kind is TokenKind.LeftBrace or TokenKind.Semicolon;
        if (session.Tokens[start].Keyword == Keyword.Use)
        {
            return before.Kind is TokenKind.LeftBrace or TokenKind.Comma or TokenKind.Dot || before.Keyword == Keyword.As;
        }

        var sets = at + 1 >= end
            || next.Kind is TokenKind.Colon or TokenKind.Equal or TokenKind.Tilde or TokenKind.LeftBrace or TokenKind.LeftBracket;
        return (opens && sets)
            || (at > start && before.Kind == TokenKind.Name && !session.Tokens[at].IsFirstOnLine && OpensAt(session, start, at - 1));
    }

    private static bool OpensAt(ParseSession session, int start, int at) =>
        at == start || session.Tokens[at].IsFirstOnLine || session.Tokens[at - 1].Kind is TokenKind.LeftBrace or TokenKind.Semicolon
        || session.Tokens[at - 1].Kind == TokenKind.Dot;
}
