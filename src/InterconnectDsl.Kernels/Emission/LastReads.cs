using InterconnectDsl.Kernels.Ir;

namespace InterconnectDsl.Kernels.Emission;

/// <summary>Behind which part of a stage a value is not read any more.</summary>
internal static class LastReads
{
    /// <summary>For each block the values that it is the last to compute or to read. A fixed point is one block with all that is in it.</summary>
    public static IReadOnlyList<Value>[] Of(IReadOnlyList<Block> blocks, Needed needed) => Of(blocks.Select(Values).ToList(), needed);

    /// <summary>For each body of a loop the values that it is the last to compute or to read.</summary>
    public static IReadOnlyList<Value>[] Within(LoopBlock loop, Needed needed) => Of(loop.Bodies, needed);

    private static IReadOnlyList<Value>[] Of(IReadOnlyList<IEnumerable<Value>> parts, Needed needed)
    {
        var last = new Dictionary<Value, int>();
        for (var b = 0; b < parts.Count; b++)
        {
            foreach (var value in parts[b])
            {
                last[value] = b;
                foreach (var read in value.Op == OpCode.Solve ? value.Arguments.Append(value.Region!) : value.Arguments)
                {
                    last[needed.Resolve(read)] = b;
                }
            }
        }

        var ended = new List<Value>[parts.Count];
        for (var b = 0; b < ended.Length; b++)
        {
            ended[b] = new();
        }

        foreach (var pair in last)
        {
            ended[pair.Value].Add(pair.Key);
        }

        return ended;
    }

    private static IEnumerable<Value> Values(Block block) => block is SolveBlock solve
        ? solve.Region.SelectMany(Values).Append(solve.Solve)
        : ((LoopBlock)block).Bodies.SelectMany(b => b).Concat(((LoopBlock)block).Reductions);
}
