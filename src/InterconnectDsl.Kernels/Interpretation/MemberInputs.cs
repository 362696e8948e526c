using InterconnectDsl.Kernels.Ir;

namespace InterconnectDsl.Kernels.Interpretation;

/// <summary>A value at one of its members.</summary>
/// <param name="Value">The value.</param>
/// <param name="Member">The member of its domain.</param>
internal readonly record struct Cell(Value Value, int Member);

/// <summary>What a value at one member reads: which arguments, at which members.</summary>
internal static class MemberInputs
{
    /// <summary>The arguments' cells, in order; of a Solve only start, tolerance and limit.</summary>
    public static IEnumerable<Cell> Of(Cell cell)
    {
        var (value, member) = cell;
        return value.Op switch
        {
            OpCode.Gather => Read(value, member),
            OpCode.Network => Nodes(value, member),
            >= OpCode.Sum and <= OpCode.All => Elements(value, member),
            _ => value.Arguments.Select(a => At(a, member)),
        };
    }

    /// <summary>An argument at a member of the value that reads it; what has one member is the same for all.</summary>
    public static Cell At(Value argument, int member) => new(argument, argument.Domain.Count == 1 ? 0 : member);

    private static IEnumerable<Cell> Elements(Value value, int owner)
    {
        var offsets = value.Shape!.Offsets;
        for (var e = offsets[owner]; e < offsets[owner + 1]; e++)
        {
            yield return new(value.Arguments[0], e);
        }
    }

    // Every node's heat, and the surroundings of the one; the conductances are too many to tell.
    private static IEnumerable<Cell> Nodes(Value value, int member) =>
        Enumerable.Range(0, value.Arguments[2].Domain.Count).Select(n => new Cell(value.Arguments[2], n)).Append(At(value.Arguments[3], member));

    private static IEnumerable<Cell> Read(Value value, int member)
    {
        var at = value.Map![member];
        foreach (var source in value.Arguments)
        {
            if (at >= 0 && at < source.Domain.Count)
            {
                yield return new(source, at);
                yield break;
            }

            at -= at < 0 ? 0 : source.Domain.Count;
        }
    }
}
