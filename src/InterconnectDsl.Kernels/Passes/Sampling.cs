using InterconnectDsl.Kernels.Emission;
using InterconnectDsl.Kernels.Interpretation;
using InterconnectDsl.Kernels.Ir;

namespace InterconnectDsl.Kernels.Passes;

/// <summary>
/// Turns a program into what it is where it is sampled: whatever has a distribution or a tolerance becomes the formula of its draw, and mirrored copies get
/// draws of their own. Of an input that is drawn, two inputs come: its number, and behind all others, in their order, a flag, 1 to hold it at that number and 0
/// to draw it.
/// </summary>
public sealed class Sampling
{
    /// <summary>What the name of a flag ends in.</summary>
    public const string Held = "Held";

    private readonly KernelProgram _program;
    private readonly Dictionary<Value, KernelInput> _inputs;
    private readonly Dictionary<(Value, bool), Value> _made = new();
    private readonly Dictionary<KernelInput, KernelInput> _given = new();
    private readonly Dictionary<KernelInput, KernelInput> _flags = new();
    private readonly Dependence _far = Sources.InstanceDraws();
    private readonly IrBuilder _to = new();

    private Sampling(KernelProgram program)
    {
        _program = program;
        _inputs = program.Inputs.ToDictionary(i => i.Value);
    }

    /// <summary>The sampled form of a program.</summary>
    public static KernelProgram Of(KernelProgram program) => new Sampling(program).Run();

    /// <summary>Those of the values that rest on anything that is drawn.</summary>
    public static IEnumerable<Value> Drawn(IEnumerable<Value> values)
    {
        var draws = Sources.Draws();
        return values.Where(draws.Of);
    }

    /// <summary>What is drawn on the way to some values: those that have a distribution or a tolerance, in order of number.</summary>
    public static IReadOnlyList<Value> Behind(IEnumerable<Value> values)
    {
        var seen = new HashSet<Value>();
        var open = new Stack<Value>(values);
        while (open.Count > 0)
        {
            var value = open.Pop();
            if (seen.Add(value))
            {
                foreach (var part in Sources.SampledParts(value))
                {
                    open.Push(part);
                }
            }
        }

        return seen.Where(v => v.Drawn is not null).OrderBy(v => v.Id).ToList();
    }

    private KernelProgram Run()
    {
        var outputs = _program.Outputs.Select(o => (o.Value, false)).ToList();
        foreach (var (value, far) in Reached(outputs.Concat(_program.Inputs.Select(i => (i.Value, false)))))
        {
            _to.Blame = value.Blame;
            _made.Add((value, far), Make(value, far));
        }

        _to.Blame = null;
        var inputs = _program.Inputs.Select(i => _given[i]).Concat(_program.Inputs.Where(_flags.ContainsKey).Select(i => _flags[i])).ToList();
        return new(_to, inputs, _program.Outputs.Select(o => o with { Value = _made[(o.Value, false)] }).ToList()) { Merged = _program.Merged };
    }

    // Everything has a greater number than what it is made of, its draw included.
    private List<(Value Value, bool Far)> Reached(IEnumerable<(Value, bool)> roots)
    {
        var seen = new HashSet<(Value, bool)>();
        var open = new Stack<(Value, bool)>(roots);
        while (open.Count > 0)
        {
            var at = open.Pop();
            if (seen.Add(at))
            {
                foreach (var part in Parts(at.Item1))
                {
                    open.Push(Of(part, at.Item2 || at.Item1.IsFar));
                }
            }
        }

        return seen.OrderBy(v => v.Item1.Id).ThenBy(v => v.Item2).ToList();
    }

    private IEnumerable<Value> Parts(Value value) =>
        !_inputs.TryGetValue(value, out var input) ? Sources.SampledParts(value)
        : input.IsDrawn && value.Drawn is { } drawn ? value.Arguments.Append(drawn)
        : value.Arguments;

    private (Value, bool) Of(Value value, bool far) => (value, far && _far.Of(value));

    private Value Made(Value value, bool far) => _made[Of(value, far)];

    private Value Make(Value value, bool far)
    {
        if (_inputs.TryGetValue(value, out var input))
        {
            return Given(value, input);
        }

        return value.Drawn is { } drawn ? Named(value, Made(drawn, far))
            : value.Op == OpCode.Draw ? _to.Draw(value.Domain, far ? value.Keys!.Far() : value.Keys!)
            : value.Op == OpCode.Solve ? _to.Solve(
                Made(value.Unknown!, far), Made(value.Arguments[0], far), Made(value.Arguments[1], far), Made(value.Arguments[2], far), Made(value.Region!, far), value.Location)
            : _to.Again(value, Array.ConvertAll(value.Arguments, a => Made(a, far || value.IsFar)));
    }

    private Value Named(Value value, Value drawn) => value.Op == OpCode.Input ? _to.Input(value.Param!, drawn, value.Origin!) : _to.Named(drawn, value.Origin!);

    private Value Given(Value value, KernelInput input)
    {
        var given = _to.Again(value, Array.ConvertAll(value.Arguments, a => Made(a, false)));
        if (!input.IsDrawn || value.Drawn is not { } drawn)
        {
            _given.Add(input, input with { Value = given, IsDrawn = false });
            return given;
        }

        var name = input.Name + Held;
        var flag = _to.Constant(0, value.Origin! with { Name = name });
        _given.Add(input, input with { Value = given });
        _flags.Add(input, new(name, flag) { IsDrawn = true, IsFlag = true });
        return _to.Ternary(OpCode.Select, flag, given, Made(drawn, false), value.Location);
    }
}
