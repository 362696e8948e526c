using InterconnectDsl.Language.Syntax;

namespace InterconnectDsl.Language.Binding;

/// <summary>Values that are known from the text alone: literals, and what is reckoned from them. What a user may set is not among them.</summary>
internal static class ConstantFolder
{
    /// <summary>The value in coherent units; false when it rests on anything but literals and constants.</summary>
    public static bool TryFold(BoundExpression expression, out double value)
    {
        value = 0;
        switch (expression)
        {
            case BoundNumber number:
                value = number.Value;
                return true;
            case BoundConstant { Symbol.Formula.Bound.Nominal: { } nominal }:
                return TryFold(nominal, out value);
            case BoundUnary { Operator: UnaryOperator.Negate } unary when TryFold(unary.Operand, out var operand):
                value = -operand;
                return true;
            case BoundBinary binary when TryFold(binary.Left, out var left) && TryFold(binary.Right, out var right):
                return TryFold(binary.Operator, left, right, out value);
            default:
                return false;
        }
    }

    private static bool TryFold(BinaryOperator op, double left, double right, out double value)
    {
        value = op switch
        {
            BinaryOperator.Add => left + right,
            BinaryOperator.Subtract => left - right,
            BinaryOperator.Multiply => left * right,
            BinaryOperator.Divide => left / right,
            BinaryOperator.Div => Math.Floor(left / right),
            BinaryOperator.Mod => left - (right * Math.Floor(left / right)),
            BinaryOperator.Power => Math.Pow(left, right),
            _ => double.NaN,
        };
        return !double.IsNaN(value) && !double.IsInfinity(value);
    }
}
