namespace InterconnectDsl.Sources;

/// <summary>Reads the name of a module from the head of a file without parsing the rest.</summary>
internal static class ModuleLine
{
    /// <summary>The dotted name behind <c>module</c> where that is the first thing said; null otherwise.</summary>
    public static string? Find(string text)
    {
        var at = 0;
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
            }
            else if (text[at] == '/' && at + 1 < text.Length && text[at + 1] == '/')
            {
                at = text.IndexOf('\n', at) is var end and >= 0 ? end + 1 : text.Length;
            }
            else
            {
                break;
            }
        }

        const string Word = "module";
        return at + Word.Length < text.Length && string.CompareOrdinal(text, at, Word, 0, Word.Length) == 0 && text[at + Word.Length] is ' ' or '\t'
            ? Name(text, at + Word.Length)
            : null;
    }

    private static string? Name(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t')
        {
            at++;
        }

        var start = at;
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '_' or '.'))
        {
            at++;
        }

        return at > start ? text[start..at] : null;
    }
}
