using InterconnectDsl.Kernels.Ir;

namespace InterconnectDsl.Kernels.Interpretation;

/// <summary>The failures noted in operations, and those among them that reached a value that was asked for.</summary>
internal sealed class FaultLog(Interpreter interpreter, FaultLog? original)
{
    private readonly Dictionary<int, Fault> _noted = new();
    private readonly List<Fault> _reached = new();
    private readonly HashSet<int> _reported = new();
    private readonly HashSet<Column> _seen = new();

    /// <summary>Those that reached a value that was asked for, in the order in which they did.</summary>
    public IReadOnlyList<Fault> Reached => _reached;

    /// <summary>Notes what went wrong in an operation, if anything.</summary>
    public void Note(Fault? fault)
    {
        if (fault is not null)
        {
            _noted[fault.Value.Blame] = fault;
        }
    }

    /// <summary>Looks for failed numbers in the column of a value that was asked for.</summary>
    public void Report(Value root, Column column)
    {
        if (column.Clean || !_seen.Add(column))
        {
            return;
        }

        for (var c = 0; c < column.Classes.ClassCount; c++)
        {
            var number = column.OfClass(c);
            if (Absence.IsFailed(number) && _reported.Add(Absence.ValueOf(number)) && Find(Absence.ValueOf(number)) is { } fault)
            {
                _reached.Add(At(fault, root, column.Classes.FirstMember(c)));
            }
        }
    }

    /// <summary>Lets go of a column that was looked at.</summary>
    public void Forget(Column column) => _seen.Remove(column);

    /// <summary>Begins anew: numbers have changed. Nothing was reached before.</summary>
    public void Restart()
    {
        _noted.Clear();
        _reached.Clear();
        _reported.Clear();
        _seen.Clear();
    }

    private Fault? Find(int id) => _noted.TryGetValue(id, out var fault) ? fault : original?.Find(id);

    // The failure may have been noted first at a member that stands behind a condition; going back from the root finds one that was asked for.
    private Fault At(Fault fault, Value root, int member)
    {
        var taken = new TakenInputs(new Replay(interpreter));
        if (taken.SourceOf(root, member) is not { } source || source.Member == fault.Member)
        {
            return fault;
        }

        var arguments = taken.ArgumentsOf(source);
        return arguments is null ? fault with { Member = source.Member } : fault with { Member = source.Member, Arguments = arguments };
    }
}
