using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Kernels.Passes;

/// <summary>
/// For reduced precision only, since it rounds differently: constants that an input stands between come together, the division by a constant becomes a
/// multiplication, and a square a product. Each result moves by a few units in the last place at most, and by more only where a sum cancels.
/// </summary>
public sealed class Reassociation : Pass
{
    private protected override Value Rewrite(Value value, PassContext context)
    {
        if (value.Arguments.Length != 2 || value.Op is OpCode.Gather)
        {
            return context.Copy(value);
        }

        var made = Made(value, context);
        return made is not null && made.Domain == value.Domain ? made : context.Copy(value);
    }

    private static Value? Made(Value value, PassContext context)
    {
        var (to, at) = (context.To, value.Location);
        var (a, b) = (Behind(context.Of(value.Arguments[0])), Behind(context.Of(value.Arguments[1])));
        var (first, second) = (Number(context, a), Number(context, b));
        return value.Op switch
        {
            OpCode.Divide when second is { } divisor && divisor != 0.0 =>
                Scaled(context, a, 1.0 / divisor, at) ?? to.Binary(OpCode.Multiply, a, to.Constant(1.0 / divisor), at),
            OpCode.Multiply when second is { } factor => Scaled(context, a, factor, at),
            OpCode.Multiply when first is { } factor => Scaled(context, b, factor, at),
            OpCode.Add when second is { } by => Moved(context, a, by, at),
            OpCode.Add when first is { } by => Moved(context, b, by, at),
            OpCode.Subtract when second is { } by => Moved(context, a, -by, at),
            OpCode.Power when second == 2.0 => to.Binary(OpCode.Multiply, a, a, at),
            _ => null,
        };
    }

    // Null where the operation stays as it is.
    private static Value? Scaled(PassContext context, Value x, double factor, SourceSpan at) =>
        Parts(context, x, OpCode.Multiply) is var (inner, number) ? context.To.Binary(OpCode.Multiply, inner, context.To.Constant(number * factor), at) : null;

    private static Value? Moved(PassContext context, Value x, double by, SourceSpan at) =>
        Parts(context, x, OpCode.Add) is var (inner, number) ? context.To.Binary(OpCode.Add, inner, context.To.Constant(number + by), at)
            : x.Op == OpCode.Subtract && Number(context, x.Arguments[1]) is { } less
                ? context.To.Binary(OpCode.Add, x.Arguments[0], context.To.Constant(by - less), at)
                : null;

    // What a constant is added to, or multiplied with.
    private static (Value Inner, double Number)? Parts(PassContext context, Value x, OpCode op) =>
        x.Op != op ? null
            : Number(context, x.Arguments[1]) is { } second ? (x.Arguments[0], second)
            : Number(context, x.Arguments[0]) is { } first ? (x.Arguments[1], first)
            : null;

    private static double? Number(PassContext context, Value value) => context.NumberOf(value) is { } number && !double.IsNaN(number) ? number : null;

    private static Value Behind(Value value)
    {
        while (value.Op == OpCode.Named)
        {
            value = value.Arguments[0];
        }

        return value;
    }
}
