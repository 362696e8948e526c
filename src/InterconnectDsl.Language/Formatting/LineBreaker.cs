using InterconnectDsl.Language.Lexing;

namespace InterconnectDsl.Language.Formatting;

/// <summary>
/// Decides which tokens start a line. Lines are broken where the writer broke them, except where nobody reads on; bodies over several lines have
/// their braces apart.
/// </summary>
internal static class LineBreaker
{
    /// <summary>Number of line ends in front of a token, comments apart: none, one, or two where a blank line stands.</summary>
    public static int Before(Layout layout, int index)
    {
        if (index == 0)
        {
            return 0;
        }

        var gap = layout.Gaps[index];
        var place = layout.Places[index];
        if ((gap & Gap.AnyComment) == 0)
        {
            if ((place & Place.Joined) != 0)
            {
                return 0;
            }

            if ((gap & Gap.Newline) == 0)
            {
                return (place & Place.OwnLine) != 0 ? 1 : 0;
            }

            if ((place & (Place.Statement | Place.OwnLine)) == 0 && ReadsOn(layout, index))
            {
                return 0;
            }
        }

        return (gap & Gap.Blank) != 0 && !Opens(layout, index - 1) && !Closes(layout.Tokens[index].Kind) ? 2 : 1;
    }

    /// <summary>Whether a token opens what a blank line is not needed behind.</summary>
    public static bool Opens(Layout layout, int index) =>
        layout.Tokens[index].Kind is TokenKind.LeftParen or TokenKind.LeftBracket or TokenKind.LeftBrace;

    /// <summary>Whether a token closes what a blank line is not needed in front of.</summary>
    public static bool Closes(TokenKind kind) =>
        kind is TokenKind.RightParen or TokenKind.RightBracket or TokenKind.RightBrace or TokenKind.EndOfFile;

    // A brace stands on the line it belongs to, and so does a sign with what it follows.
    private static bool ReadsOn(Layout layout, int index) => layout.Tokens[index].Kind switch
    {
        TokenKind.LeftBrace or TokenKind.Comma or TokenKind.Colon or TokenKind.Equal or TokenKind.Question or TokenKind.Dot => true,
        TokenKind.Semicolon => !Opens(layout, index - 1),
        TokenKind.LeftParen or TokenKind.LeftBracket => Spacing.Before(layout, index) == 0 && !Opens(layout, index - 1),
        _ => layout.Is(index, Place.Tight) || layout.Tokens[index - 1].Kind is TokenKind.Colon or TokenKind.Dot,
    };
}
