using System.Globalization;
using InterconnectDsl.Language.Syntax;

namespace InterconnectDsl.Language.Units;

/// <content>Products, quotients and powers.</content>
public static partial class TypeAlgebra
{
    /// <summary>The type of <c>x ^ exponent</c> with an exponent that is known; also of roots, <c>sqrt(x)</c> being 0.5.</summary>
    public static Operation Power(IcxType left, double exponent)
    {
        switch (left)
        {
            case ErrorType:
                return Good(left);
            case IntType:
                return Good(exponent >= 0 && exponent.Equals(Math.Floor(exponent)) ? left : QuantityTypes.Real);
            case QuantityType quantity:
                break;
            default:
                return new(null, $"{Phrases.Of(left)} has no powers", NotANumber(left, left));
        }

        var type = (QuantityType)left;
        if (exponent.Equals(1.0))
        {
            return Good(type);
        }

        if (PointOnAScale(type) is { } advice)
        {
            return new(null, $"{Phrases.Of(type)} has no powers", advice);
        }

        if (type.Dimension.Twelfths(BaseDimension.Decibel) != 0)
        {
            return new(null, $"{Phrases.Of(type)} has no powers", "linear(g) gives the ratio, which has");
        }

        var text = Quantities.FormatNumber(exponent, 6);
        return type.Dimension.Power(exponent) is { } dimension
            ? Good(QuantityTypes.Of(dimension))
            : new(null, $"{Phrases.Of(type)} has no power {text} that is a quantity",
                "the exponents of units are multiples of 1/12 between -10 and 10");
    }

    private static Operation Product(Operands operands, QuantityType a, QuantityType b)
    {
        if ((PointOnAScale(a) ?? PointOnAScale(b)) is { } advice)
        {
            return operands.Bad(advice);
        }

        var divide = operands.Operator == BinaryOperator.Divide;
        var dimension = divide ? a.Dimension / b.Dimension : a.Dimension * b.Dimension;
        if (dimension.IsBeyond)
        {
            return operands.Bad("the dimension is beyond what can be held", "exponents go from -10 to 10");
        }

        var (left, right) = (a.Dimension.Twelfths(BaseDimension.Decibel), b.Dimension.Twelfths(BaseDimension.Decibel));
        if (left != 0 || right != 0)
        {
            return GainProduct(operands, a, b, dimension);
        }

        if (divide && RatesApart(a, b))
        {
            return Mismatch(operands, a, b);
        }

        // A share or a multiple of a bandwidth is a bandwidth; whatever else is made of one has lost its basis.
        var flavour = IsPlain(b) ? a.Flavour : !divide && IsPlain(a) ? b.Flavour : Flavour.None;
        return Good(QuantityTypes.Of(dimension, flavour is Flavour.TemperatureDifference ? Flavour.None : flavour));
    }

    private static Operation GainProduct(Operands operands, QuantityType a, QuantityType b, Dimension dimension)
    {
        if (Math.Abs(dimension.Twelfths(BaseDimension.Decibel)) is not (0 or 12))
        {
            return operands.Bad("gains in dB are not multiplied", "gains in a row add, a + b; linear(g) gives the ratio, which can be multiplied");
        }

        var (left, right) = (a.Dimension.Twelfths(BaseDimension.Decibel) != 0, b.Dimension.Twelfths(BaseDimension.Decibel) != 0);
        var met = !right ? a.Flavour : !left ? b.Flavour : Flavours.Meet(a.Flavour, b.Flavour);
        if (met is not { } flavour)
        {
            return operands.Bad(Phrases.CrossGains);
        }

        return Good(QuantityTypes.Of(dimension, dimension.Twelfths(BaseDimension.Decibel) == 0 ? Flavour.None : flavour));
    }

    private static Operation PowerOf(Operands operands, QuantityType a, QuantityType b)
    {
        if (!b.Dimension.IsNone)
        {
            return operands.Bad("an exponent is a plain number");
        }

        return a.Dimension.IsNone
            ? Good(QuantityTypes.Real)
            : operands.Bad("the unit of the result is not known", "write the exponent as a number, x ^ 2 or x ^ 0.5");
    }

    private static Operation WholeDivision(Operands operands)
    {
        if (operands.Left is IntType && operands.Right is IntType)
        {
            return Good(operands.Left);
        }

        var word = operands.Operator == BinaryOperator.Div ? "div" : "mod";
        var instead = operands.Operator == BinaryOperator.Div ? "floor(a / b)" : "a - b * floor(a / b)";
        return operands.Bad($"{word} is for ints", NotANumber(operands.Left, operands.Right) ?? $"write {instead}");
    }

    private static string? PointOnAScale(QuantityType type) =>
        Flavours.IsLevel(type.Flavour) ? "a level in dBm is a point on a scale: add a gain in dB to it, or take its power with watts(x)"
        : type.Flavour == Flavour.TemperaturePoint
            ? "a temperature in degC is a point on a scale: take a difference first, or kelvin(t), which counts from absolute zero"
        : null;

    // The quotient of a payload and a line rate, or of a bandwidth and a bare rate, would be wrong by the overhead or by two directions.
    private static bool RatesApart(QuantityType a, QuantityType b) =>
        a.Dimension == b.Dimension && (Flavours.IsClosedRate(a.Flavour) || Flavours.IsClosedRate(b.Flavour))
        && Flavours.Meet(a.Flavour, b.Flavour) is null;

    private static bool IsPlain(QuantityType type) => type.Dimension.IsNone && type.Flavour == Flavour.None;
}
