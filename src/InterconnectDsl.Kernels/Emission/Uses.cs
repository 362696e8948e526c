using InterconnectDsl.Kernels.Ir;

namespace InterconnectDsl.Kernels.Emission;

/// <summary>Which values must be written to columns because something outside of their body reads them.</summary>
internal sealed class Uses
{
    private readonly Needed _needed;
    private readonly Dictionary<Value, Site> _places = new();
    private readonly HashSet<Value> _stored = new();
    private readonly HashSet<Value> _taken = new();
    private readonly HashSet<Value> _leaving;
    private readonly HashSet<Value> _leavingLoop = new();

    /// <summary>Looks through all stages.</summary>
    public Uses(Needed needed, IReadOnlyList<IReadOnlyList<Block>> stages, IEnumerable<Value> outputs)
    {
        _needed = needed;
        var results = outputs.ToList();
        _leaving = new(results);
        Results = new(results);
        for (var s = 0; s < stages.Count; s++)
        {
            Place(stages[s], s);
        }

        foreach (var pair in _places)
        {
            Note(pair.Key, pair.Value);
        }

        _stored.UnionWith(_leaving);
    }

    /// <summary>The results that need a value.</summary>
    public ResultSets Results { get; }

    /// <summary>Whether a value is written to a column.</summary>
    public bool IsStored(Value value) => _stored.Contains(value);

    /// <summary>Whether another stage reads it, or it is a result.</summary>
    public bool LeavesStage(Value value) => _leaving.Contains(value);

    /// <summary>Whether something outside of the loop that computes it reads it, or it is a result.</summary>
    public bool LeavesLoop(Value value) => _leaving.Contains(value) || _leavingLoop.Contains(value);

    private void Place(IReadOnlyList<Block> blocks, int stage)
    {
        foreach (var block in blocks)
        {
            if (block is SolveBlock solve)
            {
                _places.Add(solve.Solve, new(Array.Empty<Value>(), block, stage));
                Place(solve.Region, stage);
                continue;
            }

            var loop = (LoopBlock)block;
            foreach (var reduction in loop.Reductions)
            {
                _places.Add(reduction, new(new[] { reduction }, block, stage));
                _taken.Add(reduction);
            }

            foreach (var body in loop.Bodies)
            {
                foreach (var value in body)
                {
                    _places.Add(value, new(body, block, stage));
                }
            }
        }
    }

    private void Note(Value user, Site site)
    {
        var direct = user.Op is not (OpCode.Gather or (>= OpCode.Sum and <= OpCode.All) or OpCode.Solve);
        var read = user.Op == OpCode.Solve ? user.Arguments.Append(user.Region!) : user.Arguments;
        foreach (var argument in read.Select(_needed.Resolve))
        {
            if (!_places.TryGetValue(argument, out var place))
            {
                continue;
            }

            if (!_taken.Contains(user) && (place.Body != site.Body || !direct))
            {
                _stored.Add(argument);
            }

            if (place.Stage != site.Stage)
            {
                _leaving.Add(argument);
            }

            if (place.Block != site.Block)
            {
                _leavingLoop.Add(argument);
            }
        }
    }

    private sealed record Site(IReadOnlyList<Value> Body, Block Block, int Stage);
}
