namespace InterconnectDsl.Language.Lexing;

/// <summary>The punctuation of the language, longest match first.</summary>
internal static class Signs
{
    private static readonly TokenKind[] Single = MakeSingle();

    /// <summary>Number of characters of the sign that begins with these three, 0 when none does.</summary>
    public static int Measure(char first, char second, char third, out TokenKind kind)
    {
        kind = first < 128 ? Single[first] : first == '±' ? TokenKind.PlusMinus : TokenKind.EndOfFile;
        switch (first)
        {
            case '.' when second == '.':
                kind = TokenKind.DotDot;
                return 2;
            case '=' when second == '=':
                kind = TokenKind.EqualEqual;
                return 2;
            case '!' when second == '=':
                kind = TokenKind.NotEqual;
                return 2;
            case '<' when second == '=':
                kind = TokenKind.LessOrEqual;
                return 2;
            case '>' when second == '=':
                kind = TokenKind.GreaterOrEqual;
                return 2;
            case '-' when second == '>':
                kind = TokenKind.Arrow;
                return 2;
            case '<' when second == '-' && third == '>':
                kind = TokenKind.DoubleArrow;
                return 3;
            case '+' when second == '/' && third == '-':
                kind = TokenKind.PlusMinus;
                return 3;
            default:
                // Doubled operators of other languages are look-alikes of a word of ours.
                return kind == TokenKind.EndOfFile || (first is '|' or '*' && second == first) ? 0 : 1;
        }
    }

    private static TokenKind[] MakeSingle()
    {
        var table = new TokenKind[128];
        const string Characters = "()[]{},;:.=<>+-*/^%~|?";
        TokenKind[] kinds =
        [
            TokenKind.LeftParen, TokenKind.RightParen, TokenKind.LeftBracket, TokenKind.RightBracket, TokenKind.LeftBrace, TokenKind.RightBrace,
            TokenKind.Comma, TokenKind.Semicolon, TokenKind.Colon, TokenKind.Dot, TokenKind.Equal, TokenKind.Less, TokenKind.Greater, TokenKind.Plus,
            TokenKind.Minus, TokenKind.Star, TokenKind.Slash, TokenKind.Caret, TokenKind.Percent, TokenKind.Tilde, TokenKind.Bar, TokenKind.Question,
        ];
        for (var i = 0; i < kinds.Length; i++)
        {
            table[Characters[i]] = kinds[i];
        }

        return table;
    }
}
