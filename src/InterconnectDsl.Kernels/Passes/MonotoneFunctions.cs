using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Numerics;

namespace InterconnectDsl.Kernels.Passes;

/// <summary>
/// For reduced precision only: the least of many logarithms is the logarithm of the least, and a logarithm is below a number where what it is taken of is
/// below another. So a margin in dB is taken once and not for each member. That every logarithm exists is still asked of every member:
/// <see cref="OpCode.Positive"/>.
/// </summary>
public sealed class MonotoneFunctions : Pass
{
    private protected override Value Rewrite(Value value, PassContext context) => Made(value, context) ?? context.Copy(value);

    private static Value? Made(Value value, PassContext context) => value.Op switch
    {
        OpCode.Min or OpCode.Max when Behind(context.Of(value.Arguments[0])) is { } elements && IsLogarithm(elements.Op) => context.To.Unary(
            elements.Op,
            context.To.Reduce(value.Op, Positive(elements, context), value.Shape!, value.Location),
            elements.Location),
        >= OpCode.Less and <= OpCode.GreaterOrEqual => Compared(value, context),
        _ => null,
    };

    private static Value? Compared(Value value, PassContext context)
    {
        var (a, b) = (Behind(context.Of(value.Arguments[0])), Behind(context.Of(value.Arguments[1])));
        return IsLogarithm(a.Op) && context.NumberOf(b) is { } right && Inverse(a.Op, right) is { } above
                ? context.To.Binary(value.Op, Positive(a, context), context.To.Constant(above), value.Location)
            : IsLogarithm(b.Op) && context.NumberOf(a) is { } left && Inverse(b.Op, left) is { } below
                ? context.To.Binary(value.Op, context.To.Constant(below), Positive(b, context), value.Location)
            : null;
    }

    private static Value Positive(Value logarithm, PassContext context) =>
        context.To.Unary(OpCode.Positive, logarithm.Arguments[0], logarithm.Location);

    private static bool IsLogarithm(OpCode op) => op is OpCode.ToDecibel or OpCode.Ln or OpCode.Log10 or OpCode.Log2;

    // The number whose logarithm this is; null where it is too large or too small for its logarithm to be told from others.
    private static double? Inverse(OpCode logarithm, double number)
    {
        var of = logarithm switch
        {
            OpCode.ToDecibel => Exponential.FromDecibel(number),
            OpCode.Ln => Exponential.Exp(number),
            OpCode.Log10 => Exponential.FromDecibel(10.0 * number),
            _ => Power.Pow(2.0, number),
        };
        return of is > 1e-300 and < 1e300 ? of : null;
    }

    private static Value Behind(Value value)
    {
        while (value.Op == OpCode.Named)
        {
            value = value.Arguments[0];
        }

        return value;
    }
}
