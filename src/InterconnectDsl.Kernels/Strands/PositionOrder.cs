using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Kernels.Interpretation;
using InterconnectDsl.Kernels.Ir;

namespace InterconnectDsl.Kernels.Strands;

/// <summary>
/// Which pair of a connector or engine each path takes, from 0: the one it names, or the next, in order of declaration and index. Wavelengths of one fiber share its
/// pair; of two paths that each run both ways in one fiber, the first takes the first fiber of the pair.
/// </summary>
internal sealed class PositionOrder
{
    // Strands are shared: a wavelength of a fiber that carries three takes a third of it.
    private const double Rounding = 1e-6;

    private readonly ElaboratedDesign _design;
    private readonly StrandKinds _kinds;
    private readonly Dictionary<Group, double[]> _filled = new();
    private readonly Dictionary<Group, double[]> _lit = new();
    private readonly Dictionary<Named, Share> _named = new();
    private readonly int[][][] _halves;

    public PositionOrder(ElaboratedDesign design, IReadOnlyList<Course> courses, StrandKinds kinds)
    {
        _design = design;
        _kinds = kinds;
        _halves = courses.Select(c => c.Stops.Select(s => s.IsFar ? Array.Empty<int>() : new int[c.Followed]).ToArray()).ToArray();
        var arrays = courses.SelectMany(c => c.Path.Extents, (c, e) => new Paths(c, e)).ToList();
        arrays.Sort(Paths.InOrder);
        foreach (var (course, extent) in arrays)
        {
            Enter(course, extent);
        }
    }

    // Classes, since the generic code for structs is not compiled ahead of time.
    private sealed record Named(Group Group, int Member, int Position);

    private sealed class Share
    {
        public double Taken { get; set; }
    }

    private sealed record Paths(Course Course, Extent Extent)
    {
        public static int InOrder(Paths a, Paths b)
        {
            var (one, other) = (a.Extent.Symbol!.Location, b.Extent.Symbol!.Location);
            var order = string.CompareOrdinal(one.Text.Path, other.Text.Path);
            order = order != 0 ? order : one.Span.Start.CompareTo(other.Span.Start);
            order = order != 0 ? order : a.Extent.Offset.CompareTo(b.Extent.Offset);
            return order != 0 ? order : a.Course.Number.CompareTo(b.Course.Number);
        }
    }

    /// <summary>Twice the number of the pair, plus one for the second fiber of it.</summary>
    public int HalfOf(Course course, int stop, int member) => _halves[course.Number][stop][member % course.Followed];

    private void Enter(Course course, Extent extent)
    {
        var path = course.Path;
        var shares = _design.Attribute(path, "strands") is LoweredNumber strands ? _design.Decide(strands.Value) : null;
        for (var k = 0; k < course.Stops.Count && !course.Stops[k].IsFar; k++)
        {
            var halves = _halves[course.Number][k];
            var stop = course.Stops[k];
            var position = path.Steps[stop.Step].Position is { } named ? _design.Decide(named) : null;
            for (var m = extent.Offset; m < Math.Min(extent.Offset + extent.Count, course.Followed); m++)
            {
                if (stop.Things.At(m) is { } thing && At(shares, m) is > 0 and var share)
                {
                    var start = Start(thing.Group, thing.Member, position is null ? null : At(position, m), share / (path.BothDirections ? 2 : 1), _kinds.IsLight(path));
                    halves[m] = (int)Math.Floor((2 * start) + Rounding);
                }
            }
        }
    }

    private double Start(Group group, int member, double? named, double share, bool light)
    {
        if (named is not null)
        {
            var key = new Named(group, member, (int)named.Value);
            if (!_named.TryGetValue(key, out var known))
            {
                _named.Add(key, known = new());
            }

            var taken = known.Taken;
            known.Taken += share;
            return named.Value - 1 + (taken < 1 - Rounding ? taken : 0);
        }

        var all = light ? _lit : _filled;
        if (!all.TryGetValue(group, out var filled))
        {
            all.Add(group, filled = new double[group.Count]);
        }

        var start = filled[member];
        filled[member] = start + share;
        return start;
    }

    private static double At(Column? column, int member) => column is null ? 0 : column[column.Count == 1 ? 0 : member];
}
