using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Numerics;

namespace InterconnectDsl.Kernels.Interpretation;

/// <summary>Runs a reduction for each class of owners, element by element in order, so that folding changes no bit.</summary>
internal sealed class Reductions(Value value, Column elements, ClassMap owners)
{
    private readonly OpCode _op = value.Op;
    private readonly int[] _offsets = value.Shape!.Offsets;
    private int _first = -1;
    private int _members;

    /// <summary>Whether all results are there.</summary>
    public bool Clean { get; private set; } = true;

    /// <summary>What went wrong, or null.</summary>
    public Fault? Fault => _first < 0 ? null : new(value, FaultKind.Overflow, _first, _members, Array.Empty<double>());

    /// <summary>Computes the numbers of all classes of owners.</summary>
    public void Run(double[] results)
    {
        for (var c = 0; c < owners.ClassCount; c++)
        {
            var owner = owners.FirstMember(c);
            var from = _offsets[owner];
            var to = _offsets[owner + 1];
            var result = elements.Clean && elements.Classes.IsIdentity ? Straight(from, to) : double.NaN;
            results[c] = Floats.IsFinite(result) ? result : Slowly(from, to, c);
        }
    }

    // The common cases without a look at each element; NaN where the slow way must decide.
    private double Straight(int from, int to)
    {
        var numbers = elements.Numbers;
        var state = 0.0;
        switch (_op)
        {
            case OpCode.Sum:
                for (var e = from; e < to; e++)
                {
                    state += numbers[e];
                }

                return state;
            case OpCode.Min when to > from:
                state = numbers[from];
                for (var e = from + 1; e < to; e++)
                {
                    state = numbers[e] < state ? numbers[e] : state;
                }

                return state + 0.0;
            case OpCode.Max when to > from:
                state = numbers[from];
                for (var e = from + 1; e < to; e++)
                {
                    state = numbers[e] > state ? numbers[e] : state;
                }

                return state + 0.0;
            case OpCode.Count:
                return to - from;
            default:
                return double.NaN;
        }
    }

    private double Slowly(int from, int to, int ofClass)
    {
        var reduction = new Reduction(_op);
        for (var e = from; e < to; e++)
        {
            reduction.Take(elements[e]);
        }

        var result = reduction.Result(value.Blame, out var overflow);
        Clean &= !double.IsNaN(result);
        if (overflow)
        {
            _first = _first < 0 ? owners.FirstMember(ofClass) : _first;
            _members += owners.Size(ofClass);
        }

        return result;
    }
}
