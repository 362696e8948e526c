using InterconnectDsl.Kernels.Ir;

namespace InterconnectDsl.Kernels.Emission;

/// <summary>Gives values and constants their columns, behind the flags and the inputs: a value one for each class, one after the other.</summary>
internal sealed class Columns(int inputs)
{
    private readonly Dictionary<long, int> _known = new();
    private readonly List<KernelConstant> _constants = new();
    private readonly Dictionary<Value, int> _first = new();
    private readonly Dictionary<Value, int> _states = new();

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
    public int Of(Value value, int classes)
    {
        if (!_first.TryGetValue(value, out var first))
        {
            _first.Add(value, first = Count);
            Count += classes;
        }

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
}
