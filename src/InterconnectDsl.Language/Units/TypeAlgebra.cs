using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Syntax;

namespace InterconnectDsl.Language.Units;

/// <summary>What an operator makes of its operands' types.</summary>
/// <param name="Type">The type of the result; null when the operands do not go together.</param>
/// <param name="Problem">What is wrong, in the user's words, without a full stop; null when nothing is.</param>
/// <param name="Suggestion">What to write instead, in words; null when there is no one answer.</param>
public readonly record struct Operation(IcxType? Type, string? Problem, string? Suggestion);

/// <summary>
/// The algebra of types. Quantities follow their dimensions; levels (dBm) and temperatures (degC) are points on a scale: points differ by gains and
/// temperature
/// differences and do not add. Whatever meets an <see cref="ErrorType"/> is one, without a further word.
/// </summary>
public static partial class TypeAlgebra
{
    /// <summary>The type of <c>left op right</c>.</summary>
    public static Operation Binary(BinaryOperator op, IcxType left, IcxType right) => Binary(op, left, right, null, null);

    /// <summary>The type of <c>left op right</c>; messages name the units the operands were written in, where they are known.</summary>
    public static Operation Binary(BinaryOperator op, IcxType left, IcxType right, Unit? leftUnit, Unit? rightUnit)
    {
        if (left is ErrorType || right is ErrorType)
        {
            return Good(ErrorType.Instance);
        }

        var operands = new Operands(op, left, right, leftUnit, rightUnit);
        switch (op)
        {
            case BinaryOperator.And or BinaryOperator.Or:
                return left is BoolType && right is BoolType ? Good(left) : operands.Bad("and, or and not take bools, as comparisons give");
            case BinaryOperator.Equal or BinaryOperator.NotEqual:
                return Equality(operands);
            case BinaryOperator.Less or BinaryOperator.LessOrEqual or BinaryOperator.Greater or BinaryOperator.GreaterOrEqual:
                return Order(operands);
            case BinaryOperator.Div or BinaryOperator.Mod:
                return WholeDivision(operands);
        }

        if (left is IntType && right is IntType)
        {
            return Good(op is BinaryOperator.Divide or BinaryOperator.Power ? QuantityTypes.Real : left);
        }

        if (Number(left) is not { } a || Number(right) is not { } b)
        {
            return operands.Bad(NotANumber(left, right));
        }

        return op switch
        {
            BinaryOperator.Add or BinaryOperator.Subtract => Sum(operands, a, b),
            BinaryOperator.Multiply or BinaryOperator.Divide => Product(operands, a, b),
            _ => PowerOf(operands, a, b),
        };
    }

    /// <summary>
    /// The type of <c>-x</c> or <c>not x</c>. Levels and temperatures have no negative: the sign of <c>-3.9 dBm</c> belongs to the number, before
    /// its unit is applied.
    /// </summary>
    public static Operation Unary(UnaryOperator op, IcxType operand)
    {
        if (operand is ErrorType)
        {
            return Good(operand);
        }

        if (op == UnaryOperator.Not)
        {
            return operand is BoolType
                ? Good(operand)
                : new(null, $"not stands before {Phrases.Of(operand)}", "it takes a bool, as a comparison gives");
        }

        if (operand is IntType)
        {
            return Good(operand);
        }

        if (operand is not QuantityType quantity)
        {
            return new(null, $"{Phrases.Of(operand)} has no negative", NotANumber(operand, operand));
        }

        if (Flavours.IsLevel(quantity.Flavour))
        {
            return new(null, $"{Phrases.Of(operand)} has no negative: a level is a point on a scale",
                "the difference of two levels is a gain, and a gain has a negative");
        }

        return quantity.Flavour == Flavour.TemperaturePoint
            ? new(null, $"{Phrases.Of(operand)} has no negative: a temperature is a point on a scale",
                "the difference of two temperatures has one; kelvin(t) counts from absolute zero")
            : Good(operand);
    }

    private static Operation Good(IcxType type) => new(type, null, null);

    private static QuantityType? Number(IcxType type) => type as QuantityType ?? (type is IntType ? QuantityTypes.Real : null);

    private static string? NotANumber(IcxType left, IcxType right)
    {
        var culprit = Number(left) is null ? left : right;
        return culprit switch
        {
            ListType { Element: IntType or QuantityType } => "sum(...), min(...), max(...) or mean(...) makes one number of a list",
            ListType => "take one of the list, list[0], or sum(x.attribute for x in list)",
            TextType => "text is put together with braces, \"{a}{b}\"",
            PointType or ExtentType => "its two lengths are reckoned with one by one: (a.x + b.x, a.y + b.y); size.width and size.height",
            BoolType => "if c then 1 else 0 makes a number of a bool",
            NodeType => "name the attribute that is meant, as in engine.power",
            _ => null,
        };
    }

    private readonly record struct Operands(BinaryOperator Operator, IcxType Left, IcxType Right, Unit? LeftUnit, Unit? RightUnit)
    {
        public Operation Bad(string? suggestion) =>
            new(null, Phrases.Doing(Operator, Phrases.Of(Left, LeftUnit), Phrases.Of(Right, RightUnit)), suggestion);

        public Operation Bad(string because, string? suggestion)
        {
            var bad = Bad(suggestion);
            return bad with { Problem = bad.Problem + ": " + because };
        }
    }
}
