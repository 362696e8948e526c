using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Kernels.Interpretation;
using InterconnectDsl.Kernels.Ir;

namespace InterconnectDsl.Kernels.Strands;

/// <summary>How the positions of a group of connectors, engines or lasers are used, as the library says: <c>out</c>, <c>back</c>, <c>lit</c>, <c>places</c>, keys.</summary>
internal sealed class Ferrule
{
    private static readonly string[] Ranges = { "out", "back", "lit" };

    private readonly Column?[] _from = new Column?[Ranges.Length];
    private readonly Column?[] _to = new Column?[Ranges.Length];
    private readonly Column? _places;
    private readonly Column? _rows;
    private readonly Column? _pitch;
    private readonly Column? _key;
    private readonly Column? _mateKey;

    /// <param name="design">The design.</param>
    /// <param name="group">The connectors, engines or lasers.</param>
    /// <param name="first">The number that the first position of the first member has among all of the design.</param>
    public Ferrule(ElaboratedDesign design, Group group, int first)
    {
        (Group, First) = (group, first);
        for (var r = 0; r < Ranges.Length; r++)
        {
            if (group.Kind.FindAttribute(Ranges[r]) is not null && design.Attribute(group, Ranges[r]) is LoweredPair pair)
            {
                (_from[r], _to[r]) = (design.Decide(pair.First), design.Decide(pair.Second));
            }
        }

        _places = ColumnOf(design, group, "places");
        _rows = ColumnOf(design, group, "rows");
        _pitch = ColumnOf(design, group, "pair_pitch");
        _key = ColumnOf(design, group, "key");
        _mateKey = ColumnOf(design, group, "mate_key");
        Width = Most(_places);
        for (var r = 0; r < Ranges.Length; r++)
        {
            Width = Math.Max(Width, Math.Max(Most(_from[r]), Most(_to[r])));
        }
    }

    public Group Group { get; }

    /// <summary>The number of the first position of the first member.</summary>
    public int First { get; }

    /// <summary>The most positions a member has.</summary>
    public int Width { get; }

    /// <summary>Positions of the ferrule; 0 for an engine or laser.</summary>
    public int Places(int member) => _places is null ? 0 : Whole(At(_places, member));

    public int Rows(int member) => _rows is null ? 1 : Math.Max(1, Whole(At(_rows, member)));

    /// <summary>Whether the keys of the two sides are on the same side, so that the row is turned round.</summary>
    public bool IsTurned(int member) => _key is not null && _mateKey is not null && At(_key, member) == At(_mateKey, member);

    /// <summary>The position of the n-th pair, from 0, in a range; 0 where there is none.</summary>
    public int Position(Range range, int member, int n)
    {
        if (_from[(int)range] is not { } first || _to[(int)range] is not { } last)
        {
            return 0;
        }

        var (from, to) = (At(first, member), At(last, member));
        var ahead = n * (range == Range.Lit || _pitch is null ? 1 : At(_pitch, member));
        return ahead <= Math.Abs(to - from) ? Whole(from + (ahead * Math.Sign(to - from))) : 0;
    }

    /// <summary>Which pair of a range a position is, from 0; -1 where it is none.</summary>
    public int PairOf(Range range, int member, int position)
    {
        for (var n = 0; n < Width && Position(range, member, n) is > 0 and var at; n++)
        {
            if (at == position)
            {
                return n;
            }
        }

        return -1;
    }

    private static int Most(Column? column)
    {
        var most = 0;
        for (var c = 0; c < (column?.Classes.ClassCount ?? 0); c++)
        {
            most = Math.Max(most, Whole(column!.OfClass(c)));
        }

        return most;
    }

    private static double At(Column column, int member) => column[column.Count == 1 ? 0 : member];

    // No connector has more positions than this; a number beyond it is reported where fibers are counted.
    private static int Whole(double number) => number is >= 0 and <= 1_000_000 ? (int)number : 0;

    private static Column? ColumnOf(ElaboratedDesign design, Group group, string name) =>
        group.Kind.FindAttribute(name) is not null && design.Attribute(group, name) is LoweredNumber number ? design.Decide(number.Value) : null;
}

/// <summary>What positions are for: transmitters, receivers, laser light.</summary>
internal enum Range
{
    Out,
    Back,
    Lit,
}

/// <summary>Positions of all connectors, engines and lasers, numbered through, and how cords and mated pairs lead from one to another.</summary>
internal sealed class Ferrules(ElaboratedDesign design)
{
    private readonly Dictionary<Group, Ferrule> _known = new();
    private readonly Dictionary<Question, int[]> _tables = new();
    private Ferrule? _lastFound;
    private Question _lastAsked = new("", 0, 0, 0);
    private int[]? _lastTable;
    private int _next;

    // A class, since the generic code for keys that are structs is not compiled ahead of time.
    private sealed record Question(string Function, int First, int Places, int Rows);

    /// <summary>All positions numbered so far.</summary>
    public int Count => _next;

    public Ferrule Of(Group group)
    {
        // Lanes that follow each other run through the same connectors.
        if (ReferenceEquals(_lastFound?.Group, group))
        {
            return _lastFound!;
        }

        if (!_known.TryGetValue(group, out var found))
        {
            _known.Add(group, found = new(design, group, _next));
            _next = checked(_next + (found.Width * group.Count));
        }

        return _lastFound = found;
    }

    /// <summary>The number of a position among all of the design.</summary>
    public int Number(Group group, int member, int position)
    {
        var ferrule = Of(group);
        return ferrule.First + (member * ferrule.Width) + Math.Min(position, ferrule.Width) - 1;
    }

    /// <summary>The position across a mated pair; an engine or laser has none, and gives the position back.</summary>
    public int Across(Group group, int member, int position)
    {
        var ferrule = Of(group);
        var places = ferrule.Places(member);
        return position == 0 || places == 0 ? position : Table("facing_position", ferrule.IsTurned(member) ? 1 : 0, places, ferrule.Rows(member)) is { } table
            ? Look(table, position) : position;
    }

    /// <summary>Where a cord of a method brings a position: 0 where it has none.</summary>
    public int Along(int method, int places, int position) => Table("far_position", method, places, 0) is { } table ? Look(table, position) : position;

    private static int Look(int[] table, int position) => position >= 1 && position <= table.Length ? table[position - 1] : 0;

    /// <summary>A function of the library over all positions: its physics is there, and here only its table.</summary>
    private int[]? Table(string function, int first, int places, int rows)
    {
        if (ReferenceEquals(_lastAsked.Function, function) && _lastAsked.First == first && _lastAsked.Places == places && _lastAsked.Rows == rows)
        {
            return _lastTable;
        }

        var asked = new Question(function, first, places, rows);
        if (!_tables.TryGetValue(asked, out var table) && design.Compilation.FindFunction(function) is { } symbol && symbol.Body is { } body)
        {
            var domain = new Domain(function, places);
            var scope = Lowering.Scope.Plain(domain);
            var arguments = new List<Value> { design.Ir.Constant(first), design.Ir.Constant(places) };
            if (rows > 0)
            {
                arguments.Add(design.Ir.Constant(rows));
            }

            var positions = new double[places];
            for (var p = 0; p < places; p++)
            {
                positions[p] = p + 1;
            }

            arguments.Add(design.Ir.Data(domain, positions));
            for (var i = 0; i < arguments.Count; i++)
            {
                scope.Set(symbol.Parameters[i], new LoweredNumber(arguments[i]));
            }

            var value = design.Lowering.Number(body, scope);
            var column = value is null ? null : design.Look(value);
            _tables[asked] = table = new int[places];
            for (var p = 0; p < places && column is not null; p++)
            {
                table[p] = Within(column[column.Count == 1 ? 0 : p], places);
            }
        }

        (_lastAsked, _lastTable) = (asked, table);
        return table;
    }

    private static int Within(double position, int places) => position >= 1 && position <= places ? (int)position : 0;
}
