using InterconnectDsl.Kernels.Elaboration;

namespace InterconnectDsl.Kernels.Strands;

/// <summary>
/// Walks every strand of a design from both ends, connector by connector, to the cord in which the halves meet; what goes wrong on the way is told as
/// <see cref="StrandFindings"/>. What a position is for, and where cords and mated pairs bring it, is the library's; here is only the walk, over arrays.
/// </summary>
internal sealed class StrandTracer
{
    private readonly ElaboratedDesign _design;
    private readonly StrandMap _map;
    private readonly Cords _cords;
    private readonly StrandFindings _findings;

    private StrandTracer(ElaboratedDesign design)
    {
        (_design, _findings) = (design, new(design));
        var kinds = new StrandKinds(design.Compilation.FindKind);
        var ferrules = new Ferrules(design);
        _cords = new(design, ferrules);
        var courses = design.Paths.Where(p => p.Count > 0 && p.Kind.FindAttribute("strands") is not null).ToList()
            .Select(p => Course.Of(p, kinds, step => p.Steps[step].Things.Targets.Any(_cords.IsStated))).OfType<Course>().ToList();
        var shuffled = ShuffleTable.GroupsOf(design, kinds);
        var repeated = Repetition.Of(design, courses, shuffled);
        for (var i = 0; i < courses.Count; i++)
        {
            (courses[i].Number, courses[i].Followed) = (i, courses[i].Path.Count / repeated);
        }

        _map = new(design, courses, ferrules, _cords, new(design, ferrules, shuffled, repeated), new(design, courses, kinds), kinds);
    }

    /// <summary>Traces all strands of a design; what is wrong is in its diagnostics.</summary>
    public static StrandMap Trace(ElaboratedDesign design)
    {
        var tracer = new StrandTracer(design);
        if (design.Diagnostics.HasErrors)
        {
            // A shuffle that is not one to one leads nowhere in particular.
            return tracer._map;
        }

        foreach (var course in tracer._map.Courses)
        {
            tracer.CheckPigtails(course);
            tracer.Walk(course, 0, course.IsClosed ? course.Joint : course.Stops.Count - 1, 1);
            if (course.IsClosed && !course.Path.Mirrored)
            {
                tracer.Walk(course, course.Stops.Count - 1, course.Joint + 1, -1);
            }
        }

        foreach (var course in tracer._map.Courses.Where(c => c.IsClosed))
        {
            tracer.Meet(course);
        }

        tracer._map.Settle();
        return tracer._map;
    }

    /// <summary>A method says how rows of two connectors are joined; fiber that ends in an engine or in a shuffle has but one row.</summary>
    private void CheckPigtails(Course course)
    {
        for (var k = 0; k < course.Reaches.Count; k++)
        {
            if (!course.Stops[k].IsFar && (course.IsPigtail(k) || course.Reaches[k].Shuffle is not null) && course.Path.Count > 0 && _cords.Of(course, k, 0).Count > 0
                && course.Stops[k].Things.At(0) is { } from && course.Stops[k + 1].Things.At(0) is { } to)
            {
                _findings.NoCord(course, from, to);
            }
        }
    }

    /// <summary>From an end toward the joint: the transmitter's strand and the receiver's, stop by stop.</summary>
    private void Walk(Course course, int first, int last, int step)
    {
        var positions = _map.PositionsOf(course);
        var strands = _design.Attribute(course.Path, "strands") is LoweredNumber number ? _design.Decide(number.Value) : null;
        for (var k = first; strands is not null && k != last + step; k += step)
        {
            for (var m = 0; m < course.Followed; m++)
            {
                if (strands[strands.Count == 1 ? 0 : m] > 0 && course.Stops[k].Things.At(m) is { } thing)
                {
                    for (var d = 0; d < positions.Length; d++)
                    {
                        Place(course, k, m, d, thing, isFirst: k == first, step);
                    }
                }
            }
        }
    }

    private void Place(Course course, int k, int m, int direction, (Group Group, int Member) thing, bool isFirst, int step)
    {
        var own = _map.Own(course, k, m, direction, sends: direction == 0 == step > 0);
        var reach = step > 0 ? Math.Max(k - 1, 0) : Math.Min(k, course.Reaches.Count - 1);
        var position = own;
        var from = isFirst ? null : _map.OuterOf(course, k - step, m, direction);
        var key = -1 - _map.HalfKey(course, k, m, direction, step > 0);
        if (!isFirst && (course.Reaches[reach].Shuffle is not null || (!course.Stops[k - step].IsEnd && _cords.Of(course, reach, m).Count > 0)))
        {
            position = from is { } seat && Follow(course, reach, m, seat, thing, course.Stops[k]) is { } at ? at : 0;
            key = from is { } origin ? _map.Ferrules.Number(origin.Group, origin.Member, origin.Position) : key;
            CheckNamed(course, k, m, position, own, thing);
        }

        _map.PositionsOf(course)[direction][k][m] = position;
        if (position > 0 && !course.Stops[k].IsEnd && _map.Enter(course, k, m, direction, step < 0, key) is { } other)
        {
            _findings.Shared(course, m, other, position, thing);
        }
    }

    /// <summary>Where the fiber of a reach brings a position: the position at the thing the path goes on to, or null after a finding.</summary>
    private int? Follow(Course course, int reach, int m, Seat from, (Group Group, int Member) to, Stop stop)
    {
        if (course.Reaches[reach].Shuffle is { } step)
        {
            var box = course.Path.Steps[step].Things.At(m);
            if (box is null)
            {
                return null;
            }

            if (_map.Shuffles.Through(box.Value, from) is not { } found)
            {
                _findings.Lost(course, m, from, box.Value);
                return null;
            }

            if (found.Seat.Group != to.Group || found.Seat.Member != to.Member)
            {
                _findings.Misled(course, m, from, found, to);
                return null;
            }

            return found.Seat.Position;
        }

        var (near, far) = (_map.Ferrules.Of(from.Group).Places(from.Member), _map.Ferrules.Of(to.Group).Places(to.Member));
        if (near != far)
        {
            _findings.Unequal(course, m, from, near, to, far);
            return null;
        }

        var position = _cords.Along(_cords.Of(course, reach, m), near, from.Position);

        // A cord's end is what the connector is mated with: across the pair is the position in the connector itself.
        return stop.IsEnd ? position : _map.Ferrules.Across(to.Group, to.Member, position);
    }

    /// <summary>A position that a path names where its strands are led by cords is held against where they come out.</summary>
    private void CheckNamed(Course course, int k, int m, int position, int own, (Group Group, int Member) thing)
    {
        var ferrule = _map.Ferrules.Of(thing.Group);
        if (position > 0 && course.Path.Steps[course.Stops[k].Step].Position is not null && own > 0 && position != own
            && ferrule.PairOf(Range.Out, thing.Member, position) is var sends && ferrule.PairOf(Range.Back, thing.Member, position) is var receives
            && ferrule.PairOf(Range.Out, thing.Member, own) is var ownSends && ferrule.PairOf(Range.Back, thing.Member, own) is var ownReceives
            && Math.Max(sends, receives) != Math.Max(ownSends, ownReceives))
        {
            _findings.Named(course, m, thing, Math.Max(ownSends, ownReceives) + 1, position);
        }
    }

    /// <summary>Holds the two halves of each path against each other.</summary>
    private void Meet(Course course)
    {
        var j = course.Joint;
        var shuffled = course.Reaches[j].Shuffle is not null;
        for (var m = 0; m < course.Followed; m++)
        {
            if (!shuffled && (course.IsPigtail(j) || _cords.Of(course, j, m).Count == 0))
            {
                _map.Fit(course, m);
                continue;
            }

            for (var d = 0; d < _map.PositionsOf(course).Length; d++)
            {
                if (_map.OuterOf(course, j, m, d) is { } from && course.Stops[j + 1].Things.At(m) is { } to && _map.OuterOf(course, j + 1, m, d) is { } wanted
                    && Follow(course, j, m, from, to, course.Stops[j + 1]) is { } inner)
                {
                    var arrives = shuffled ? inner : _map.Ferrules.Across(to.Group, to.Member, inner);
                    if (_map.Land(course, m, d, from.Position, arrives, wanted))
                    {
                        break;
                    }
                }
            }
        }
    }
}
