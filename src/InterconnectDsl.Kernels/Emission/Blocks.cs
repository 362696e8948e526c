using InterconnectDsl.Kernels.Interpretation;
using InterconnectDsl.Kernels.Ir;

namespace InterconnectDsl.Kernels.Emission;

/// <summary>A part of a stage, as values.</summary>
internal abstract class Block
{
}

/// <summary>
/// A loop over classes, its values cut into bodies. Reductions of all its classes to one number take each element where it is computed, so that elements
/// need no columns.
/// </summary>
internal sealed class LoopBlock(ClassMap classes, string name, IReadOnlyList<IReadOnlyList<Value>> bodies, IReadOnlyList<Value> reductions) : Block
{
    public IReadOnlyList<Value> Reductions { get; } = reductions;

    public ClassMap Classes { get; } = classes;

    public string Name { get; } = name;

    public IReadOnlyList<IReadOnlyList<Value>> Bodies { get; } = bodies;
}

/// <summary>A fixed point.</summary>
internal sealed class SolveBlock(Value solve, IReadOnlyList<Block> region) : Block
{
    public Value Solve { get; } = solve;

    public IReadOnlyList<Block> Region { get; } = region;
}

/// <summary>
/// Puts the values of a stage in loops: values with the same classes share one as far as none of them reads another through a map or a list. A loop with
/// many operations is cut into bodies that fit the registers and the processor's window.
/// </summary>
internal sealed class BlockScheduler(Needed needed, StructuralClasses classes, ClassMaps maps)
{
    private const int MostWork = 32;
    private const int MostDepth = 64;

    /// <summary>The loops of these values, which are in order of number.</summary>
    public IReadOnlyList<Block> Schedule(IEnumerable<Value> values)
    {
        var left = values.Where(v => classes.Of(v).ClassCount > 0).ToList();
        var waiting = new HashSet<Value>(left);
        var blocks = new List<Block>();
        while (left.Count > 0)
        {
            var first = left.First(v => Reads(v).All(a => !waiting.Contains(a)));
            if (first.Op == OpCode.Solve)
            {
                left.Remove(first);
                waiting.Remove(first);
                blocks.Add(new SolveBlock(first, Schedule(needed.Inside(first))));
                continue;
            }

            var together = Together(left, waiting, KeyOf(first));
            var reductions = left.Where(v => IsTaken(v, together)).ToList();
            left.RemoveAll(v => together.Contains(v) || reductions.Contains(v));
            waiting.ExceptWith(together);
            waiting.ExceptWith(reductions);
            blocks.Add(new LoopBlock(KeyOf(first), first.Domain.Name, Cut(together.OrderBy(v => v.Id)), reductions));
        }

        return blocks;
    }

    /// <summary>The classes of the loop that a value is computed in. All uniform values share one loop.</summary>
    public ClassMap KeyOf(Value value) => classes.Of(value).IsUniform ? maps.Uniform(1) : classes.Of(value);

    private IEnumerable<Value> Reads(Value value) =>
        (value.Op == OpCode.Solve ? needed.ReadsOf(value) : value.Arguments).Select(needed.Resolve);

    private HashSet<Value> Together(List<Value> left, HashSet<Value> waiting, ClassMap key)
    {
        var together = new HashSet<Value>();
        foreach (var value in left.Where(v => v.Op != OpCode.Solve && KeyOf(v) == key))
        {
            var direct = value.Op is not (OpCode.Gather or (>= OpCode.Sum and <= OpCode.All));
            if (Reads(value).All(a => !waiting.Contains(a) || (direct && together.Contains(a))))
            {
                together.Add(value);
            }
        }

        return together;
    }

    // A reduction to one number whose list has every class once, in order: then taking elements as they come is the same order.
    private bool IsTaken(Value value, HashSet<Value> elements)
    {
        if (value.Op is not (>= OpCode.Sum and <= OpCode.All) || !classes.Of(value).IsUniform)
        {
            return false;
        }

        var element = needed.Resolve(value.Arguments[0]);
        if (!elements.Contains(element) || KeyOf(element).IsUniform)
        {
            return false;
        }

        var list = new ElementLists(value, classes.Of(value), classes.Of(element));
        return list.Repeats.All(r => r == 1) && list.Classes.SequenceEqual(Enumerable.Range(0, classes.Of(element).ClassCount));
    }

    private List<IReadOnlyList<Value>> Cut(IEnumerable<Value> values)
    {
        var bodies = new List<IReadOnlyList<Value>>();
        var body = new List<Value>();
        var depths = new Dictionary<Value, int>();
        var work = 0;
        foreach (var value in values)
        {
            if (work >= MostWork || Reads(value).Any(a => depths.TryGetValue(a, out var depth) && depth + Latency(value.Op) > MostDepth))
            {
                bodies.Add(body);
                body = new();
                depths.Clear();
                work = 0;
            }

            body.Add(value);
            depths[value] = Latency(value.Op) + Reads(value).Select(a => depths.TryGetValue(a, out var depth) ? depth : 0).DefaultIfEmpty(0).Max();
            work += Work(value.Op);
        }

        bodies.Add(body);
        return bodies;
    }

    // About how many cycles it takes until the result is there.
    private static int Latency(OpCode op) => op switch
    {
        OpCode.Erf or OpCode.Erfc or OpCode.Erfcx or OpCode.NormalCdf or OpCode.NormalInverse => 100,
        OpCode.Sqrt or OpCode.Divide => 18,
        >= OpCode.Exp and <= OpCode.ToDecibel or OpCode.Power or OpCode.Atan2 or OpCode.Hypot => 40,
        _ => 4,
    };

    // About how many instructions it takes, in units of two.
    private static int Work(OpCode op) => op switch
    {
        >= OpCode.Exp and <= OpCode.ToDecibel => 12,
        OpCode.Power or OpCode.Atan2 or OpCode.Hypot => 16,
        OpCode.And or OpCode.Or => 3,
        _ => 1,
    };
}
