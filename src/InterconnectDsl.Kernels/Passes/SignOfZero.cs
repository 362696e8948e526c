using InterconnectDsl.Kernels.Ir;

namespace InterconnectDsl.Kernels.Passes;

/// <summary>
/// Whether a value may be minus zero. Adding 0 to anything else gives the same bits, and a chain of losses that are 0 dB is full of it.
/// </summary>
internal static class SignOfZero
{
    private const int Depth = 64;

    /// <summary>Whether a new value may be minus zero; true where that is not looked for.</summary>
    public static bool MayBeNegative(Value value, PassContext context, int depth = Depth)
    {
        if (depth == 0)
        {
            return true;
        }

        if (context.NumberOf(value) is { } number)
        {
            return IsNegative(number);
        }

        return value.Op switch
        {
            OpCode.Data => Array.Exists(value.Data!, IsNegative),
            OpCode.Named => MayBeNegative(value.Arguments[0], context, depth - 1),
            OpCode.Gather => Array.Exists(value.Arguments, a => MayBeNegative(a, context, depth - 1)),
            OpCode.Select => MayBeNegative(value.Arguments[1], context, depth - 1) || MayBeNegative(value.Arguments[2], context, depth - 1),

            // To nearest, a sum is minus zero only where both terms are, a difference only where the first term is.
            OpCode.Add => MayBeNegative(value.Arguments[0], context, depth - 1) && MayBeNegative(value.Arguments[1], context, depth - 1),
            OpCode.Subtract => MayBeNegative(value.Arguments[0], context, depth - 1),
            OpCode.Negate or OpCode.Abs or OpCode.Exp or OpCode.FromDecibel or OpCode.Sum or OpCode.Count => false,
            _ => true,
        };
    }

    private static bool IsNegative(double number) => BitConverter.DoubleToInt64Bits(number) == long.MinValue;
}
