using InterconnectDsl.Kernels.Ir;

namespace InterconnectDsl.Kernels.Interpretation;

/// <summary>What one member of a fixed point needs: the members that must be solved with it, and the cells of its region.</summary>
/// <param name="Members">The members of the unknown that the body reads, with that asked for, in order.</param>
/// <param name="Inside">The cells that depend on the unknown, in order of evaluation.</param>
/// <param name="Outside">The cells they read that do not, the three arguments of each member among them.</param>
internal sealed record MemberRegion(int[] Members, Cell[] Inside, Cell[] Outside);

/// <summary>Finds the regions of single members and remembers them.</summary>
internal sealed class MemberRegions(Regions regions)
{
    private readonly Dictionary<Cell, MemberRegion> _known = new();

    /// <summary>The region of a Solve at a member.</summary>
    public MemberRegion Of(Cell solve)
    {
        if (!_known.TryGetValue(solve, out var region))
        {
            _known.Add(solve, region = Find(solve));
        }

        return region;
    }

    /// <summary>What a cell reads; of a Solve also what its region reads from outside.</summary>
    public IEnumerable<Cell> Inputs(Cell cell) => cell.Value.Op == OpCode.Solve ? Of(cell).Outside : MemberInputs.Of(cell);

    private MemberRegion Find(Cell cell)
    {
        var solve = cell.Value;
        var inside = new HashSet<Value>(regions.Of(solve).Inside);
        var members = new SortedSet<int> { cell.Member };
        var seen = new HashSet<Cell>();
        var outside = new List<Cell>();
        var open = new Stack<Cell>();
        Open(cell.Member);
        while (open.Count > 0)
        {
            var next = open.Pop();
            if (!seen.Add(next))
            {
                continue;
            }

            if (next.Value == solve.Unknown)
            {
                if (members.Add(next.Member))
                {
                    Open(next.Member);
                }
            }
            else if (!inside.Contains(next.Value))
            {
                outside.Add(next);
            }
            else
            {
                foreach (var input in Inputs(next))
                {
                    open.Push(input);
                }
            }
        }

        var within = seen.Where(c => inside.Contains(c.Value)).OrderBy(c => c.Value.Id).ThenBy(c => c.Member).ToArray();
        return new(members.ToArray(), within, outside.ToArray());

        void Open(int member)
        {
            open.Push(MemberInputs.At(solve.Region!, member));
            foreach (var argument in solve.Arguments)
            {
                var start = MemberInputs.At(argument, member);
                if (seen.Add(start))
                {
                    outside.Add(start);
                }
            }
        }
    }
}
