using InterconnectDsl.Language.Syntax;

namespace InterconnectDsl.Language.Units;

/// <content>Sums, differences and comparisons: what needs one dimension on both sides.</content>
public static partial class TypeAlgebra
{
    private static Operation Sum(Operands operands, QuantityType a, QuantityType b)
    {
        if (a.Dimension != b.Dimension)
        {
            return Mismatch(operands, a, b);
        }

        if (Flavours.IsLevel(a.Flavour) || Flavours.IsLevel(b.Flavour))
        {
            return LevelSum(operands, a, b);
        }

        if (a.Flavour == Flavour.TemperaturePoint || b.Flavour == Flavour.TemperaturePoint)
        {
            return TemperatureSum(operands, a, b);
        }

        return Flavours.Meet(a.Flavour, b.Flavour) is { } flavour ? Good(QuantityTypes.Of(a.Dimension, flavour)) : Mismatch(operands, a, b);
    }

    private static Operation LevelSum(Operands operands, QuantityType a, QuantityType b)
    {
        var subtract = operands.Operator == BinaryOperator.Subtract;
        if (Flavours.IsLevel(a.Flavour) && Flavours.IsLevel(b.Flavour))
        {
            if (!subtract)
            {
                return new(null, "powers in dBm do not add; combine(a, b) adds them in mW", "write combine(a, b)");
            }

            return Flavours.Meet(a.Flavour, b.Flavour) is { } met
                ? Good(QuantityTypes.Of(a.Dimension, Flavours.GainOf(met)))
                : Mismatch(operands, a, b);
        }

        if (subtract && Flavours.IsLevel(b.Flavour))
        {
            return operands.Bad("a level is not taken from a gain", "a level minus a gain is a level, a level minus a level a gain");
        }

        var (level, gain) = Flavours.IsLevel(a.Flavour) ? (a, b) : (b, a);
        return Flavours.Meet(Flavours.GainOf(level.Flavour), gain.Flavour) is null ? operands.Bad(Phrases.CrossGains) : Good(level);
    }

    private static Operation TemperatureSum(Operands operands, QuantityType a, QuantityType b)
    {
        var (left, right) = (a.Flavour == Flavour.TemperaturePoint, b.Flavour == Flavour.TemperaturePoint);
        if (operands.Operator == BinaryOperator.Add)
        {
            return left && right
                ? new(null, "temperatures in degC do not add; a temperature and a difference in K do", "write the second one in K")
                : Good(left ? a : b);
        }

        return !left ? operands.Bad("a temperature is not taken from a difference", "a temperature minus a temperature is a difference in K")
            : Good(right ? QuantityTypes.Of(a.Dimension, Flavour.TemperatureDifference) : a);
    }

    private static Operation Equality(Operands operands)
    {
        var (left, right) = (operands.Left, operands.Right);
        if (left is QuantityType or IntType && right is QuantityType or IntType)
        {
            return left is IntType && right is IntType ? Good(BoolType.Instance) : EqualQuantities(operands);
        }

        if (left is PointType or ExtentType && left == right)
        {
            return operands.Bad("lengths are hardly ever equal to the last digit", "compare one length at a time: a.x within 1 um of b.x");
        }

        return left is ListType or RangeType ? operands.Bad("compare one member at a time, all(x == y for ...)")
            : Unify(left, right).Type is not null ? Good(BoolType.Instance)
            : operands.Bad("they are never equal", null);
    }

    private static Operation EqualQuantities(Operands operands)
    {
        var compared = Order(operands);
        if (compared.Type is null)
        {
            return compared;
        }

        var unit = operands.LeftUnit ?? operands.RightUnit;
        var type = operands.Left as QuantityType ?? (QuantityType)operands.Right;
        var relative = Flavours.IsLevel(type.Flavour) || type.Flavour == Flavour.TemperaturePoint || Flavours.IsGain(type.Flavour);
        var tolerance = relative ? type.Flavour == Flavour.TemperaturePoint ? "0.1 K" : "0.01 dB" : "0.1 %";
        return new(null, $"== and != do not compare {Phrases.Of(type, unit)}: computed numbers are hardly ever equal to the last digit",
            $"say how near is equal: a within {tolerance} of b");
    }

    private static Operation Order(Operands operands)
    {
        if (operands.Left is IntType && operands.Right is IntType)
        {
            return Good(BoolType.Instance);
        }

        if (Number(operands.Left) is not { } a || Number(operands.Right) is not { } b)
        {
            var words = operands.Left is WordType || operands.Right is WordType;
            return operands.Bad(words ? "words have no order; compare them with ==" : NotANumber(operands.Left, operands.Right));
        }

        return a.Dimension == b.Dimension && Flavours.Meet(a.Flavour, b.Flavour) is not null ? Good(BoolType.Instance) : Mismatch(operands, a, b);
    }

    private static Operation Mismatch(Operands operands, QuantityType a, QuantityType b)
    {
        if (a.Dimension.IsNone != b.Dimension.IsNone)
        {
            var (with, unit) = a.Dimension.IsNone ? (b, operands.RightUnit) : (a, operands.LeftUnit);
            var text = unit?.Text ?? TypeNames.DisplayUnit(with)?.Text;
            var gain = Flavours.IsGain(with.Flavour) ? ", or take the ratio of the gain with linear(g)" : "";
            return operands.Bad(text is null ? "give the plain number a unit" : $"give the plain number a unit, {text} say{gain}");
        }

        return operands.Bad(BothWays(a, b));
    }

    private static string? BothWays(QuantityType a, QuantityType b)
    {
        if (Flavours.IsGain(a.Flavour) && Flavours.IsGain(b.Flavour) && a.Dimension == b.Dimension)
        {
            return Phrases.CrossGains;
        }

        var coded = a.Flavour is Flavour.LineRate or Flavour.PayloadRate && b.Flavour is Flavour.LineRate or Flavour.PayloadRate;
        return coded && a.Dimension == b.Dimension
            ? Phrases.CrossRates
            : Phrases.Crossing(a, b) ?? Phrases.Crossing(b, a);
    }
}
