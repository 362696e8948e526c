using System.Globalization;

namespace InterconnectDsl.Language.Units;

/// <summary>
/// Reads units: a symbol of the table with or without a prefix, raised with <c>^</c> to an integer or a decimal, joined by <c>*</c> or <c>·</c> and
/// <c>/</c> from left to
/// right, so that <c>ps/nm/km</c> is picoseconds per nanometre and kilometre. What was read once is remembered.
/// </summary>
public static class UnitTable
{
    internal const int LongestText = 120;

    private static readonly Unit?[] Recent = new Unit?[1024];
    private static Dictionary<string, UnitEntry>? _symbols;
    private static (string Text, UnitEntry Entry)[]? _words;

    /// <summary>Every unit without prefixes, for documentation and completion.</summary>
    public static IEnumerable<UnitEntry> All => UnitData.Entries;

    private static Dictionary<string, UnitEntry> Symbols => _symbols ??= UnitData.Entries.ToDictionary(e => e.Symbol, StringComparer.Ordinal);

    /// <summary>
    /// Units with their decimal prefixes, the plain ones first and then by how common the prefix is: of equally near ones the first is offered.
    /// </summary>
    internal static (string Text, UnitEntry Entry)[] Words => _words ??= UnitData.Entries.Select(e => (e.Symbol, e))
        .Concat(from prefix in UnitData.Decimal
                where prefix.Text[0] < 128
                from entry in UnitData.Entries
                where (entry.Prefixes & prefix.Group) != 0
                select (prefix.Text + entry.Symbol, entry))
        .ToArray();

    /// <summary>Reads a unit.</summary>
    /// <param name="text">As written, without blanks.</param>
    /// <param name="unit">The unit; <see cref="Unit.One"/> when it is none.</param>
    /// <param name="problem">What is wrong, as a sentence without a full stop; null when it is a unit.</param>
    /// <param name="suggestion">What was probably meant, to be put in place of the whole text; null when nothing is near.</param>
    /// <returns>Whether it is a unit.</returns>
    public static bool TryParse(string text, out Unit unit, out string? problem, out string? suggestion)
    {
        problem = suggestion = null;
        ref var slot = ref Recent[StringComparer.Ordinal.GetHashCode(text) & 1023];
        var recent = slot;
        if (recent is not null && recent.Text == text)
        {
            unit = recent;
            return true;
        }

        var reading = new UnitReading();
        if (text.Length <= LongestText && reading.Read(text) && reading.ToUnit(text) is { } read)
        {
            slot = unit = read;
            return true;
        }

        unit = Unit.One;
        (problem, suggestion) = UnitSpelling.Explain(text, reading);
        return false;
    }

    /// <summary>A symbol with or without a prefix.</summary>
    internal static UnitEntry? Find(string word, out double factor, out int exponent)
    {
        (factor, exponent) = (1, 0);
        if (Symbols.TryGetValue(word, out var entry))
        {
            return entry;
        }

        foreach (var (prefix, group, power) in UnitData.Decimal)
        {
            if (Prefixed(word, prefix, group) is { } found)
            {
                exponent = power;
                return found;
            }
        }

        foreach (var (prefix, power) in UnitData.Powers)
        {
            if (Prefixed(word, prefix, Prefixes.Binary) is { } found)
            {
                factor = power;
                return found;
            }
        }

        return null;
    }

    private static UnitEntry? Prefixed(string word, string prefix, Prefixes group) =>
        word.StartsWith(prefix, StringComparison.Ordinal) && Symbols.TryGetValue(word.Substring(prefix.Length), out var entry)
            && (entry.Prefixes & group) != 0 ? entry : null;

    /// <summary>A unit the tables of this assembly name; they are tested to be units.</summary>
    internal static Unit Known(string text) => TryParse(text, out var unit, out _, out _) ? unit : Unit.One;

    internal static bool TryExponent(string text, out double exponent) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out exponent);
}
