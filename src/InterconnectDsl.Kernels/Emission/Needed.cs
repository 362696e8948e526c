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
    private readonly List<Value> _roots;
    private readonly List<Value> _reached;
    private readonly InputSet?[] _sets;
    private IReadOnlyList<Value>? _varying;
    private Dictionary<Value, string>? _names;

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

        _roots = roots.ToList();
        _reached = Reached(inside: true);
        _sets = new InputSet?[_reached.Count == 0 ? 0 : _reached[_reached.Count - 1].Id + 1];
        FindSets();
        while (new HashSet<InputSet>(_reached.Select(Known)).Count > MostSets && Together())
        {
            FindSets();
        }

        Draws = _reached.Where(v => v.Op == OpCode.Draw).ToList();
    }

    /// <summary>The values to compute outside of fixed points, in order of number; aliases and inputs are not among them.</summary>
    public IReadOnlyList<Value> Varying => _varying ??=
        Reached(inside: false).Where(v => !IsConstant(v) && !_inputs.ContainsKey(v) && !IsAlias(v) && v.Op != OpCode.Draw).ToList();

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
    public string? NameOf(Value value) => (_names ??= Names()).TryGetValue(value, out var name) ? name : null;

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
    private List<Value> Reached(bool inside)
    {
        var seen = new HashSet<Value>();
        var open = new Stack<Value>(_roots);
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

        var ordered = seen.ToList();
        ordered.Sort((a, b) => a.Id.CompareTo(b.Id));
        return ordered;
    }

    // Of two names for one value the first stays.
    private Dictionary<Value, string> Names()
    {
        var names = new Dictionary<Value, string>();
        foreach (var value in _reached.Where(v => v.Origin is not null))
        {
            var named = Resolve(value);
            if (!names.ContainsKey(named))
            {
                names.Add(named, value.Origin!.Name);
            }
        }

        return names;
    }

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
    private void FindSets()
    {
        foreach (var value in _reached)
        {
            var set = _inputs.TryGetValue(value, out var input) ? _inputSets[input] : value.Op == OpCode.Draw ? _draws : InputSet.Empty;
            foreach (var part in set.IsEmpty ? _regions.Parts(value) : Array.Empty<Value>())
            {
                set = set.With(Known(part));
            }

            _sets[value.Id] = set;
        }

        foreach (var solve in _reached.Where(v => v.Op == OpCode.Solve && !_inputs.ContainsKey(v)).Reverse())
        {
            foreach (var value in _regions.Of(solve).Inside.Append(solve.Unknown!))
            {
                _sets[value.Id] = Known(value).With(Known(solve));
            }
        }
    }

    private InputSet Known(Value value) => (value.Id < _sets.Length ? _sets[value.Id] : null) ?? InputSet.Empty;
}
