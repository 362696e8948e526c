using InterconnectDsl.Kernels.Ir;

namespace InterconnectDsl.Kernels.Interpretation;

/// <summary>What a fixed point computes anew in every step, and what it reads from outside.</summary>
/// <param name="Inside">The values that depend on the unknown, in order of evaluation, without the unknown itself.</param>
/// <param name="Outside">The values they read that do not, each once.</param>
internal sealed record Region(Value[] Inside, Value[] Outside);

/// <summary>Finds the regions of fixed points and remembers them.</summary>
internal sealed class Regions
{
    private readonly Dictionary<Value, Region> _known = new();
    private readonly Dependence _open;

    /// <summary>Starts with none known.</summary>
    public Regions() => _open = new(Inputs, v => v.Op == OpCode.Unknown ? true : null);

    /// <summary>The region of a Solve.</summary>
    public Region Of(Value solve)
    {
        if (!_known.TryGetValue(solve, out var region))
        {
            _known.Add(solve, region = Find(solve));
        }

        return region;
    }

    /// <summary>What a value reads: its arguments, and for a Solve also what its region reads from outside.</summary>
    public IEnumerable<Value> Inputs(Value value) => value.Op == OpCode.Solve ? value.Arguments.Concat(Of(value).Outside) : value.Arguments;

    /// <summary>What a value depends on directly, what stands inside a Solve included.</summary>
    public IEnumerable<Value> Parts(Value value) => value.Op == OpCode.Solve ? Inputs(value).Concat(Of(value).Inside) : value.Arguments;

    /// <summary>Whether a value depends on an unknown, so that it has no number outside a fixed point.</summary>
    public bool IsOpen(Value value) => _open.Of(value);

    private Region Find(Value solve)
    {
        var unknown = solve.Unknown!;
        var reached = Reached(solve.Region!, unknown);
        var depends = new HashSet<Value> { unknown };
        var inside = new List<Value>();
        foreach (var value in reached)
        {
            if (Inputs(value).Any(depends.Contains))
            {
                depends.Add(value);
                inside.Add(value);
            }
        }

        var outside = inside.SelectMany(Inputs).Where(v => !depends.Contains(v)).Distinct().ToList();
        if (!depends.Contains(solve.Region!))
        {
            outside.Add(solve.Region!);
        }

        return new(inside.ToArray(), outside.ToArray());
    }

    // The values that the body is made of and that are younger than the unknown, in order.
    private List<Value> Reached(Value body, Value unknown)
    {
        var seen = new HashSet<Value>();
        var open = new Stack<Value>();
        open.Push(body);
        while (open.Count > 0)
        {
            var value = open.Pop();
            if (value.Id <= unknown.Id || !seen.Add(value))
            {
                continue;
            }

            foreach (var input in Inputs(value))
            {
                open.Push(input);
            }
        }

        return seen.OrderBy(v => v.Id).ToList();
    }
}
