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
            OpCode.Divide when second is { } divisor && divisor != 0.0 => Scaled(context, a, 1.0 / divisor, at),
            OpCode.Multiply when second is { } factor => Scaled(context, a, factor, at),
            OpCode.Multiply when first is { } factor => Scaled(context, b, factor, at),
            OpCode.Add when second is { } by => Moved(context, a, by, at),
            OpCode.Add when first is { } by => Moved(context, b, by, at),
            OpCode.Subtract when second is { } by => Moved(context, a, -by, at),
            OpCode.Power when second == 2.0 => to.Binary(OpCode.Multiply, a, a, at),
            _ => null,
        };
    }

    private static Value Scaled(PassContext context, Value x, double factor, SourceSpan at) =>
        x.Op == OpCode.Multiply && Number(context, x.Arguments[1]) is { } inner
            ? context.To.Binary(OpCode.Multiply, x.Arguments[0], context.To.Constant(inner * factor), at)
            : context.To.Binary(OpCode.Multiply, x, context.To.Constant(factor), at);

    private static Value Moved(PassContext context, Value x, double by, SourceSpan at) =>
        x.Op == OpCode.Add && Number(context, x.Arguments[1]) is { } inner
            ? context.To.Binary(OpCode.Add, x.Arguments[0], context.To.Constant(inner + by), at)
            : context.To.Binary(OpCode.Add, x, context.To.Constant(by), at);

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
