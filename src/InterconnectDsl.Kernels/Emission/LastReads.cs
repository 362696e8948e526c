using InterconnectDsl.Kernels.Ir;

namespace InterconnectDsl.Kernels.Emission;

/// <summary>Behind which part of a stage a value is not read any more.</summary>
internal static class LastReads
{
    /// <summary>For each block the values that it is the last to compute or to read. A fixed point is one block with all that is in it.</summary>
    public static IReadOnlyList<Value>[] Of(IReadOnlyList<Block> blocks, Needed needed)
    {
        var last = new Dictionary<Value, int>();
        for (var b = 0; b < blocks.Count; b++)
        {
            foreach (var value in Values(blocks[b]))
            {
                last[value] = b;
                foreach (var read in value.Op == OpCode.Solve ? value.Arguments.Append(value.Region!) : value.Arguments)
                {
                    last[needed.Resolve(read)] = b;
                }
            }
        }

        return Enumerable.Range(0, blocks.Count).Select(b => (IReadOnlyList<Value>)last.Where(p => p.Value == b).Select(p => p.Key).OrderBy(v => v.Id).ToList()).ToArray();
    }

    private static IEnumerable<Value> Values(Block block) => block is SolveBlock solve
        ? solve.Region.SelectMany(Values).Append(solve.Solve)
        : ((LoopBlock)block).Bodies.SelectMany(b => b).Concat(((LoopBlock)block).Reductions);
}
