using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Kernels.Ir;

/// <summary>
/// Makes values. A value that was made before with the same operation, domain and arguments is handed out again where it has no origin of its own, so that
/// what depends on one axis is computed once.
/// </summary>
public sealed class IrBuilder
{
    private readonly Dictionary<Made, Value> _known = new();
    private readonly Dictionary<long, Value> _constants = new();
    private readonly List<Value> _values = new();

    /// <summary>What values made from now on are blamed on; null for themselves.</summary>
    internal int? Blame { get; set; }

    /// <summary>All values, in order of number.</summary>
    public IReadOnlyList<Value> Values => _values;

    /// <summary>A number without an origin.</summary>
    public Value Constant(double number)
    {
        var bits = BitConverter.DoubleToInt64Bits(number);
        if (!_constants.TryGetValue(bits, out var value))
        {
            _constants.Add(bits, value = Add(new(_values.Count, OpCode.Constant, Domain.One, Array.Empty<Value>()) { Constant = number }));
        }

        return value;
    }

    /// <summary>A number with an origin: a literal of the text.</summary>
    public Value Constant(double number, Origin origin) =>
        Add(new(_values.Count, OpCode.Constant, Domain.One, Array.Empty<Value>()) { Constant = number, Origin = origin });

    /// <summary>A number per member.</summary>
    public Value Data(Domain domain, double[] numbers) => Add(new(_values.Count, OpCode.Data, domain, Array.Empty<Value>()) { Data = numbers });

    /// <summary>Draws between 0 and 1, one per member.</summary>
    public Value Draw(Domain domain, DrawKeys keys) => Add(new(_values.Count, OpCode.Draw, domain, Array.Empty<Value>()) { Keys = keys });

    /// <summary>A param with its nominal value, and what it is where it is sampled.</summary>
    public Value Input(ParamSymbol param, Value nominal, Origin origin, Value? drawn = null) =>
        Add(new(_values.Count, OpCode.Input, Domain.One, new[] { nominal }) { Param = param, Origin = origin, Drawn = drawn });

    /// <summary>A formula's result, and what it is where it is sampled.</summary>
    public Value Named(Value value, Origin origin, Value? drawn = null) =>
        Add(new(_values.Count, OpCode.Named, drawn is null ? value.Domain : Wider(value, drawn).Domain, new[] { value }) { Origin = origin, Drawn = drawn });

    /// <summary>The mirrored copies of values, read through a map.</summary>
    public Value Far(Value[] sources, IndexMap map) => Add(new(_values.Count, OpCode.Gather, map.From, sources) { Map = map, IsFar = true });

    /// <summary>An operation on one argument.</summary>
    public Value Unary(OpCode op, Value argument, SourceSpan location) => Make(op, argument.Domain, argument, null, location);

    /// <summary>An operation on two arguments, one of which may be broadcast.</summary>
    public Value Binary(OpCode op, Value left, Value right, SourceSpan location) => Make(op, Common(left, right), left, right, location);

    /// <summary>An operation on three arguments, broadcast as needed.</summary>
    public Value Ternary(OpCode op, Value first, Value second, Value third, SourceSpan location) =>
        Add(new(_values.Count, op, Common(Wider(first, second), third), new[] { first, second, third }) { Location = location });

    /// <summary>Values of other domains read through a map; with <paramref name="keep"/>, a constant is spread over the members nevertheless.</summary>
    public Value Gather(Value[] sources, IndexMap map, bool keep = false)
    {
        if (!keep && sources.Length == 1 && sources[0].Domain == Domain.One && map.IsConstant && map.From.Count > 0 && map[0] == 0)
        {
            return sources[0];
        }

        if (sources.Length == 1 && map.IsIdentity && map.From == sources[0].Domain)
        {
            return sources[0];
        }

        if (sources.Length > 1)
        {
            return Add(new(_values.Count, OpCode.Gather, map.From, sources) { Map = map });
        }

        var key = new Made((int)OpCode.Gather, map.From, sources[0], null, map);
        if (!_known.TryGetValue(key, out var value))
        {
            _known.Add(key, value = Add(new(_values.Count, OpCode.Gather, map.From, sources) { Map = map }));
        }

        return value;
    }

    /// <summary>A curve read at a value.</summary>
    public Value Interpolate(Curve curve, Value at, Origin origin, SourceSpan location) =>
        Add(new(_values.Count, OpCode.Interpolate, at.Domain, new[] { at }) { Curve = curve, Origin = origin, Location = location });

    /// <summary>The temperatures of the nodes of a network; see <see cref="OpCode.Network"/>.</summary>
    public Value Network(Domain nodes, Value between, Value outward, Value heat, Value ambient, SourceSpan location) =>
        Add(new(_values.Count, OpCode.Network, nodes, new[] { between, outward, heat, ambient }) { Location = location });

    /// <summary>A reduction of the elements of each owner.</summary>
    public Value Reduce(OpCode op, Value elements, ListShape shape, SourceSpan location) =>
        Add(new(_values.Count, op, shape.Owner, new[] { elements }) { Shape = shape, Location = location });

    /// <summary>The unknown of a fixed point.</summary>
    public Value Unknown(Domain domain) => Add(new(_values.Count, OpCode.Unknown, domain, Array.Empty<Value>()));

    /// <summary>A fixed point: the value of the unknown at which <paramref name="body"/> equals it.</summary>
    public Value Solve(Value unknown, Value start, Value tolerance, Value limit, Value body, SourceSpan location) =>
        Add(new(_values.Count, OpCode.Solve, unknown.Domain, new[] { start, tolerance, limit }) { Region = body, Unknown = unknown, Location = location });

    /// <summary>The same operation on other arguments, of the same domain; not of a Solve. What is read of a Named is then its argument, sampled or not.</summary>
    internal Value Again(Value value, Value[] arguments) => value.Op switch
    {
        OpCode.Constant => value.Origin is null ? Constant(value.Constant) : Constant(value.Constant, value.Origin),
        OpCode.Data => Data(value.Domain, value.Data!),
        OpCode.Draw => Draw(value.Domain, value.Keys!),
        OpCode.Input => Input(value.Param!, arguments[0], value.Origin!),
        OpCode.Named => Named(arguments[0], value.Origin!),
        OpCode.Gather => Gather(arguments, value.Map!, keep: true),
        OpCode.Interpolate => Interpolate(value.Curve!, arguments[0], value.Origin!, value.Location),
        OpCode.Network => Network(value.Domain, arguments[0], arguments[1], arguments[2], arguments[3], value.Location),
        >= OpCode.Sum and <= OpCode.All => Reduce(value.Op, arguments[0], value.Shape!, value.Location),
        OpCode.Unknown => Unknown(value.Domain),
        _ => arguments.Length == 1 ? Unary(value.Op, arguments[0], value.Location)
            : arguments.Length == 2 ? Binary(value.Op, arguments[0], arguments[1], value.Location)
            : Ternary(value.Op, arguments[0], arguments[1], arguments[2], value.Location),
    };

    // What makes two values the same. A class, since the generic code for keys that are structs is not compiled ahead of time.
    private sealed record Made(int Op, Domain Domain, Value First, Value? Second, IndexMap? Map);

    private static Value Wider(Value a, Value b) => a.Domain == Domain.One ? b : a;

    private static Domain Common(Value left, Value right)
    {
        if (left.Domain == Domain.One)
        {
            return right.Domain;
        }

        return right.Domain == Domain.One || right.Domain == left.Domain
            ? left.Domain
            : throw new InvalidOperationException($"values of {left.Domain} and {right.Domain} cannot be combined");
    }

    private Value Make(OpCode op, Domain domain, Value first, Value? second, SourceSpan location)
    {
        var key = new Made((int)op, domain, first, second, null);
        if (_known.TryGetValue(key, out var value))
        {
            return value;
        }

        var arguments = second is null ? new[] { first } : new[] { first, second };
        _known.Add(key, value = Add(new(_values.Count, op, domain, arguments) { Location = location }));
        return value;
    }

    private Value Add(Value value)
    {
        value.Blame = Blame ?? value.Id;
        _values.Add(value);
        return value;
    }
}
