using InterconnectDsl.Language.Lexing;
using InterconnectDsl.Language.Syntax;

namespace InterconnectDsl.Language.Parsing;

/// <summary>Units: words and % with / * ^ between them and no blanks inside, read only behind a number or behind <c>in</c>.</summary>
internal static class UnitGrammar
{
    /// <summary>Whether a unit may start at a token: % or a word that is no keyword, on the line of the token before it.</summary>
    public static bool Starts(ParseSession session, int index)
    {
        var token = session.Tokens[index];
        return !token.IsFirstOnLine && IsWord(token);
    }

    /// <summary>Whether a unit follows the number in front of a token: with one blank between them at most.</summary>
    public static bool Follows(ParseSession session, int index)
    {
        var token = session.Tokens[index];
        return !token.IsFirstOnLine && token.Start - session.Tokens[index - 1].End <= 1 && IsWord(token);
    }

    /// <summary>The unit that starts at a token.</summary>
    public static UnitSyntax Read(ParseSession session, int index, out int behind)
    {
        behind = index + 1;
        while (Adjoins(session, behind) && Length(session, behind) is var length and > 0)
        {
            behind += length;
        }

        var span = session.Span(index, behind);
        return new UnitSyntax(span, session.Spelling(span.Start, span.Length));
    }

    private static bool IsWord(Token token) => token.Kind == TokenKind.Percent || (token.Kind == TokenKind.Name && token.Keyword == Keyword.None);

    private static bool Adjoins(ParseSession session, int index) => session.Tokens[index].Start == session.Tokens[index - 1].End;

    // Tokens of the factor or the power that goes on with a unit; 0 when none does.
    private static int Length(ParseSession session, int index)
    {
        switch (session.Tokens[index].Kind)
        {
            case TokenKind.Slash or TokenKind.Star:
                return Adjoins(session, index + 1) && IsWord(session.Tokens[index + 1]) ? 2 : 0;
            case TokenKind.Caret:
                var sign = Adjoins(session, index + 1) && session.Tokens[index + 1].Kind == TokenKind.Minus ? 1 : 0;
                return Adjoins(session, index + 1 + sign) && session.Tokens[index + 1 + sign].Kind == TokenKind.Number ? 2 + sign : 0;
            default:
                return 0;
        }
    }
}
