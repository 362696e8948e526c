namespace InterconnectDsl.Language.Lexing;

/// <summary>A sign of another language or of typesetting, and what icx writes instead.</summary>
/// <param name="Kind">The token that was meant; <see cref="TokenKind.EndOfFile"/> when it means nothing.</param>
/// <param name="Keyword">The keyword that was meant.</param>
/// <param name="Length">Number of characters as found.</param>
/// <param name="Spelling">What to write.</param>
internal readonly record struct Likeness(TokenKind Kind, Keyword Keyword, int Length, string Spelling);

/// <summary>Signs that are read as what was meant, and reported.</summary>
internal static class LookAlikes
{
    private static readonly Dictionary<char, Likeness> Known = new()
    {
        ['−'] = new(TokenKind.Minus, Keyword.None, 1, "-"),
        ['–'] = new(TokenKind.Minus, Keyword.None, 1, "-"),
        ['—'] = new(TokenKind.Minus, Keyword.None, 1, "-"),
        ['×'] = new(TokenKind.Star, Keyword.None, 1, "*"),
        ['·'] = new(TokenKind.Star, Keyword.None, 1, "*"),
        ['÷'] = new(TokenKind.Slash, Keyword.None, 1, "/"),
        ['≤'] = new(TokenKind.LessOrEqual, Keyword.None, 1, "<="),
        ['≥'] = new(TokenKind.GreaterOrEqual, Keyword.None, 1, ">="),
        ['≠'] = new(TokenKind.NotEqual, Keyword.None, 1, "!="),
        ['→'] = new(TokenKind.Arrow, Keyword.None, 1, "->"),
        ['↔'] = new(TokenKind.DoubleArrow, Keyword.None, 1, "<->"),
        ['…'] = new(TokenKind.DotDot, Keyword.None, 1, ".."),
        ['!'] = new(TokenKind.Name, Keyword.Not, 1, "not"),
    };

    private static readonly Dictionary<char, Likeness> Doubled = new()
    {
        ['&'] = new(TokenKind.Name, Keyword.And, 2, "and"),
        ['|'] = new(TokenKind.Name, Keyword.Or, 2, "or"),
        ['*'] = new(TokenKind.Caret, Keyword.None, 2, "^"),
    };

    /// <summary>What the sign that begins with these two characters was meant to be.</summary>
    public static bool Find(char first, char second, out Likeness likeness) =>
        (second == first && Doubled.TryGetValue(first, out likeness)) || Known.TryGetValue(first, out likeness);
}
