using InterconnectDsl.Language.Syntax;

namespace InterconnectDsl.Language.Units;

/// <content>How far apart two values may be.</content>
public static partial class TypeAlgebra
{
    /// <summary>
    /// The type of the difference of two values: a gain for levels, a temperature difference for temperatures, else the type itself. A tolerance
    /// behind <c>±</c>, the spread of a distribution and the accuracy of a <c>solve</c> have it: <c>35 degC ± 5 K</c>.
    /// </summary>
    public static IcxType DifferenceOf(IcxType type) =>
        type is QuantityType quantity && PointOnAScale(quantity) is not null ? Binary(BinaryOperator.Subtract, type, type).Type ?? type : type;

    /// <summary>The type of <c>value within tolerance of other</c>: bool.</summary>
    /// <param name="value">The type of the value.</param>
    /// <param name="tolerance">That of the tolerance: a plain number is a share of the other value, else it is a difference.</param>
    /// <param name="other">That of the value compared with.</param>
    /// <param name="relative">Whether the tolerance is a share.</param>
    public static Operation Within(IcxType value, IcxType tolerance, IcxType other, out bool relative)
    {
        relative = Number(tolerance) is { Dimension.IsNone: true };
        var compared = Binary(BinaryOperator.LessOrEqual, value, other);
        if (compared.Type is null or ErrorType || tolerance is ErrorType)
        {
            return compared;
        }

        var difference = DifferenceOf(value);
        var onScale = difference is QuantityType quantity && (difference != value || Flavours.IsGain(quantity.Flavour));
        if (relative ? !onScale : IsAssignable(tolerance, difference) || IsAssignable(tolerance, DifferenceOf(other)))
        {
            return compared;
        }

        var share = onScale ? "" : ", or a share in %";
        return new(null, $"{Phrases.Of(tolerance)} is no tolerance for {Phrases.Of(value)}", $"write {Phrases.Of(difference)}{share}");
    }
}
