using InterconnectDsl.Language.Lexing;

namespace InterconnectDsl.Language.Formatting;

/// <summary>How many blanks stand between two tokens of one line.</summary>
internal static class Spacing
{
    /// <summary>Blanks in front of a token, alignment apart: one, none at brackets and in front of commas, two in front of a clause.</summary>
    public static int Before(Layout layout, int index)
    {
        var place = layout.Places[index];
        if (index == 0 || (place & Place.Tight) != 0)
        {
            return 0;
        }

        if ((place & Place.Clause) != 0)
        {
            return 2;
        }

        var kind = layout.Tokens[index].Kind;
        return ClingsBehind(layout, index - 1) || ClingsBefore(kind) ? 0
            : kind == TokenKind.RightBrace ? (place & Place.Closes) != 0 ? 1 : 0
            : kind is TokenKind.LeftParen or TokenKind.LeftBracket && EndsOperand(layout.Tokens[index - 1]) ? 0
            : 1;
    }

    // Behind an opening bracket and behind the dot in front of a name.
    private static bool ClingsBehind(Layout layout, int index) => layout.Tokens[index].Kind switch
    {
        TokenKind.LeftParen or TokenKind.LeftBracket or TokenKind.Dot => true,
        TokenKind.LeftBrace => !layout.Is(index, Place.Opens),
        _ => false,
    };

    private static bool ClingsBefore(TokenKind kind) =>
        kind is TokenKind.RightParen or TokenKind.RightBracket or TokenKind.Comma or TokenKind.Semicolon or TokenKind.Question or TokenKind.Dot;

    // A parenthesis behind a name calls it; behind a keyword it need not, and there the tree has said so.
    private static bool EndsOperand(Token token) =>
        token.Kind is TokenKind.RightParen or TokenKind.RightBracket || (token.Kind == TokenKind.Name && token.Keyword == Keyword.None);
}
