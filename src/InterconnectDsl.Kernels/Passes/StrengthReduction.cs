using InterconnectDsl.Kernels.Ir;

namespace InterconnectDsl.Kernels.Passes;

/// <summary>
/// Cheaper operations with the same bits: a multiplication for the division by a power of two, nothing for a factor of 1 or a term of 0, one read for two
/// in a row, the branch of a condition that is known, the condition that is 1 where it holds and 0 elsewhere, the first of two values where it is always there.
/// </summary>
public sealed class StrengthReduction : Pass
{
    private protected override Value Rewrite(Value value, PassContext context)
    {
        var reduced = Reduced(value, context);
        return reduced is not null && reduced.Domain == value.Domain ? reduced : context.Copy(value);
    }

    private static Value? Reduced(Value value, PassContext context)
    {
        var arguments = Array.ConvertAll(value.Arguments, context.Of);
        switch (value.Op)
        {
            case OpCode.Divide when context.NumberOf(arguments[1]) == 1.0:
            case OpCode.Multiply when context.NumberOf(arguments[1]) == 1.0:
            case OpCode.Subtract when IsZero(context, arguments[1]):
            case OpCode.Minimum or OpCode.Maximum when arguments[0] == arguments[1]:
            case OpCode.Otherwise when !context.MayBeAbsent(arguments[0]):
                return arguments[0];
            case OpCode.Add when IsZero(context, arguments[1]) && !SignOfZero.MayBeNegative(arguments[0], context):
                return arguments[0];
            case OpCode.Add when IsZero(context, arguments[0]) && !SignOfZero.MayBeNegative(arguments[1], context):
            case OpCode.Multiply when context.NumberOf(arguments[0]) == 1.0:
                return arguments[1];
            case OpCode.Divide when context.NumberOf(arguments[1]) is { } divisor && IsPowerOfTwo(divisor):
                return context.To.Binary(OpCode.Multiply, arguments[0], context.To.Constant(1.0 / divisor), value.Location);
            case OpCode.Select when context.NumberOf(arguments[0]) is { } condition && !double.IsNaN(condition):
                return condition != 0.0 ? arguments[1] : arguments[2];
            case OpCode.Select when context.NumberOf(arguments[1]) == 1.0 && IsZero(context, arguments[2]) && IsCondition(arguments[0]):
                return arguments[0];
            case OpCode.Gather when arguments.Length == 1 && arguments[0].Op == OpCode.Gather && arguments[0].Arguments.Length == 1:
                return context.To.Gather(arguments[0].Arguments, value.Map!.Then(arguments[0].Map!), keep: true);
            default:
                return null;
        }
    }

    // 0 or 1 by itself.
    private static bool IsCondition(Value value)
    {
        while (value.Op == OpCode.Named)
        {
            value = value.Arguments[0];
        }

        return value.Op is (>= OpCode.Less and <= OpCode.Or) or OpCode.Not;
    }

    // Not minus zero.
    private static bool IsZero(PassContext context, Value value) => context.NumberOf(value) is { } number && BitConverter.DoubleToInt64Bits(number) == 0;

    // Within a range in which both it and its inverse are normal numbers.
    private static bool IsPowerOfTwo(double number)
    {
        const long Fraction = 0x000F_FFFF_FFFF_FFFFL;
        var size = Math.Abs(number);
        return size > 1e-300 && size < 1e300 && (BitConverter.DoubleToInt64Bits(number) & Fraction) == 0;
    }
}
