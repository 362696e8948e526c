using InterconnectDsl.Kernels.Interpretation;
using InterconnectDsl.Kernels.Ir;

namespace InterconnectDsl.Kernels.Tests.Interpretation;

/// <summary>
/// IR of any shape over a few domains, one of them empty, with absent numbers, numbers that fail, lists, reads through maps and fixed points.
/// </summary>
internal sealed class RandomGraph
{
    private static readonly OpCode[] All = Enum.GetValues<OpCode>();
    private static readonly OpCode[] Unary = All.Where(o => o is >= OpCode.Negate and <= OpCode.ToDecibel or OpCode.Exists).ToArray();
    private static readonly OpCode[] Binary = All.Where(o => o is >= OpCode.Add and <= OpCode.LnChoose or OpCode.Otherwise).ToArray();
    private static readonly OpCode[] Gentle =
    {
        OpCode.Add, OpCode.Subtract, OpCode.Multiply, OpCode.Minimum, OpCode.Maximum, OpCode.Less, OpCode.And, OpCode.Or,
    };

    private readonly Random _random;
    private readonly Domain[] _domains;
    private readonly List<Value> _values = new();

    /// <summary>Makes a graph.</summary>
    /// <param name="seed">What it is made of.</param>
    /// <param name="size">How many values it has, those of regions not counted.</param>
    /// <param name="drawn">Whether some of them are drawn for each sample.</param>
    public RandomGraph(int seed, int size, bool drawn = false)
    {
        _random = new(seed);
        _domains = new[] { Domain.One, new("engine", 6), new("lane", 24), new("port", _random.Next(2, 40)), new("spare", 0) };
        Leaves();
        if (drawn)
        {
            Draws();
        }

        while (_values.Count < size)
        {
            _values.Add(_random.Next(40) == 0 ? FixedPoint() : Step(_values));
        }
    }

    public IrBuilder Ir { get; } = new();

    public IReadOnlyList<Value> Values => _values;

    private void Leaves()
    {
        foreach (var domain in _domains)
        {
            for (var i = 0; i < 3; i++)
            {
                var kinds = _random.Next(1, 6);
                var numbers = Enumerable.Range(0, kinds).Select(_ => Number()).ToArray();
                var data = Enumerable.Range(0, domain.Count).Select(_ => i == 0 ? Number() : numbers[_random.Next(kinds)]).ToArray();
                _values.Add(domain == Domain.One ? Ir.Constant(Number(), Origins.Named("c" + i)) : Ir.Data(domain, data));
            }
        }
    }

    // Members of two declarations, the second an array in an array that does not begin at 0.
    private void Draws()
    {
        foreach (var domain in _domains.Where(d => d.Count > 0))
        {
            var half = domain.Count / 2;
            var runs = new List<DrawRun> { new(DrawKeys.HashOf("first." + domain.Name), 0, new[] { domain.Count - half }) };
            if (half > 0)
            {
                runs.Add(half % 3 == 0 ? new(DrawKeys.HashOf("second"), DrawRun.Offset(new[] { 2, 5 }), new[] { 3, half / 3 }) : new(~DrawKeys.HashOf("third"), 0, new[] { half }));
            }

            var draw = Ir.Draw(domain, new(domain.Name, runs, false));
            _values.Add(draw);
            _values.Add(Ir.Unary(OpCode.NormalInverse, draw, default));
            _values.Add(Ir.Binary(OpCode.Subtract, draw, Ir.Constant(0.5), default));
        }
    }

    private double Number() => _random.Next(12) switch
    {
        0 => Absence.Absent,
        1 => 0.0,
        2 => _random.Next(-3, 4),
        3 => _random.NextDouble() * 1e200,
        _ => (_random.NextDouble() * 8) - 2,
    };

    // Late ones more often than early ones.
    private Value Pick(IReadOnlyList<Value> from) =>
        from[Math.Max(0, from.Count - 1 - (int)(_random.NextDouble() * _random.NextDouble() * from.Count))];

    private Value Fitting(IReadOnlyList<Value> from, Domain domain)
    {
        for (var i = 0; i < 30; i++)
        {
            var value = Pick(from);
            if (value.Domain == Domain.One || value.Domain == domain || domain == Domain.One)
            {
                return value;
            }
        }

        return from.First(v => v.Domain == Domain.One);
    }

    private Value Step(IReadOnlyList<Value> from)
    {
        var a = Pick(from);
        switch (_random.Next(9))
        {
            case 0:
                return Ir.Unary(Unary[_random.Next(Unary.Length)], a, default);
            case 1:
                return Ir.Named(a, Origins.Named("n" + a.Id));
            case 2:
                return Reduce(a);
            case 3:
                return Gather(a, from);
            case 4:
                var b = Fitting(from, a.Domain);
                return Ir.Ternary(OpCode.Select, a, b, Fitting(from, b.Domain == Domain.One ? a.Domain : b.Domain), default);
            case < 7:
                return Ir.Binary(Gentle[_random.Next(Gentle.Length)], a, Fitting(from, a.Domain), default);
            default:
                return Ir.Binary(Binary[_random.Next(Binary.Length)], a, Fitting(from, a.Domain), default);
        }
    }

    private Value Reduce(Value elements)
    {
        var owner = _domains[_random.Next(_domains.Length)];
        if (owner.Count == 0)
        {
            owner = Domain.One;
        }

        if (elements.Domain == Domain.One)
        {
            var lane = _domains[2];
            elements = Ir.Gather(new[] { elements }, IndexMap.Of(lane, Domain.One, new int[lane.Count]));
        }

        var even = _random.Next(2) == 0;
        var count = elements.Domain.Count;
        var offsets = Enumerable.Range(0, owner.Count + 1).Select(o => even ? o * count / owner.Count : _random.Next(count + 1)).ToArray();
        Array.Sort(offsets);
        offsets[0] = 0;
        offsets[^1] = elements.Domain.Count;
        return Ir.Reduce(OpCode.Sum + _random.Next(8), elements, new(owner, elements.Domain, offsets), default);
    }

    private Value Gather(Value a, IReadOnlyList<Value> from)
    {
        var to = _domains[_random.Next(1, _domains.Length)];
        var sources = Enumerable.Range(0, _random.Next(1, 4)).Select(i => i == 0 ? a : Pick(from)).ToArray();
        var total = sources.Sum(s => s.Domain.Count);
        var joined = sources.Length == 1 ? a.Domain : new Domain("joined", total);
        var least = _random.Next(3) == 0 || total == 0 ? -1 : 0;
        var map = _random.Next(4) == 0 && total > 0
            ? IndexMap.Constant(to, joined, _random.Next(least, total))
            : IndexMap.Of(to, joined, Enumerable.Range(0, to.Count).Select(Member).ToArray());
        return Ir.Gather(sources, map);

        int Member(int m) => _random.Next(3) == 0 ? _random.Next(least, total) : Math.Min(m / 3, total - 1);
    }

    // x = 0.3 x + something, with a region of a few values; sometimes coupled through lists and maps, sometimes not converging, sometimes with one
    // more inside.
    private Value FixedPoint()
    {
        var domain = _domains[_random.Next(_domains.Length)];
        var unknown = Ir.Unknown(domain);
        var inside = new List<Value>(_values) { unknown, unknown };
        for (var i = 0; i < 6; i++)
        {
            inside.Add(Step(inside.Skip(Math.Max(0, inside.Count - 12)).Prepend(inside.First(v => v.Domain == Domain.One)).ToList()));
        }

        if (_random.Next(3) == 0)
        {
            var inner = Ir.Unknown(domain);
            var halved = Ir.Binary(OpCode.Multiply, inner, Ir.Constant(-0.5), default);
            inside.Add(Ir.Solve(inner, Ir.Constant(0), Ir.Constant(1e-6), Ir.Constant(30), Ir.Binary(OpCode.Add, halved, unknown, default), default));
        }

        var other = Fitting(inside.Where(v => v.Domain == domain || v.Domain == Domain.One).Skip(3).ToList(), domain);
        var tame = Ir.Binary(OpCode.Divide, other, Ir.Binary(OpCode.Hypot, other, Ir.Constant(1), default), default);
        var body = Ir.Binary(OpCode.Add, Ir.Binary(OpCode.Multiply, unknown, Ir.Constant(_random.Next(8) == 0 ? 1.5 : 0.3), default), tame, default);
        var start = Fitting(_values, domain == Domain.One ? domain : _domains[0]);
        start = start.Domain == Domain.One || start.Domain == domain ? start : _values.First(v => v.Domain == Domain.One);
        return Ir.Solve(unknown, start, Ir.Constant(1e-9), Ir.Constant(60), Ir.Named(body, Origins.Named("body")), default);
    }
}
