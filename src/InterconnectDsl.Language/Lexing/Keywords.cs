namespace InterconnectDsl.Language.Lexing;

/// <summary>Looks up keywords by their characters, without making strings.</summary>
public static class Keywords
{
    private const int Longest = 13;
    private static readonly string[] Spellings =
        Enum.GetNames(typeof(Keyword)).Select(n => n == nameof(Keyword.None) ? "" : n.ToLowerInvariant()).ToArray();

    // A chained hash table over length, first and last character: Heads holds the first keyword of a slot, Nexts the one after each.
    private static readonly byte[] Heads = new byte[256];
    private static readonly byte[] Nexts = new byte[Spellings.Length];

    static Keywords()
    {
        for (var i = Spellings.Length - 1; i > 0; i--)
        {
            var slot = Slot(Spellings[i], 0, Spellings[i].Length);
            Nexts[i] = Heads[slot];
            Heads[slot] = (byte)i;
        }
    }

    /// <summary>All keywords in the order of the enumeration, as they are written.</summary>
    public static IEnumerable<string> All => Spellings.Skip(1);

    /// <summary>How a keyword is written; empty for <see cref="Keyword.None"/>.</summary>
    public static string Spelling(this Keyword keyword) => Spellings[(int)keyword];

    /// <summary>Whether a name may not be spelled like this: this, index, mirror, far, steps.</summary>
    public static bool IsReserved(this Keyword keyword) => keyword is >= Keyword.This and <= Keyword.Steps;

    /// <summary>The keyword spelled by a run of characters, or <see cref="Keyword.None"/>.</summary>
    public static Keyword Find(string text, int start, int length)
    {
        if (length < 2 || length > Longest)
        {
            return Keyword.None;
        }

        int found = Heads[Slot(text, start, length)];
        while (found != 0 && !Matches(text, start, length, Spellings[found]))
        {
            found = Nexts[found];
        }

        return (Keyword)found;
    }

    private static int Slot(string text, int start, int length) =>
        (length * 37 + text[start] * 7 + text[start + 1] * 3 + text[start + length - 1] * 11) & 255;

    private static bool Matches(string text, int start, int length, string spelling)
    {
        if (spelling.Length != length)
        {
            return false;
        }

        for (var i = 0; i < length; i++)
        {
            if (text[start + i] != spelling[i])
            {
                return false;
            }
        }

        return true;
    }
}
