using System.Globalization;

namespace InterconnectDsl.Language.Units;

/// <summary>Between numbers as written and values as held: doubles in coherent SI units, gains in dB, levels in dBm, temperatures in K.</summary>
public static class Quantities
{
    /// <summary>The digits a text shows at most.</summary>
    public const int Digits = 12;

    private static readonly Dimension Power = UnitTable.Known("W").Dimension;

    /// <summary>The value of a number in a unit. A sign belongs to the number: <c>-40 degC</c> is 233.15 K, not the negative of 313.15 K.</summary>
    public static double ToCoherent(double number, Unit unit)
    {
        var scaled = unit.Exact is var (numerator, denominator, exponent) ? Decimals.Scale(number, numerator, denominator, exponent) : null;
        return (scaled ?? number * unit.Multiplier / unit.Divisor) + unit.Offset;
    }

    /// <summary>
    /// The number of a value in a unit. A level is given in units of power as well, and a power in dBm (IEC 60027-3: L = 10 lg(P / 1 mW)).
    /// </summary>
    /// <param name="value">In coherent units.</param>
    /// <param name="type">The value's type.</param>
    /// <param name="unit">The unit asked for.</param>
    /// <param name="number">The number.</param>
    /// <param name="problem">Why it cannot be given in this unit, with what to write instead; else null.</param>
    /// <returns>Whether it can.</returns>
    public static bool TryFromCoherent(double value, QuantityType type, Unit unit, out double number, out string? problem)
    {
        problem = null;
        if (Flavours.IsLevel(type.Flavour) && unit.Dimension == Power)
        {
            number = Math.Pow(10, value / 10) / 1000 * unit.Divisor / unit.Multiplier;
            return true;
        }

        if (unit.Flavour == Flavour.Level && type.Dimension == Power)
        {
            number = 10 * Math.Log10(value * 1000);
            return true;
        }

        number = (value - unit.Offset) * unit.Divisor / unit.Multiplier;
        if (unit.Offset != 0)
        {
            number = Math.Round(number, 11);
        }

        if (type.Dimension == unit.Dimension && Flavours.CanShow(type.Flavour, unit.Flavour))
        {
            return true;
        }

        problem = Phrases.CannotShow(type, unit);
        return false;
    }

    /// <summary>
    /// A value as a reader wants it, <c>12.5 mm</c>, <c>-3.9 dBm</c>, <c>35 degC</c>: in the preferred unit where it fits the type, else in the
    /// unit of its type that
    /// gives a handy number. Culture-invariant.
    /// </summary>
    /// <param name="value">In coherent units; of an int, a bool (0 or 1) or a word (its position), that.</param>
    /// <param name="type">Its type.</param>
    /// <param name="preferred">The unit it was written in, or null.</param>
    /// <param name="digits">Significant digits at most, 1 to 15.</param>
    public static string Format(double value, IcxType type, Unit? preferred, int digits = Digits)
    {
        switch (type)
        {
            case QuantityType quantity:
                return FormatQuantity(value, quantity, preferred, digits);
            case BoolType:
                return value == 0 ? "false" : "true";
            case WordType words when value >= 0 && value < words.List.Count:
                return words.List[(int)value];
            case IntType when Math.Abs(value) < 1e15:
                return ((long)Math.Round(value)).ToString(CultureInfo.InvariantCulture);
            default:
                return FormatNumber(value, digits);
        }
    }

    /// <summary>
    /// A number with at most <paramref name="digits"/> significant digits (1 to 15), rounded half away from zero: plain from 1e-4 to below 1e12,
    /// else with an exponent,
    /// <c>5.3e-13</c>. Zero has no sign; what is no number is said in words.
    /// </summary>
    public static string FormatNumber(double value, int digits = Digits) => NumberText.Format(value, digits);

    private static string FormatQuantity(double value, QuantityType type, Unit? preferred, int digits)
    {
        if (preferred is null || !TryFromCoherent(value, type, preferred, out var number, out _))
        {
            preferred = DisplayUnits.For(type, value);
            if (!TryFromCoherent(value, type, preferred, out number, out _))
            {
                number = value;
            }
        }

        var text = FormatNumber(number, digits);
        return preferred.Text.Length == 0 ? text : text + " " + preferred.Text;
    }
}
