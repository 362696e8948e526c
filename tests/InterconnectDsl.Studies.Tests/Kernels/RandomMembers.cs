using InterconnectDsl.Kernels.Interpretation;
using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Kernels.Tests.Interpretation;

namespace InterconnectDsl.Studies.Tests.Kernels;

/// <summary>
/// Formulas of many members that differ, some of them absent and some that fail, of which nothing but reductions is asked for: what lies in rows. Some members
/// are alike in pairs, some read one of a few others through a map.
/// </summary>
internal sealed class RandomMembers
{
    private static readonly int[] Counts = [33, 40, 64, 71];
    private static readonly OpCode[] Unary = [OpCode.Abs, OpCode.Sqrt, OpCode.Ln, OpCode.Exp, OpCode.FromDecibel, OpCode.ToDecibel, OpCode.Not, OpCode.Exists];

    private static readonly OpCode[] Binary =
    [
        OpCode.Add, OpCode.Subtract, OpCode.Multiply, OpCode.Divide, OpCode.Minimum, OpCode.Maximum, OpCode.Less, OpCode.GreaterOrEqual, OpCode.And,
        OpCode.Or, OpCode.Otherwise,
    ];

    private readonly Random _random;
    private readonly Domain _lane;
    private readonly List<Value> _lanes = [];
    private readonly List<Value> _single = [];

    public RandomMembers(int seed, int size)
    {
        _random = new(seed);
        _lane = new("lane", Counts[_random.Next(Counts.Length)]);
        var engine = new Domain("engine", 6);
        _single.AddRange(Enumerable.Range(0, 3).Select(i => Ir.Constant(1.5 + i, Origins.Named("c" + i))));
        _lanes.Add(Ir.Data(_lane, Numbers()));
        _lanes.Add(Ir.Data(_lane, [.. Enumerable.Range(0, _lane.Count).Select(i => 1.0 + (i / 2))]));
        var engines = Ir.Binary(OpCode.Multiply, Ir.Data(engine, [0.5, 1, Absence.Absent, 2, 0, 3]), _single[1], default);
        _lanes.Add(Ir.Gather([engines], IndexMap.Of(_lane, engine, [.. Enumerable.Range(0, _lane.Count).Select(i => (i * 5 % 7) - 1)])));
        for (var i = 0; i < size; i++)
        {
            Step();
        }

        var last = Ir.Binary(OpCode.Multiply, _lanes[0], _single[0], default);
        _single.Add(Ir.Reduce(OpCode.Sum, last, new(Domain.One, _lane, [0, _lane.Count]), default));
    }

    public IrBuilder Ir { get; } = new();

    public IReadOnlyList<Value> Given => [.. _single.Take(3)];

    public IReadOnlyList<Value> Asked => [.. _single.Skip(3)];

    // All different, so that each member is a class of its own.
    private double[] Numbers()
    {
        double[] numbers = [.. Enumerable.Range(0, _lane.Count).Select(_ => 0.5 + _random.NextDouble())];
        foreach (var rare in (double[])[Absence.Absent, 0.0, -0.0, -_random.NextDouble()])
        {
            numbers[_random.Next(numbers.Length)] = rare;
        }

        return numbers;
    }

    private Value Lanes() => _lanes[Math.Max(0, _lanes.Count - 1 - (int)(_random.NextDouble() * _random.NextDouble() * _lanes.Count))];

    private Value Either() => _random.Next(3) == 0 ? _single[_random.Next(_single.Count)] : Lanes();

    private void Step()
    {
        switch (_random.Next(8))
        {
            case 0:
                _lanes.Add(Ir.Unary(Unary[_random.Next(Unary.Length)], Lanes(), default));
                break;
            case 1:
                _lanes.Add(Ir.Ternary(OpCode.Select, Lanes(), Either(), Either(), default));
                break;
            case 2 or 3:
                _single.Add(Ir.Reduce(OpCode.Sum + _random.Next(8), Lanes(), new(Domain.One, _lane, [0, _lane.Count]), default));
                break;
            default:
                _lanes.Add(Ir.Binary(Binary[_random.Next(Binary.Length)], Lanes(), Either(), default));
                break;
        }
    }
}
