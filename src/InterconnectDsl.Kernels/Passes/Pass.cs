using InterconnectDsl.Kernels.Emission;
using InterconnectDsl.Kernels.Interpretation;
using InterconnectDsl.Kernels.Ir;

namespace InterconnectDsl.Kernels.Passes;

/// <summary>
/// Makes a program anew, value by value, arguments first. What results do not need is left out, and an operation that was made before with the same
/// arguments is not made again. Passes keep the bits of all results but where they say that they are
/// for reduced precision.
/// </summary>
public abstract class Pass
{
    private protected Pass()
    {
    }

    /// <summary>Runs the pass.</summary>
    public KernelProgram Run(KernelProgram program)
    {
        var context = new PassContext(program, Ends);
        Start(context);
        foreach (var value in context.Values)
        {
            context.To.Blame = value.Blame;
            context.Keep(value, context.IsInput(value) ? context.Copy(value) : Rewrite(value, context));
        }

        return context.Program();
    }

    /// <summary>Begins a program.</summary>
    private protected virtual void Start(PassContext context)
    {
    }

    /// <summary>What becomes of a value whose arguments were made anew.</summary>
    private protected virtual Value Rewrite(Value value, PassContext context) => context.Copy(value);

    /// <summary>Whether a value is made without its arguments.</summary>
    private protected virtual bool Ends(Value value, PassContext context) => false;
}

/// <summary>The program at hand, and what has become of its values so far.</summary>
internal sealed class PassContext
{
    private readonly KernelProgram _program;
    private readonly HashSet<Value> _inputs;
    private readonly HashSet<Value> _givens = new();
    private readonly Dictionary<Value, Value> _made = new();
    private readonly Dictionary<int, int> _merged;
    private readonly Dictionary<Value, bool> _absent = new();
    private readonly Dictionary<Value, Value> _sources = new();
    private readonly Regions _regions = new();
    private Dictionary<Value, int>? _readers;
    private Needed? _needed;

    public PassContext(KernelProgram program, Func<Value, PassContext, bool> ends)
    {
        _program = program;
        _inputs = new(program.Inputs.Select(i => i.Value));
        _merged = program.Merged.ToDictionary(p => p.Key, p => p.Value);
        Values = Reached(ends);
    }

    /// <summary>The values that results need, in order.</summary>
    public IReadOnlyList<Value> Values { get; }

    /// <summary>The results.</summary>
    public IEnumerable<Value> Outputs => _program.Outputs.Select(o => o.Value);

    /// <summary>What depends on inputs, and what does not.</summary>
    public Needed Needed => _needed ??= new(_regions, _program.Inputs, Outputs);

    /// <summary>The new values.</summary>
    public IrBuilder To { get; } = new();

    /// <summary>Whether a value is given.</summary>
    public bool IsInput(Value value) => _inputs.Contains(value);

    /// <summary>What has become of a value.</summary>
    public Value Of(Value value) => _made[value];

    /// <summary>The same operation on what has become of its arguments.</summary>
    public Value Copy(Value value)
    {
        var arguments = Array.ConvertAll(value.Arguments, Of);
        return value.Op switch
        {
            OpCode.Constant when value.Origin is null && IsInput(value) => To.Constant(value.Constant, value.Origin!),
            OpCode.Solve => To.Solve(Of(value.Unknown!), arguments[0], arguments[1], arguments[2], Of(value.Region!), value.Location),
            _ => To.Again(value, arguments),
        };
    }

    /// <summary>Notes what has become of a value.</summary>
    public void Keep(Value value, Value made)
    {
        _made.Add(value, made);
        if (IsInput(value))
        {
            _givens.Add(made);
        }

        if (IsInput(value) || value.Op is OpCode.Solve or OpCode.Unknown or OpCode.Draw)
        {
            _sources[made] = value;
        }

        if (made.Blame != value.Blame && !Facts.StaysFinite(value.Op) && made.Op is not (OpCode.Constant or OpCode.Data))
        {
            _merged[value.Blame] = made.Blame;
        }
    }

    /// <summary>The number of a new value that is a constant and no input; otherwise null.</summary>
    public double? NumberOf(Value made) => made.Op == OpCode.Constant && !_givens.Contains(made) ? made.Constant : null;

    /// <summary>The inputs that a new value depends on by itself, and not through its arguments.</summary>
    public InputSet InputsOf(Value made) => _sources.TryGetValue(made, out var source) ? Needed.SetOf(source) : InputSet.Empty;

    /// <summary>Whether a value stands in a fixed point.</summary>
    public bool IsOpen(Value value) => _regions.IsOpen(value);

    /// <summary>Whether one operation, and no result, reads a value: through names that nothing else reads.</summary>
    public bool IsReadOnce(Value value)
    {
        _readers ??= Readers();
        while (_readers.TryGetValue(value, out var readers) && readers == 1)
        {
            if (value.Op != OpCode.Named)
            {
                return true;
            }

            value = value.Arguments[0];
        }

        return false;
    }

    /// <summary>Whether two values depend on the same inputs, so that they are computed equally often.</summary>
    public bool AreHoistedAlike(Value a, Value b) => Needed.SetOf(a).Equals(Needed.SetOf(b));

    /// <summary>Whether a new value may be absent.</summary>
    public bool MayBeAbsent(Value made)
    {
        if (!_absent.TryGetValue(made, out var absent))
        {
            absent = !_givens.Contains(made) && made.Op switch
            {
                OpCode.Constant => Absence.IsAbsent(made.Constant),
                OpCode.Data => Array.Exists(made.Data!, Absence.IsAbsent),
                _ => Facts.MayBeAbsent(made, MayBeAbsent),
            };
            _absent.Add(made, absent);
        }

        return absent;
    }

    /// <summary>The new program.</summary>
    public KernelProgram Program() => new(
        To,
        _program.Inputs.Where(i => _made.ContainsKey(i.Value)).Select(i => i with { Value = Of(i.Value) }).ToList(),
        _program.Outputs.Select(o => o with { Value = Of(o.Value) }).ToList())
    {
        Merged = _merged,
    };

    private Dictionary<Value, int> Readers()
    {
        var readers = new Dictionary<Value, int>();
        foreach (var value in Values.SelectMany(v => v.Region is { } region ? v.Arguments.Append(region) : v.Arguments).Concat(_program.Outputs.Select(o => o.Value)))
        {
            readers.TryGetValue(value, out var known);
            readers[value] = known + 1;
        }

        foreach (var output in _program.Outputs)
        {
            readers[output.Value]++;
        }

        return readers;
    }

    private List<Value> Reached(Func<Value, PassContext, bool> ends)
    {
        var seen = new HashSet<Value>();
        var open = new Stack<Value>(_program.Outputs.Select(o => o.Value).Concat(_inputs));
        while (open.Count > 0)
        {
            var value = open.Pop();
            if (!seen.Add(value) || ends(value, this))
            {
                continue;
            }

            foreach (var part in _regions.Parts(value))
            {
                open.Push(part);
            }

            if (value.Op == OpCode.Solve)
            {
                open.Push(value.Unknown!);
                open.Push(value.Region!);
            }
        }

        return seen.OrderBy(v => v.Id).ToList();
    }
}
