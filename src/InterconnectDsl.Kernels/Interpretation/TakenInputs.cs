using InterconnectDsl.Kernels.Ir;

namespace InterconnectDsl.Kernels.Interpretation;

/// <summary>Goes back from a number to those that decided it.</summary>
internal sealed class TakenInputs(Replay replay)
{
    /// <summary>What a cell's number was computed from: of a condition the side that was taken, of a fixed point its body.</summary>
    public IEnumerable<Cell> Of(Cell cell)
    {
        var (value, member) = cell;
        if (replay.IsGiven(value))
        {
            return Array.Empty<Cell>();
        }

        switch (value.Op)
        {
            case OpCode.Select:
                var condition = MemberInputs.At(value.Arguments[0], member);
                var decided = replay.NumberOf(condition);
                var side = MemberInputs.At(value.Arguments[decided != 0.0 ? 1 : 2], member);
                return double.IsNaN(decided) ? new[] { condition } : IsGuard(value) ? new[] { side } : new[] { side, condition };
            case OpCode.Otherwise:
                var first = MemberInputs.At(value.Arguments[0], member);
                return new[] { Absence.IsAbsent(replay.NumberOf(first)) ? MemberInputs.At(value.Arguments[1], member) : first };
            case OpCode.Minimum or OpCode.Maximum:
                var (a, b) = (MemberInputs.At(value.Arguments[0], member), MemberInputs.At(value.Arguments[1], member));
                return replay.NumberOf(a) == replay.NumberOf(cell) ? new[] { a, b } : new[] { b, a };
            case OpCode.Solve:
                return new[] { MemberInputs.At(value.Region!, member) };
            default:
                return MemberInputs.Of(cell);
        }
    }

    // "Absent where something is missing, else this": that nothing was missing is no part of what the number rests on.
    private static bool IsGuard(Value value) =>
        value.Arguments[1] is { Op: OpCode.Constant } nothing && Absence.IsAbsent(nothing.Constant);

    /// <summary>The cell where a failed number comes from, or null where it cannot be told.</summary>
    public Cell? SourceOf(Value value, int member)
    {
        var failed = Absence.ValueOf(replay.Evaluate(value, member));
        var cell = new Cell(value, member);
        while (cell.Value.Id != failed)
        {
            var found = default(Cell);
            var column = replay.LongListOf(cell);
            foreach (var input in Of(cell))
            {
                var number = column is null ? replay.NumberOf(input) : column[input.Member];
                if (Absence.IsFailed(number) && Absence.ValueOf(number) == failed)
                {
                    found = input;
                    break;
                }
            }

            if (found.Value is null)
            {
                return null;
            }

            cell = found;
        }

        return cell;
    }

    /// <summary>The arguments of an elementwise operation at a cell, null of another.</summary>
    public double[]? ArgumentsOf(Cell cell) =>
        Semantics.Arity(cell.Value.Op) > 0 ? MemberInputs.Of(cell).Select(replay.NumberOf).ToArray() : null;
}
