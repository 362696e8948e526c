using InterconnectDsl.Kernels.Ir;

namespace InterconnectDsl.Kernels.Emission;

/// <summary>Gives values and constants their columns, behind the flags and the inputs: a value one for each class, one after the other.</summary>
internal sealed class Columns(int inputs)
{
    private readonly Dictionary<long, int> _known = new();
    private readonly List<KernelConstant> _constants = new();
    private readonly Dictionary<Value, int> _first = new();
    private readonly Dictionary<Value, int> _states = new();
    private readonly Dictionary<Value, int> _counts = new();
    private readonly HashSet<Value> _passing = new();
    private readonly HashSet<Value> _kept = new();
    private readonly List<Gap> _free = new();

    /// <summary>The constants, in order of column.</summary>
    public IReadOnlyList<KernelConstant> Constants => _constants;

    /// <summary>The number of columns.</summary>
    public int Count { get; private set; } = 1 + inputs;

    /// <summary>The column of a constant.</summary>
    public int OfConstant(double number)
    {
        var bits = BitConverter.DoubleToInt64Bits(number);
        if (!_known.TryGetValue(bits, out var column))
        {
            _known.Add(bits, column = Count++);
            _constants.Add(new(column, number));
        }

        return column;
    }

    /// <summary>The first column of a value with so many classes.</summary>
    /// <param name="value">The value.</param>
    /// <param name="classes">The number of columns.</param>
    /// <param name="passing">Whether only its own stage reads it, so that columns which passed before may serve.</param>
    public int Of(Value value, int classes, bool passing)
    {
        if (_first.TryGetValue(value, out var first))
        {
            return first;
        }

        first = passing ? Free(classes) : Add(classes);
        _first.Add(value, first);
        _counts.Add(value, classes);
        (passing ? _passing : _kept).Add(value);
        return first;
    }

    /// <summary>What is read by other stages.</summary>
    public IReadOnlyCollection<Value> Kept => _kept;

    /// <summary>How many columns a value has.</summary>
    public int CountOf(Value value) => _counts[value];

    /// <summary>Nothing reads this value any more.</summary>
    public void Release(Value value)
    {
        if (_passing.Remove(value))
        {
            _free.Add(new(_first[value], _counts[value]));
        }
    }

    // The smallest free block that is large enough; what is left of it stays free.
    private int Free(int classes)
    {
        var best = -1;
        for (var i = 0; i < _free.Count; i++)
        {
            if (_free[i].Count >= classes && (best < 0 || _free[i].Count < _free[best].Count))
            {
                best = i;
            }
        }

        if (best < 0)
        {
            return Add(classes);
        }

        var block = _free[best];
        _free.RemoveAt(best);
        if (block.Count > classes)
        {
            _free.Add(new(block.First + classes, block.Count - classes));
        }

        return block.First;
    }

    private int Add(int classes)
    {
        var first = Count;
        Count += classes;
        return first;
    }

    /// <summary>The first column of a reduction's states.</summary>
    public int OfStates(Value reduction, int states)
    {
        if (!_states.TryGetValue(reduction, out var first))
        {
            _states.Add(reduction, first = Count);
            Count += states;
        }

        return first;
    }

    /// <summary>The first of the columns of a fixed point's searches, which its unknown and its result share.</summary>
    public int OfSearch(Value solve, int classes)
    {
        if (!_first.TryGetValue(solve.Unknown!, out var first))
        {
            _first.Add(solve.Unknown!, first = Count);
            _first.Add(solve, first + classes);
            Count += KernelPlan.SearchFields * classes;
        }

        return first;
    }

    // A class, since the generic code for structs is not compiled ahead of time.
    private sealed record Gap(int First, int Count);
}
