using System.Globalization;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.LanguageServer.Features;

/// <summary>A number in other units of its dimension.</summary>
internal static class UnitConversion
{
    private static readonly string[] Prefixes = { "", "p", "n", "u", "m", "c", "k", "M", "G", "T" };

    /// <summary>The same quantity written in other units, those with the shortest numbers first; only where the number is exact to twelve digits.</summary>
    public static IReadOnlyList<string> Of(NumberSyntax number)
    {
        if (number.Unit is not { } written || !UnitTable.TryParse(written.Text, out var from, out _, out _))
        {
            return Array.Empty<string>();
        }

        var basis = number.Basis is { } b ? " " + b.Text : "";
        var found = new List<(string Text, int Digits)>();
        foreach (var symbol in UnitTable.All.SelectMany(u => Prefixes.Select(p => p + u.Symbol)).Distinct(StringComparer.Ordinal))
        {
            if (symbol == written.Text || !UnitTable.TryParse(symbol, out var to, out _, out _) || !to.Dimension.Equals(from.Dimension) || to.Flavour != from.Flavour)
            {
                continue;
            }

            var value = ((number.Value * from.Scale) + from.Offset - to.Offset) / to.Scale;
            var digits = value.ToString("G12", CultureInfo.InvariantCulture);
            if (!digits.Contains('E', StringComparison.Ordinal))
            {
                found.Add(($"{digits} {symbol}{basis}", digits.Length));
            }
        }

        return found.OrderBy(f => f.Digits).ThenBy(f => f.Text, StringComparer.Ordinal).Take(4).Select(f => f.Text).ToList();
    }
}
