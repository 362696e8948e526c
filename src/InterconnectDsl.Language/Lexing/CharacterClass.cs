namespace InterconnectDsl.Language.Lexing;

/// <summary>What a character may begin.</summary>
internal enum CharacterClass : byte
{
    Unknown,
    Blank,
    Newline,
    Letter,
    Digit,
    Quote,
    Sign,
}

/// <summary>The table that sorts characters: one load for ASCII, Unicode categories for the rest.</summary>
internal static class CharacterClasses
{
    private static readonly CharacterClass[] Ascii = MakeAscii();

    public static CharacterClass Of(char c)
    {
        var table = Ascii;
        return c < table.Length ? table[c] : Other(c);
    }

    /// <summary>Letters, digits and the underscore: what a word goes on with.</summary>
    public static bool IsWord(char c)
    {
        var table = Ascii;
        var found = c < table.Length ? table[c] : Other(c);
        return found is CharacterClass.Letter or CharacterClass.Digit;
    }

    public static bool IsDigit(char c) => (uint)(c - '0') <= 9;

    // Blanks of typesetting are blanks; letters and the degree sign make units such as µm, Ω and °C.
    private static CharacterClass Other(char c) =>
        c == '±' ? CharacterClass.Sign
        : c == '°' || char.IsLetter(c) ? CharacterClass.Letter
        : c is '\u2028' or '\u2029' or '\u0085' ? CharacterClass.Unknown
        : c == '\uFEFF' || char.IsWhiteSpace(c) ? CharacterClass.Blank
        : CharacterClass.Unknown;

    private static CharacterClass[] MakeAscii()
    {
        var table = new CharacterClass[128];
        for (var c = 0; c < 128; c++)
        {
            table[c] = (char)c switch
            {
                ' ' or '\t' or '\r' => CharacterClass.Blank,
                '\n' => CharacterClass.Newline,
                >= 'a' and <= 'z' or >= 'A' and <= 'Z' or '_' => CharacterClass.Letter,
                >= '0' and <= '9' => CharacterClass.Digit,
                '"' => CharacterClass.Quote,
                '(' or ')' or '[' or ']' or '{' or '}' or ',' or ';' or ':' or '.' or '=' or '!' or '<' or '>' => CharacterClass.Sign,
                '+' or '-' or '*' or '/' or '^' or '%' or '~' or '|' or '?' or '&' => CharacterClass.Sign,
                _ => CharacterClass.Unknown,
            };
        }

        return table;
    }
}
