using System.Text.RegularExpressions;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Language.Tests.Highlighting;

/// <summary>The unit table as a regular expression: a symbol with the prefixes it takes, raised to a power, joined by signs without blanks.</summary>
internal static class UnitPattern
{
    private static readonly (Prefixes Group, string[] Spellings)[] PrefixSpellings =
    [
        (Prefixes.Small, ["f", "p", "n", "u", "µ", "μ", "m"]),
        (Prefixes.Centi, ["c"]),
        (Prefixes.Kilo, ["k"]),
        (Prefixes.Large, ["M", "G", "T", "P", "E"]),
        (Prefixes.Binary, ["Ki", "Mi", "Gi", "Ti"]),
    ];

    /// <summary>A symbol of the table with or without a prefix; a word goes no further behind it.</summary>
    public static string Symbol => $"(?:{string.Join("|", Groups())})(?![A-Za-z_0-9])";

    /// <summary>A whole unit, without groups that capture.</summary>
    public static string Unit
    {
        get
        {
            const string Power = @"(?:\^-?[0-9]+(?:\.[0-9]+)?)?";
            return $"{Symbol}{Power}(?:[/*]{Symbol}{Power})*";
        }
    }

    /// <summary>Every symbol with each of its prefixes, spelled out.</summary>
    public static IEnumerable<string> Spellings =>
        UnitTable.All.SelectMany(entry => Taken(entry.Prefixes).Prepend("").Select(prefix => prefix + entry.Symbol));

    private static IEnumerable<string> Taken(Prefixes prefixes) => PrefixSpellings.Where(p => (prefixes & p.Group) != 0).SelectMany(p => p.Spellings);

    // Symbols that take the same prefixes are one alternative; the longer of two symbols is tried first.
    private static IEnumerable<string> Groups() =>
        from entry in UnitTable.All
        group entry.Symbol by entry.Prefixes into symbols
        orderby (int)symbols.Key
        let prefixes = string.Join("|", Taken(symbols.Key))
        let names = string.Join("|", symbols.OrderByDescending(s => s.Length).ThenBy(s => s, StringComparer.Ordinal).Select(Regex.Escape))
        select prefixes.Length == 0 ? names : $"(?:{prefixes})?(?:{names})";
}
