using InterconnectDsl.Kernels.Ir;

namespace InterconnectDsl.Kernels.Interpretation;

/// <summary>Walks back from a number to the nearest values with an origin.</summary>
internal sealed class Tracer(Replay replay, int listed)
{
    private readonly TakenInputs _taken = new(replay);

    /// <summary>The inputs of a derivation: those listed, and how many more there are.</summary>
    public (IReadOnlyList<Contribution> Listed, int Further) Expand(Derivation derivation)
    {
        var found = new Found();
        Walk(new(derivation.Value, derivation.Member), found, new HashSet<Cell>());
        var all = found.InOrder;
        var rest = found.Passed;
        var inputs = new List<Contribution>();
        foreach (var (cell, count) in all)
        {
            if (inputs.Count < listed)
            {
                inputs.Add(new(replay.Derive(cell.Value, cell.Member), count));
            }
            else
            {
                rest += count;
            }
        }

        return (inputs, rest);
    }

    // From a cell back to the nearest ones with an origin; the cell itself is not among them. Within one formula, or one element of a list, each
    // counts once.
    private void Walk(Cell from, Found found, HashSet<Cell> seen)
    {
        var open = new Stack<Cell>();
        Push(from);
        while (open.Count > 0)
        {
            var cell = open.Pop();
            if (!seen.Add(cell))
            {
                continue;
            }

            if (cell.Value.Origin is not null)
            {
                found.Add(cell, replay.NumberOf(cell));
            }
            else
            {
                Push(cell);
            }
        }

        void Push(Cell cell)
        {
            if (cell.Value.Op is >= OpCode.Sum and <= OpCode.All && !replay.IsGiven(cell.Value))
            {
                Elements(cell, found);
                return;
            }

            // The first input is to be popped first.
            foreach (var input in _taken.Of(cell).Reverse())
            {
                open.Push(input);
            }
        }
    }

    // Element by element, so that equal ones are counted; the one that decides comes first, those that are absent not at all.
    private void Elements(Cell list, Found found)
    {
        var column = replay.LongListOf(list);
        var deciding = list.Value.Op is OpCode.Min or OpCode.Max ? Deciding(list, column) : -1;
        if (deciding >= 0)
        {
            Element(new(list.Value.Arguments[0], deciding), found);
        }

        var taken = 0;
        foreach (var element in MemberInputs.Of(list))
        {
            if (element.Member == deciding)
            {
                continue;
            }

            if (taken++ >= Replay.LongList || found.IsFull)
            {
                found.Passed++;
            }
            else if (!Absence.IsAbsent(column is null ? replay.NumberOf(element) : column[element.Member]))
            {
                Element(element, found);
            }
        }
    }

    private void Element(Cell element, Found found)
    {
        if (element.Value.Origin is not null)
        {
            found.Add(element, replay.NumberOf(element));
        }
        else
        {
            Walk(element, found, new HashSet<Cell>());
        }
    }

    private int Deciding(Cell list, Column? column)
    {
        var number = replay.NumberOf(list);
        foreach (var element in MemberInputs.Of(list))
        {
            if ((column is null ? replay.NumberOf(element) : column[element.Member]) == number)
            {
                return element.Member;
            }
        }

        return -1;
    }

    /// <summary>The cells found, those of one value with one number together.</summary>
    private sealed class Found
    {
        private const int Most = 65_536;

        private readonly Dictionary<(Value, long), int> _places = new();
        private readonly List<(Cell Cell, int Count)> _cells = new();
        private int _taken;

        public IReadOnlyList<(Cell Cell, int Count)> InOrder => _cells;

        public int Passed { get; set; }

        /// <summary>Whether so many were found that further elements are only counted.</summary>
        public bool IsFull => _taken >= Most;

        public void Add(Cell cell, double number)
        {
            _taken++;
            var key = (cell.Value, BitConverter.DoubleToInt64Bits(number));
            if (_places.TryGetValue(key, out var place))
            {
                _cells[place] = (_cells[place].Cell, _cells[place].Count + 1);
                return;
            }

            _places.Add(key, _cells.Count);
            _cells.Add((cell, 1));
        }
    }
}
