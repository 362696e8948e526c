using InterconnectDsl.Kernels.Interpretation;
using InterconnectDsl.Kernels.Ir;

namespace InterconnectDsl.Kernels.Emission;

/// <summary>Plans a kernel: what is needed, which members are alike, what depends on the same inputs, which loops that makes, and what each does.</summary>
internal sealed class KernelPlanner
{
    private const int MostNumbers = 65536; // half a megabyte that a tile goes through, so that it stays in the second cache
    private const int MostPoints = 1024;
    private const int LeastPoints = 8;
    private const int DrawnPoints = Numerics.Philox.Unit;

    private readonly IReadOnlyList<KernelInput> _inputs;
    private readonly IReadOnlyList<KernelOutput> _outputs;
    private readonly Needed _needed;
    private readonly StructuralClasses _classes;
    private readonly BlockScheduler _scheduler;
    private readonly List<InputSet> _sets;
    private readonly BodyPlanner _bodies;
    private readonly Columns _columns;
    private readonly Rows _rows;

    public KernelPlanner(Interpreter interpreter, IReadOnlyList<KernelInput> inputs, IReadOnlyList<KernelOutput> outputs)
    {
        (_inputs, _outputs) = (inputs, outputs);
        _needed = new(interpreter.Regions, inputs, outputs.Select(o => o.Value));
        _classes = new(interpreter, _needed);
        _scheduler = new(_needed, _classes, interpreter.Maps);
        _columns = new(inputs.Count);
        _sets = _needed.Varying.Select(_needed.SetOf).Distinct().OrderBy(s => s.Inputs.Count).ToList();
        var stages = _sets.Select(set => _scheduler.Schedule(_needed.Varying.Where(v => _needed.SetOf(v).Equals(set)))).ToList();
        var uses = new Uses(_needed, stages, outputs.Select(o => _needed.Resolve(o.Value)));
        _rows = new(_needed, _scheduler, stages, outputs.Select(o => o.Value));
        _bodies = new(interpreter, _needed, _classes, _scheduler, uses, _columns, _rows, StageOf, inputs);
        Stages = stages;
    }

    private List<IReadOnlyList<Block>> Stages { get; }

    /// <summary>The plan.</summary>
    public KernelPlan Plan()
    {
        var stages = Stages.Select((blocks, s) => new KernelStage(_sets[s].Inputs, Steps(blocks))).ToList();
        var outputs = _outputs.Select(Place).ToList();
        var numbers = NumbersPerPoint();
        var draws = _needed.Draws.SelectMany(Draws).ToList();
        var least = draws.Count > 0 ? DrawnPoints : LeastPoints;
        var points = Math.Max(least, Math.Min(MostPoints, MostNumbers / numbers / least * least));
        return new(_inputs, outputs, _columns.Constants, stages, _columns.Count, points) { NumbersPerPoint = numbers, Draws = draws };
    }

    // Along an axis of a sweep, what does not depend on its input has one number for all points.
    private int NumbersPerPoint()
    {
        var (kept, most) = (0, 0);
        foreach (var value in _columns.Kept)
        {
            kept += _columns.CountOf(value);
        }

        for (var i = 0; i < _inputs.Count; i++)
        {
            var along = 0;
            foreach (var value in _columns.Kept)
            {
                along += _needed.SetOf(value).Inputs.Contains(i) ? _columns.CountOf(value) : 0;
            }

            most = Math.Max(most, along);
        }

        return _columns.Count - kept + most;
    }

    // Columns that nothing reads any more serve what comes behind.
    private List<KernelStep> Steps(IReadOnlyList<Block> blocks)
    {
        var last = LastReads.Of(blocks, _needed);
        var steps = new List<KernelStep>();
        for (var b = 0; b < blocks.Count; b++)
        {
            steps.AddRange(Steps(blocks[b]));
            foreach (var value in last[b])
            {
                _columns.Release(value);
            }
        }

        return steps;
    }

    private IEnumerable<PlannedDraw> Draws(Value draw)
    {
        var column = _columns.Of(draw, draw.Domain.Count, passing: false);
        foreach (var run in draw.Keys!.Runs)
        {
            yield return new(column, run, draw.Keys.IsNormal);
            column += run.Counts.Aggregate(1, (all, own) => all * own);
        }
    }

    private int StageOf(Value value) => 1 + _inputs.Count + (_needed.Draws.Count > 0 ? 1 : 0) + _sets.IndexOf(_needed.SetOf(value));

    private IEnumerable<KernelStep> Steps(Block block)
    {
        if (block is not LoopBlock loop)
        {
            yield return Search((SolveBlock)block);
            yield break;
        }

        if (_rows.Have(loop.Classes))
        {
            yield return new KernelLoop(loop.Name, 1, loop.Bodies.Select(b => _bodies.SideBySide(loop.Classes, b, loop.Reductions)).ToList());
            yield break;
        }

        if (loop.Reductions.Count > 0)
        {
            yield return new KernelLoop(loop.Name, 1, new[] { _bodies.Before(loop.Reductions) });
        }

        yield return new KernelLoop(loop.Name, loop.Classes.ClassCount, Bodies(loop));
        if (loop.Reductions.Count > 0)
        {
            yield return new KernelLoop(loop.Name, 1, new[] { _bodies.After(loop.Reductions) });
        }
    }

    // What only the loop itself reads makes room behind the last body that does: each class has columns of its own.
    private List<KernelBody> Bodies(LoopBlock loop)
    {
        var last = LastReads.Within(loop, _needed);
        var bodies = new List<KernelBody>();
        for (var b = 0; b < loop.Bodies.Count; b++)
        {
            bodies.Add(_bodies.Body(loop.Classes, loop.Bodies[b], loop.Reductions));
            foreach (var value in last[b].Where(v => !_bodies.Uses.LeavesLoop(v)))
            {
                _columns.Release(value);
            }
        }

        return bodies;
    }

    private KernelFixedPoint Search(SolveBlock block)
    {
        var (solve, region) = (block.Solve, block.Region);
        var classes = _scheduler.KeyOf(solve);
        var start = new KernelLoop(solve.Domain.Name, classes.ClassCount, new[] { _bodies.Start(classes, solve) });
        var steps = region.SelectMany(b => Steps(b)).ToList();
        return new(start, steps, new(solve.Domain.Name, classes.ClassCount, new[] { _bodies.Next(classes, solve) }));
    }

    private OutputColumns Place(KernelOutput output)
    {
        var (source, columnOf) = _bodies.Place(_needed.Resolve(output.Value));
        var classes = _classes.Of(output.Value);
        return new(output, source, IndexForm.Of(output.Value.Domain.Count, m => columnOf(classes.ClassOf(m))));
    }
}
