using System.Globalization;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Kernels.Elaboration;

/// <summary>Numbers of the IR as readers know them.</summary>
public static class NumberText
{
    /// <summary>A number in coherent units by its type; null where there is none.</summary>
    /// <param name="number">The number; a flag is 0 or 1, a word its place in the type.</param>
    /// <param name="type">Its type.</param>
    /// <param name="unit">The unit of a quantity, or null for one that reads well.</param>
    /// <param name="digits">How many digits of a quantity, or null for twelve.</param>
    public static string? Of(double number, IcxType type, Unit? unit, int? digits)
    {
        if (double.IsNaN(number))
        {
            return null;
        }

        return type switch
        {
            BoolType => number != 0 ? "true" : "false",
            WordType words => words.List[(int)number],
            IntType => number.ToString("0", CultureInfo.InvariantCulture),
            _ => Quantities.Format(number, type, unit, digits ?? 12),
        };
    }
}
