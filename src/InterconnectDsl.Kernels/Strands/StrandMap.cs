using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Kernels.Interpretation;
using InterconnectDsl.Kernels.Ir;

namespace InterconnectDsl.Kernels.Strands;

/// <summary>
/// Every strand of a design at every connector it passes. A strand's position is that of the connector's own side, the one that faces the end it was walked from;
/// across the mated pair, toward the other end, the library says which position faces it.
/// </summary>
public sealed class StrandMap
{
    private readonly ElaboratedDesign _design;
    private readonly Cords _cords;
    private readonly PositionOrder _order;
    private readonly StrandKinds _kinds;
    private readonly Dictionary<PathGroup, Course> _byPath = new();
    private readonly int[][][][] _positions;
    private readonly Landed[] _landed;
    private readonly int[] _firstStrand;
    private readonly bool[][] _oneStrand;
    private int[] _occupant = new int[1024];
    private int[] _key = new int[1024];

    internal StrandMap(ElaboratedDesign design, IReadOnlyList<Course> courses, Ferrules ferrules, Cords cords, ShuffleTable shuffles, PositionOrder order, StrandKinds kinds)
    {
        _design = design;
        Courses = courses;
        Ferrules = ferrules;
        _cords = cords;
        Shuffles = shuffles;
        _order = order;
        _kinds = kinds;
        (_positions, _landed, _firstStrand, _oneStrand) = (new int[courses.Count][][][], new Landed[courses.Count], new int[courses.Count], new bool[courses.Count][]);
        var first = 1;
        foreach (var course in courses)
        {
            var path = course.Path;
            _byPath.Add(path, course);
            _positions[course.Number] = path.BothDirections ? new[] { PerStop(course), PerStop(course) } : new[] { PerStop(course) };
            _landed[course.Number] = new(course.Followed);
            _firstStrand[course.Number] = first;
            first = checked(first + (4 * course.Followed));
            var shared = path.Kind.FindAttribute("one_strand") is not null && design.Attribute(path, "one_strand") is LoweredNumber number ? design.Decide(number.Value) : null;
            _oneStrand[course.Number] = new bool[shared is null ? 0 : course.Followed];
            for (var m = 0; m < _oneStrand[course.Number].Length; m++)
            {
                _oneStrand[course.Number][m] = shared![shared.Count == 1 ? 0 : m] == 1;
            }
        }
    }

    /// <summary>The ways of all paths that run in fiber.</summary>
    public IReadOnlyList<Course> Courses { get; }

    internal Ferrules Ferrules { get; }

    internal ShuffleTable Shuffles { get; }

    /// <summary>The way of a group of paths; null when none of it is fiber.</summary>
    public Course? CourseOf(PathGroup path) => _byPath.TryGetValue(path, out var course) ? course : null;

    /// <summary>Whether both directions of a path run in one strand.</summary>
    public bool IsOneStrand(Course course, int member) => _oneStrand[course.Number] is { Length: > 0 } shared && shared[member % course.Followed];

    /// <summary>The seat of a strand at a stop, on the connector's own side; null where it has none. Direction 0 leaves the near end, 1 the far end.</summary>
    public Seat? InnerOf(Course course, int stop, int member, int direction)
    {
        var near = course.NearOf(stop);
        var positions = _positions[course.Number];
        var d = near != stop && positions.Length == 2 ? 1 - direction : direction;
        return course.Stops[stop].Things.At(member) is { } thing && positions[d][near][member % course.Followed] is > 0 and var position ? new Seat(thing.Group, thing.Member, position) : null;
    }

    /// <summary>The same on the other side of the mated pair.</summary>
    public Seat? OuterOf(Course course, int stop, int member, int direction) =>
        InnerOf(course, stop, member, direction) is { } seat && Ferrules.Across(seat.Group, seat.Member, seat.Position) is > 0 and var across ? seat with { Position = across } : null;

    /// <summary>What a position is for: which pair, from 1, and whether it sends; light of lasers by its number. Null for a position without a use.</summary>
    public (string Use, int Pair)? UseOf(Course course, Seat seat)
    {
        var ferrule = Ferrules.Of(seat.Group);
        var uses = _kinds.IsLight(course.Path) ? new[] { (Range.Lit, "light") } : new[] { (Range.Out, "out"), (Range.Back, "back") };
        foreach (var (range, use) in uses)
        {
            if (ferrule.PairOf(range, seat.Member, seat.Position) is >= 0 and var pair)
            {
                return (use, pair + 1);
            }
        }

        return null;
    }

    /// <summary>The fiber of a shuffle that takes up a position; null where none does.</summary>
    public (Group Strands, int Strand)? StrandFrom((Group Group, int Member) box, Seat from) => Shuffles.Through(box, from) is var (_, strands, strand) ? (strands, strand) : null;

    /// <summary>How a path's light comes out; null where that is not known.</summary>
    public Landing? LandingOf(Course course, int member) => _landed[course.Number].How[member % course.Followed] is var how && double.IsNaN(how) ? null : (Landing)(int)how;

    /// <summary>
    /// Where a strand comes out behind the cord in which the halves meet, on the cord's side of the connector there, when that cord says how it orders its fibers and
    /// this is not where the strand is wanted; null where all is well or nothing is known.
    /// </summary>
    public Seat? AstrayOf(Course course, int member, int direction)
    {
        var j = course.Joint;
        if (CordOf(course, member) is null || course.Reaches[j].Shuffle is not null || OuterOf(course, direction == 0 ? j : j + 1, member, direction) is not { } from
            || OuterOf(course, direction == 0 ? j + 1 : j, member, direction) is not { } wanted)
        {
            return null;
        }

        var (methods, places) = (_cords.Of(course, j, member), Ferrules.Of(from.Group).Places(from.Member));
        var position = direction == 0 ? _cords.Along(methods, places, from.Position)
            : Enumerable.Range(1, places).FirstOrDefault(p => _cords.Along(methods, places, p) == from.Position);
        return position == wanted.Position ? null : wanted with { Position = position };
    }

    /// <summary>The positions a path's light leaves from, comes to, and is wanted at in the cord between the halves; null where that cord is made to measure.</summary>
    public (int Leaves, int Arrives, int Wanted)? CordOf(Course course, int member) =>
        (_landed[course.Number], member % course.Followed) is var (l, m) && double.IsNaN(l.Leaves[m]) ? null : ((int)l.Leaves[m], (int)l.Arrives[m], (int)l.Wanted[m]);

    /// <summary>For a cord that is made to measure, the methods that would do for a path, as their numbers in the library's list; null for other cords.</summary>
    public IReadOnlyList<int>? MethodsThatFit(Course course, int member, int methods)
    {
        var j = course.Joint;
        if (!course.IsClosed || course.IsPigtail(j) || course.Reaches[j].Shuffle is not null || CordOf(course, member) is not null)
        {
            return null;
        }

        return Enumerable.Range(0, methods).Where(method => Enumerable.Range(0, _positions[course.Number].Length).All(d =>
            OuterOf(course, j, member, d) is { } from && OuterOf(course, j + 1, member, d) is { } to
            && Ferrules.Of(from.Group).Places(from.Member) is var places && places == Ferrules.Of(to.Group).Places(to.Member)
            && Ferrules.Along(method, places, from.Position) == to.Position)).ToList();
    }

    /// <summary>What a formula of the library asks of each path of a group that is followed; absent where it is not known, null where no path of it runs in fiber.</summary>
    internal double[]? Numbers(PathGroup path, string function) => CourseOf(path) is not { } course ? null : function switch
    {
        "strand_landing" => _landed[course.Number].How,
        "strand_leaves" => _landed[course.Number].Leaves,
        "strand_arrives" => _landed[course.Number].Arrives,
        _ => _landed[course.Number].Wanted,
    };

    /// <summary>Whose position the light of each path comes to.</summary>
    internal (PathGroup Path, int Member)? Met(PathGroup path, int member) =>
        CourseOf(path) is { } course && _landed[course.Number].Met.TryGetValue(member % course.Followed, out var found) && found is var (met, at) ? (met, at + (member / course.Followed * CourseOf(met)!.Followed)) : null;

    internal int[][][] PositionsOf(Course course) => _positions[course.Number];

    /// <summary>The position of a strand by the pair its path takes at a stop, as the part says.</summary>
    internal int Own(Course course, int stop, int member, int direction, bool sends)
    {
        var (group, index) = course.Stops[stop].Things.At(member)!.Value;
        var half = _order.HalfOf(course, stop, member);
        var range = _kinds.IsLight(course.Path) ? Range.Lit : IsOneStrand(course, member) ? (half % 2 == 0 ? Range.Out : Range.Back) : sends ? Range.Out : Range.Back;
        return Ferrules.Of(group).Position(range, index, half / 2);
    }

    /// <summary>A number that tells the strands of one connector apart.</summary>
    internal int HalfKey(Course course, int stop, int member, int direction, bool near)
    {
        var half = _order.HalfOf(course, stop, member);
        return _kinds.IsLight(course.Path) ? (2 * half) + 1_000_000 : IsOneStrand(course, member) ? half : (half / 2 * 2) + (direction == 0 == near ? 0 : 1);
    }

    /// <summary>Puts a strand in its position; gives the path that is there already when it is another strand's.</summary>
    internal (PathGroup Path, int Member, string Name)? Enter(Course course, int stop, int member, int direction, bool fromFar, int key)
    {
        var seat = OuterOf(course, stop, member, direction);
        if (seat is not { } at)
        {
            return null;
        }

        var number = Ferrules.Number(at.Group, at.Member, at.Position);
        if (number >= _occupant.Length)
        {
            var size = Math.Max(number + 1, Math.Max(Ferrules.Count, 2 * _occupant.Length));
            Array.Resize(ref _occupant, size);
            Array.Resize(ref _key, size);
        }

        if (_occupant[number] == 0)
        {
            _occupant[number] = _firstStrand[course.Number] + (4 * member) + (2 * direction) + (fromFar ? 1 : 0);
            _key[number] = key;
            return null;
        }

        return _key[number] == key ? null : StrandAt(number) is var (path, other, _) ? (path, other, path.NameOf(other)) : null;
    }

    /// <summary>Lets go of what only the walk asks for: who is in which position.</summary>
    internal void Settle() => _occupant = _key = Array.Empty<int>();

    /// <summary>Notes that the cord between the halves is made to measure, so that every strand comes to its receiver.</summary>
    internal void Fit(Course course, int member)
    {
        for (var d = 0; d < _positions[course.Number].Length; d++)
        {
            if (InnerOf(course, course.Joint, member, d) is null || InnerOf(course, course.Joint + 1, member, d) is null)
            {
                return;
            }
        }

        _landed[course.Number].How[member] = (int)Landing.Receiver;
    }

    /// <summary>Notes where a strand comes out; true when it is not where it is wanted.</summary>
    internal bool Land(Course course, int member, int direction, int leaves, int arrives, Seat wanted)
    {
        var landed = _landed[course.Number];
        var (how, met) = arrives == wanted.Position ? (Landing.Receiver, ((PathGroup, int)?)(course.Path, member)) : HowAt(course, member, direction, wanted with { Position = arrives });
        if (how == Landing.Receiver && !double.IsNaN(landed.How[member]))
        {
            return false;
        }

        landed.How[member] = (int)how;
        if (met is { } other)
        {
            landed.Met[member] = other;
        }

        (landed.Leaves[member], landed.Arrives[member], landed.Wanted[member]) = (leaves, arrives, wanted.Position);
        return how != Landing.Receiver;
    }

    private (Landing, (PathGroup, int)?) HowAt(Course course, int member, int direction, Seat seat)
    {
        if (_positions[course.Number].Length == 2 && OuterOf(course, course.Joint + 1, member, 1 - direction) is { } own && own.Position == seat.Position)
        {
            return (Landing.OwnTransmitter, (course.Path, member));
        }

        var number = seat.Position == 0 ? -1 : Ferrules.Number(seat.Group, seat.Member, seat.Position);
        return number >= 0 && number < _occupant.Length && StrandAt(number) is var (path, other, sends)
            ? (sends ? Landing.OtherTransmitter : Landing.OtherReceiver, (path, other)) : (Landing.Dark, null);
    }

    // Room for the position of each path that is followed, at each stop but the mirrored ones.
    private static int[][] PerStop(Course course) => course.Stops.Select(s => s.IsFar ? Array.Empty<int>() : new int[course.Followed]).ToArray();

    private (PathGroup Path, int Member, bool Sends)? StrandAt(int position)
    {
        var strand = _occupant[position];
        if (strand == 0)
        {
            return null;
        }

        var number = _firstStrand.Length - 1;
        while (_firstStrand[number] > strand)
        {
            number--;
        }

        var local = strand - _firstStrand[number];
        return (Courses[number].Path, local / 4, local / 2 % 2 == local % 2);
    }
}
