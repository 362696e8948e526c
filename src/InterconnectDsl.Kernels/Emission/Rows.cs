using InterconnectDsl.Kernels.Interpretation;
using InterconnectDsl.Kernels.Ir;

namespace InterconnectDsl.Kernels.Emission;

/// <summary>
/// Which classes lie side by side in vectors, at one point after the other, where otherwise points do. That serves many members that differ, when nothing but
/// loops over the same members and reductions in those loops read what is computed for them: a point's numbers are read one after the other, and a sweep's
/// outer axes have one row of them instead of a column a member.
/// </summary>
internal sealed class Rows
{
    private const int LeastMembers = 32;

    private readonly Needed _needed;
    private readonly BlockScheduler _scheduler;
    private readonly HashSet<ClassMap> _maps;

    /// <summary>Looks through all stages.</summary>
    public Rows(Needed needed, BlockScheduler scheduler, IReadOnlyList<IReadOnlyList<Block>> stages, IEnumerable<Value> outputs)
    {
        (_needed, _scheduler) = (needed, scheduler);
        var loops = stages.SelectMany(s => s).OfType<LoopBlock>().ToList();

        // Where samples are drawn, every point is another one, and a column of draws has the points of a member.
        _maps = new(loops.Select(l => l.Classes).Where(c => c.ClassCount >= LeastMembers && needed.Draws.Count == 0));
        Exclude(outputs);
        foreach (var solve in stages.SelectMany(s => s).OfType<SolveBlock>())
        {
            Exclude(needed.ReadsOf(solve.Solve).Append(solve.Solve).Concat(needed.Inside(solve.Solve)));
        }

        for (var before = -1; before != _maps.Count;)
        {
            before = _maps.Count;
            Exclude(loops.SelectMany(l => l.Bodies.SelectMany(b => b).SelectMany(v => Astray(v, l.Classes))));
        }
    }

    /// <summary>Whether these classes lie side by side.</summary>
    public bool Have(ClassMap classes) => _maps.Contains(classes);

    /// <summary>Whether a value's numbers lie in rows.</summary>
    public bool Have(Value value) => _maps.Count > 0 && _needed.InputOf(value) is null && !_needed.IsConstant(value) && Have(_scheduler.KeyOf(value));

    private void Exclude(IEnumerable<Value> values)
    {
        foreach (var value in values.Select(_needed.Resolve).ToList())
        {
            _maps.Remove(_scheduler.KeyOf(value));
        }
    }

    // What a value reads that must not lie in rows: through a map, in a list, or in a loop over points.
    private IEnumerable<Value> Astray(Value value, ClassMap loop) =>
        value.Op is OpCode.Gather or (>= OpCode.Sum and <= OpCode.All) || !Have(loop) ? value.Arguments.Where(a => Have(_needed.Resolve(a))) : Array.Empty<Value>();
}
