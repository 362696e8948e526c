using InterconnectDsl.Kernels.Interpretation;
using InterconnectDsl.Kernels.Ir;

namespace InterconnectDsl.Kernels.Emission;

/// <summary>
/// The values that a kernel must compute, and the inputs that each depends on. A value that depends on none is a constant: the interpreter computes it once
/// and for all.
/// </summary>
internal sealed class Needed
{
    private const int MostSets = 32;

    private readonly Regions _regions;
    private readonly Dictionary<Value, int> _inputs = new();
    private readonly InputSet[] _inputSets;
    private readonly InputSet _draws;
    private readonly Dictionary<Value, InputSet> _sets = new();
    private readonly Dictionary<Value, string> _names = new();

    /// <summary>Finds what is needed for results.</summary>
    public Needed(Regions regions, IReadOnlyList<KernelInput> inputs, IEnumerable<Value> roots)
    {
        _regions = regions;
        _draws = Enumerable.Range(0, inputs.Count + 1).Aggregate(InputSet.Empty, (set, i) => set.With(InputSet.Of(i)));
        _inputSets = inputs.Select((input, i) => input.IsDrawn ? _draws : InputSet.Of(i)).ToArray();
        for (var i = 0; i < inputs.Count; i++)
        {
            _inputs[inputs[i].Value] = i;
        }

        var all = roots.ToList();
        var reached = Reached(all, inside: true);
        FindSets(reached);
        while (Sets(reached) > MostSets && Together())
        {
            FindSets(reached);
        }

        foreach (var value in reached.Where(v => v.Origin is not null && !_names.ContainsKey(Resolve(v))))
        {
            _names.Add(Resolve(value), value.Origin!.Name);
        }

        Draws = reached.Where(v => v.Op == OpCode.Draw).ToList();
        Varying = Reached(all, inside: false).Where(v => !IsConstant(v) && !_inputs.ContainsKey(v) && !IsAlias(v) && v.Op != OpCode.Draw).ToList();
    }

    /// <summary>The values to compute outside of fixed points, in order of number; aliases and inputs are not among them.</summary>
    public IReadOnlyList<Value> Varying { get; }

    /// <summary>How many inputs there are; behind them the draws count as one more.</summary>
    public int Inputs => _inputSets.Length;

    /// <summary>What is drawn for each sample. It changes with every tile, and so does all that rests on it: that depends on all inputs, and is one stage.</summary>
    public IReadOnlyList<Value> Draws { get; }

    /// <summary>The number of an input, or null.</summary>
    public int? InputOf(Value value) => _inputs.TryGetValue(value, out var input) ? input : null;

    /// <summary>The value whose number a value has: formulas' names and params that are not inputs add nothing.</summary>
    public Value Resolve(Value value)
    {
        while (IsAlias(value))
        {
            value = value.Arguments[0];
        }

        return value;
    }

    /// <summary>What the design calls a value, or null.</summary>
    public string? NameOf(Value value) => _names.TryGetValue(value, out var name) ? name : null;

    /// <summary>Whether a value depends on no input.</summary>
    public bool IsConstant(Value value) => Known(value).IsEmpty && !_regions.IsOpen(value);

    /// <summary>The inputs that a value depends on; none where no result needs it.</summary>
    public InputSet SetOf(Value value) => Known(value);

    /// <summary>The values of a fixed point's region to compute, in order; aliases are not among them.</summary>
    public IReadOnlyList<Value> Inside(Value solve) => _regions.Of(solve).Inside.Where(v => !IsAlias(v)).ToList();

    /// <summary>What a fixed point reads from outside of its region.</summary>
    public IEnumerable<Value> ReadsOf(Value solve) => _regions.Inputs(solve);

    private bool IsAlias(Value value) => value.Op is OpCode.Named or OpCode.Input && !_inputs.ContainsKey(value);

    // In order of number; constants and inputs are not looked behind once their sets are known.
    private List<Value> Reached(List<Value> roots, bool inside)
    {
        var seen = new HashSet<Value>();
        var open = new Stack<Value>(roots);
        while (open.Count > 0)
        {
            var value = open.Pop();
            if (!seen.Add(value) || _inputs.ContainsKey(value) || (!inside && IsConstant(value)))
            {
                continue;
            }

            foreach (var input in inside ? _regions.Parts(value) : _regions.Inputs(value))
            {
                open.Push(input);
            }
        }

        return seen.OrderBy(v => v.Id).ToList();
    }

    private int Sets(List<Value> values) => values.Select(v => _sets[v]).Distinct().Count();

    // Where many inputs would make a stage of nearly every value, the last ones count as one that changes when any of them does.
    private bool Together()
    {
        var groups = _inputSets.Distinct().ToList();
        if (groups.Count < 2)
        {
            return false;
        }

        var (last, before) = (groups[groups.Count - 1], groups[groups.Count - 2]);
        for (var i = 0; i < _inputSets.Length; i++)
        {
            _inputSets[i] = _inputSets[i].Equals(last) || _inputSets[i].Equals(before) ? last.With(before) : _inputSets[i];
        }

        return true;
    }

    // The unknown of a fixed point, and what is computed from it, depends on all that the fixed point depends on.
    private void FindSets(List<Value> values)
    {
        foreach (var value in values)
        {
            var set = _inputs.TryGetValue(value, out var input) ? _inputSets[input] : value.Op == OpCode.Draw ? _draws : InputSet.Empty;
            foreach (var part in set.IsEmpty ? _regions.Parts(value) : Array.Empty<Value>())
            {
                set = set.With(Known(part));
            }

            _sets[value] = set;
        }

        foreach (var solve in values.Where(v => v.Op == OpCode.Solve && !_inputs.ContainsKey(v)).Reverse())
        {
            _sets[solve.Unknown!] = Known(solve.Unknown!).With(_sets[solve]);
            foreach (var value in _regions.Of(solve).Inside)
            {
                _sets[value] = _sets[value].With(_sets[solve]);
            }
        }
    }

    private InputSet Known(Value value) => _sets.TryGetValue(value, out var set) ? set : InputSet.Empty;
}
