using InterconnectDsl.Language.Syntax;

namespace InterconnectDsl.Language.Units;

/// <summary>The words of messages about types: both sides with their types and units, as a user would say them.</summary>
internal static class Phrases
{
    /// <summary>What to write where two optical or electrical gains meet.</summary>
    public const string CrossGains = "electrical(g) doubles an optical gain (square-law detection), optical(g) halves an electrical one";

    /// <summary>How line and payload rates cross.</summary>
    public const string CrossRates = "payload(x, fec) gives the payload of a line rate, line(x, fec) the line rate of a payload";

    /// <summary>How a rate becomes a bandwidth.</summary>
    public const string StateBasis = "write its basis behind it, 4 Tb/s per_direction or 8 Tb/s aggregate";

    /// <summary><c>a length (mm)</c>, <c>an int</c>, <c>a plain number</c>.</summary>
    public static string Of(IcxType type, Unit? unit = null)
    {
        if (type is QuantityType { Dimension.IsNone: true, Flavour: Flavour.None })
        {
            return unit is { Text.Length: > 0 } ? $"a ratio ({unit.Text})" : "a plain number";
        }

        var name = type.Display;
        var article = name.Length > 0 && "aeio".IndexOf(name[0]) >= 0 ? "an " : "a ";
        if (type is not QuantityType quantity)
        {
            return article + name;
        }

        var shown = unit is { Text.Length: > 0 } ? unit.Text : TypeNames.DisplayUnit(quantity)?.Text ?? quantity.Dimension.ToString();
        return $"{article}{name} ({shown})";
    }

    /// <summary><c>adding a length (mm) to a time (ns)</c>.</summary>
    public static string Doing(BinaryOperator op, string left, string right) => op switch
    {
        BinaryOperator.Add => $"adding {left} to {right}",
        BinaryOperator.Subtract => $"subtracting {right} from {left}",
        BinaryOperator.Multiply => $"multiplying {left} by {right}",
        BinaryOperator.Divide => $"dividing {left} by {right}",
        BinaryOperator.Div => $"{left} div {right}",
        BinaryOperator.Mod => $"{left} mod {right}",
        BinaryOperator.Power => $"raising {left} to the power of {right}",
        BinaryOperator.And => $"and between {left} and {right}",
        BinaryOperator.Or => $"or between {left} and {right}",
        _ => $"comparing {left} with {right}",
    };

    /// <summary>Why a value of this type has no number in a unit, and what has.</summary>
    public static string CannotShow(QuantityType type, Unit unit)
    {
        var problem = $"{Of(type)} has no number in {unit.Text}";
        var crossing = Crossing(type, unit.Type);
        return crossing is null ? problem : problem + "; " + crossing;
    }

    /// <summary>How one gets from a type to another of a different dimension or flavour, in words; null when no function does it.</summary>
    public static string? Crossing(QuantityType from, QuantityType to)
    {
        foreach (var (a, b, words) in CrossingData.Rows)
        {
            if (a.Matches(from) && b.Matches(to))
            {
                return words;
            }
        }

        return null;
    }
}
