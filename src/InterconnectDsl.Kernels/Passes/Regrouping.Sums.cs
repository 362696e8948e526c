using InterconnectDsl.Kernels.Ir;

namespace InterconnectDsl.Kernels.Passes;

/// <content>Sums over members: what is the same for all leaves them, and a part that depends on fewer inputs is added up by itself.</content>
public sealed partial class Regrouping
{
    private static readonly Chain Nothing = new(0.0, Array.Empty<Value>(), Array.Empty<Value>());

    private Value? Summed(Value value)
    {
        var terms = SumOf(Argument(value, 0));
        var (parts, rest) = (Nothing, Nothing);
        foreach (var (term, inverse) in terms.Plain.Select(t => (t, false)).Concat(terms.Inverse.Select(t => (t, true))))
        {
            if (Part(value, term) is { } part)
            {
                parts = parts.With(0.0, Chain.Of(part, 0.0), inverse);
            }
            else
            {
                rest = rest.With(0.0, Chain.Of(term, 0.0), inverse);
            }
        }

        if (terms.Constant != 0.0)
        {
            var times = To.Binary(OpCode.Multiply, Counted(value), To.Constant(terms.Constant), value.Location);
            parts = parts.With(0.0, Chain.Of(times, 0.0), inverse: false);
        }

        if (parts.Count == 0)
        {
            return null;
        }

        return rest.Count == 0 ? Sum(parts, Nothing, inverse: false, value.Location)
            : Sum(parts, Chain.Of(To.Reduce(OpCode.Sum, _sum!.Value(rest, value.Location), value.Shape!, value.Location), 0.0), inverse: false, value.Location);
    }

    // What a term adds to a sum, if what differs between members is computed less often than all members are.
    private Value? Part(Value sum, Value term)
    {
        var product = ProductOf(term);
        var same = new Chain(product.Constant, product.Plain.Where(IsSame).ToList(), product.Inverse.Where(IsSame).ToList());
        var differing = product.Without(same) with { Constant = 1.0 };
        if (differing.Count == 0)
        {
            return Product(same.With(same.Constant, Chain.Of(Counted(sum), 1.0), inverse: false), sum.Location);
        }

        var members = _product!.Value(differing, sum.Location);
        return ReachOf(members).Inputs.Equals(ReachOf(Argument(sum, 0)).Inputs) ? null
            : Product(same.With(same.Constant, Chain.Of(To.Reduce(OpCode.Sum, members, sum.Shape!, sum.Location), 1.0), inverse: false), sum.Location);
    }

    private static bool IsSame(Value value) => value.Domain == Domain.One;

    // How many elements each owner has.
    private Value Counted(Value sum)
    {
        var offsets = sum.Shape!.Offsets;
        return sum.Domain == Domain.One
            ? To.Constant(offsets[1] - offsets[0])
            : To.Data(sum.Domain, Enumerable.Range(0, sum.Domain.Count).Select(o => (double)(offsets[o + 1] - offsets[o])).ToArray());
    }
}
