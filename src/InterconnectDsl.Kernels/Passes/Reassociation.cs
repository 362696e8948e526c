using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Kernels.Passes;

/// <summary>
/// For reduced precision only, since it rounds differently: constants that an input stands between come together, in sums, in products and through a factor of
/// a sum; the division by a constant becomes a multiplication, and a square a product. Each result moves by a few units in the last place at most, and by more
/// only where a sum cancels.
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
            OpCode.Divide when second is { } divisor && IsModerate(1.0 / divisor) =>
                Scaled(value, 0, a, 1.0 / divisor, context) ?? to.Binary(OpCode.Multiply, a, to.Constant(1.0 / divisor), at),
            OpCode.Multiply when second is { } factor && IsModerate(factor) => Scaled(value, 0, a, factor, context),
            OpCode.Multiply when first is { } factor && IsModerate(factor) => Scaled(value, 1, b, factor, context),
            OpCode.Add when first == 0.0 => b,
            OpCode.Add or OpCode.Subtract when second == 0.0 => a,
            OpCode.Add or OpCode.Subtract => TermList.Of(value, context).Joined(context, at),
            OpCode.Power when second == 2.0 => to.Binary(OpCode.Multiply, a, a, at),
            _ => null,
        };
    }

    // Null where the operation stays as it is.
    private static Value? Scaled(Value value, int argument, Value x, double factor, PassContext context)
    {
        var at = value.Location;
        if (Product(context, x) is var (inner, number) && IsModerate(number * factor))
        {
            return context.To.Binary(OpCode.Multiply, inner, context.To.Constant(number * factor), at);
        }

        // A factor of a sum with a constant goes to both terms.
        if (x.Op is not (OpCode.Add or OpCode.Subtract) || !context.IsReadOnce(value.Arguments[argument]))
        {
            return null;
        }

        var (left, right) = (Times(context, x.Arguments[0], factor, at), Times(context, x.Arguments[1], factor, at));
        return Number(context, left) is null && Number(context, right) is null ? null : context.To.Binary(x.Op, left, right, at);
    }

    private static Value Times(PassContext context, Value x, double factor, SourceSpan at) =>
        Number(context, x) is { } number ? context.To.Constant(number * factor)
            : Product(context, x) is var (inner, own) ? context.To.Binary(OpCode.Multiply, inner, context.To.Constant(own * factor), at)
            : context.To.Binary(OpCode.Multiply, x, context.To.Constant(factor), at);

    // What a constant is multiplied with.
    private static (Value Inner, double Number)? Product(PassContext context, Value x) =>
        x.Op != OpCode.Multiply ? null
            : Number(context, x.Arguments[1]) is { } second ? (x.Arguments[0], second)
            : Number(context, x.Arguments[0]) is { } first ? (x.Arguments[1], first)
            : null;

    // Neither so large nor so small that a product of two might not be a normal number.
    private static bool IsModerate(double number) => Math.Abs(number) is > 1e-100 and < 1e100;

    private static double? Number(PassContext context, Value value) => context.NumberOf(value) is { } number && !double.IsNaN(number) ? number : null;

    private static Value Behind(Value value)
    {
        while (value.Op == OpCode.Named)
        {
            value = value.Arguments[0];
        }

        return value;
    }

    /// <summary>The terms of a sum, and of the sums in it that nothing else reads and that depend on the same inputs.</summary>
    private sealed class TermList
    {
        private readonly List<(bool Negative, Value Made)> _terms = new();
        private double _constant;
        private int _constants;

        public static TermList Of(Value sum, PassContext context)
        {
            var list = new TermList();
            list.Take(sum, false, context);
            return list;
        }

        /// <summary>The sum with one constant, first; null where there is but one already, or nothing else.</summary>
        public Value? Joined(PassContext context, SourceSpan at)
        {
            var first = _terms.FindIndex(t => !t.Negative);
            if (_constants < 2 || _terms.Count == 0)
            {
                return null;
            }

            var sum = context.To.Constant(_constant);
            if (first >= 0)
            {
                sum = context.To.Binary(OpCode.Add, _terms[first].Made, sum, at);
                _terms.RemoveAt(first);
            }

            return _terms.Aggregate(sum, (s, t) => context.To.Binary(t.Negative ? OpCode.Subtract : OpCode.Add, s, t.Made, at));
        }

        private void Take(Value sum, bool negative, PassContext context)
        {
            for (var i = 0; i < 2; i++)
            {
                var minus = negative != (i == 1 && sum.Op == OpCode.Subtract);
                var term = Behind(sum.Arguments[i]);
                if (Number(context, Behind(context.Of(term))) is { } number)
                {
                    _constant += minus ? -number : number;
                    _constants++;
                }
                else if (term.Op is OpCode.Add or OpCode.Subtract && term.Domain == sum.Domain && context.IsReadOnce(sum.Arguments[i]) && context.AreHoistedAlike(term, sum))
                {
                    Take(term, minus, context);
                }
                else
                {
                    _terms.Add((minus, Behind(context.Of(term))));
                }
            }
        }
    }
}
