using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Kernels.Passes;

/// <summary>
/// For reduced precision only: products and sums are put in an order in which what depends on the same inputs comes together, so that it is computed once for
/// each of their values. Common factors leave sums, <c>a s + b s = (a + b) s</c>; roots of products become products of roots, decibels of sums products.
/// Nothing changes where all depends on the same inputs. A number that is none stays none; where only the new order leads to one, as in the root of a product
/// of two negative numbers, full precision decides. What only the old order brings beyond 1e308 is not found.
/// </summary>
public sealed partial class Regrouping : Pass
{
    private const int LongestChain = 24;

    private readonly Dictionary<Value, Reach> _reaches = new();
    private readonly Dictionary<Value, Chain> _products = new();
    private readonly Dictionary<Value, Chain> _sums = new();
    private PassContext? _context;
    private Grouping? _product;
    private Grouping? _sum;

    private IrBuilder To => _context!.To;

    private protected override void Start(PassContext context)
    {
        _reaches.Clear();
        _products.Clear();
        _sums.Clear();
        _context = context;
        _product = new(context.To, ReachOf, OpCode.Multiply, OpCode.Divide, 1.0);
        _sum = new(context.To, ReachOf, OpCode.Add, OpCode.Subtract, 0.0);
    }

    private protected override Value Rewrite(Value value, PassContext context)
    {
        var made = context.IsOpen(value) || value.Arguments.Any(a => context.MayBeAbsent(context.Of(a))) ? null : Made(value);
        return made is not null && made.Domain == value.Domain ? made : context.Copy(value);
    }

    private Value? Made(Value value) => value.Op switch
    {
        OpCode.Multiply => Multiplied(value, inverse: false),
        OpCode.Divide => Multiplied(value, inverse: true),
        OpCode.Add => Added(value, inverse: false),
        OpCode.Subtract => Added(value, inverse: true),
        OpCode.Sqrt => Rooted(value),
        OpCode.FromDecibel or OpCode.Exp => Raised(value),
        OpCode.Sum => Summed(value),
        _ => null,
    };

    private Value? Multiplied(Value value, bool inverse)
    {
        var (a, b) = (ProductOf(Argument(value, 0)), ProductOf(Argument(value, 1)));
        var constant = inverse ? a.Constant / b.Constant : a.Constant * b.Constant;
        return IsUsable(constant) ? Grouped(value, _products, _product!, a.With(constant, b, inverse)) : null;
    }

    private Value? Added(Value value, bool inverse)
    {
        var (a, b) = (SumOf(Argument(value, 0)), SumOf(Argument(value, 1)));
        return Factored(value, inverse) ?? Grouped(value, _sums, _sum!, a.With(inverse ? a.Constant - b.Constant : a.Constant + b.Constant, b, inverse));
    }

    // Where all of a chain is computed equally often, its order stays.
    private Value Grouped(Value value, Dictionary<Value, Chain> chains, Grouping grouping, Chain chain) =>
        Kept(chains, chain.Values.Select(ReachOf).Distinct().Count() < 2 ? _context!.Copy(value) : grouping.Value(chain, value.Location), chain);

    // a s + b s = (a + b) s, where the sum is computed less often without s.
    private Value? Factored(Value value, bool inverse)
    {
        var (a, b) = (ProductOf(Argument(value, 0)), ProductOf(Argument(value, 1)));
        if (a.Common(b) is not { } common)
        {
            return null;
        }

        var (left, right) = (_product!.Value(a.Without(common), value.Location), _product.Value(b.Without(common), value.Location));
        if (ReachOf(left).With(ReachOf(right)) == ReachOf(Argument(value, 0)).With(ReachOf(Argument(value, 1))))
        {
            return null;
        }

        return Product(common.With(1.0, Chain.Of(Sum(SumOf(left), SumOf(right), inverse, value.Location), 1.0), inverse: false), value.Location);
    }

    private Value? Rooted(Value value)
    {
        var chain = ProductOf(Argument(value, 0));
        return chain.Constant > 0.0 ? OfEach(value, _product!.Groups(chain, value.Location)) : null;
    }

    private Value? Raised(Value value) => OfEach(value, _sum!.Groups(SumOf(Argument(value, 0)), value.Location));

    // The product of a function of each group.
    private Value? OfEach(Value value, List<Value> groups) => groups.Count < 2 ? null
        : Product(new(1.0, groups.Select(g => To.Unary(value.Op, g, value.Location)).ToList(), Array.Empty<Value>()), value.Location);

    private Value Sum(Chain a, Chain b, bool inverse, SourceSpan at)
    {
        var chain = a.With(inverse ? a.Constant - b.Constant : a.Constant + b.Constant, b, inverse);
        return Kept(_sums, _sum!.Value(chain, at), chain);
    }

    private Value Product(Chain chain, SourceSpan at) => Kept(_products, _product!.Value(chain, at), chain);

    private static Value Kept(Dictionary<Value, Chain> chains, Value value, Chain chain)
    {
        if (chain.Count <= LongestChain)
        {
            chains[value] = chain;
        }

        return value;
    }

    private Chain ProductOf(Value made) => _products.TryGetValue(made, out var known) ? known
        : _context!.NumberOf(made) is { } number && IsUsable(number) ? new(number, Array.Empty<Value>(), Array.Empty<Value>()) : Chain.Of(made, 1.0);

    private Chain SumOf(Value made) => _sums.TryGetValue(made, out var known) ? known
        : _context!.NumberOf(made) is { } number && !double.IsNaN(number) ? new(number, Array.Empty<Value>(), Array.Empty<Value>()) : Chain.Of(made, 0.0);

    private Value Argument(Value value, int argument)
    {
        var made = _context!.Of(value.Arguments[argument]);
        while (made.Op == OpCode.Named)
        {
            made = made.Arguments[0];
        }

        return made;
    }

    private static bool IsUsable(double factor) => Math.Abs(factor) is > 1e-200 and < 1e200;

    private Reach ReachOf(Value made)
    {
        if (!_reaches.TryGetValue(made, out var reach))
        {
            reach = made.Arguments.Select(ReachOf).Aggregate(new Reach(_context!.InputsOf(made), made.Domain != Domain.One), (all, a) => all with { Inputs = all.Inputs.With(a.Inputs) });
            _reaches.Add(made, reach);
        }

        return reach;
    }
}
