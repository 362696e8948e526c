namespace InterconnectDsl.Language.Lexing;

/// <summary>An array for tokens that a thread keeps from one parse to the next: the tree does not hold its tokens.</summary>
internal static class TokenBuffer
{
    // Twelve megabytes; a larger array is given back to the collector.
    private const int Largest = 1 << 20;

    [ThreadStatic]
    private static Token[]? _kept;

    /// <summary>An array of at least some tokens for a text; whoever takes it gives it back.</summary>
    public static Token[] Take(int textLength)
    {
        var kept = _kept;
        _kept = null;
        return kept ?? new Token[Math.Min(Largest, (textLength / 5) + 1024)];
    }

    public static void GiveBack(TokenArray tokens)
    {
        if (tokens.Items.Length <= Largest)
        {
            _kept = tokens.Items;
        }
    }
}
