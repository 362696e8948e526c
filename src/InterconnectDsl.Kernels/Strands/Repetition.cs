using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Kernels.Interpretation;
using InterconnectDsl.Kernels.Ir;

namespace InterconnectDsl.Kernels.Strands;

/// <summary>
/// Finds that all strands of a design run within members of one array, alike in each: two thousand identical switches are followed as one. Whatever differs between
/// the members, or leads from one to another, and all are followed.
/// </summary>
internal sealed class Repetition
{
    private static readonly string[] OfFerrules = { "out", "back", "lit", "places", "rows", "pair_pitch", "key", "mate_key" };

    private readonly ElaboratedDesign _design;
    private readonly Extent _container;

    private Repetition(ElaboratedDesign design, Extent container)
    {
        _design = design;
        _container = container;
    }

    /// <summary>How many times the strands of the first member of the array are repeated; 1 where they are not.</summary>
    public static int Of(ElaboratedDesign design, IReadOnlyList<Course> courses, IReadOnlyList<Group> shuffled)
    {
        if (courses.Count == 0 || courses[0].Path.Extents[0].Parent is not { Count: > 1 } container)
        {
            return 1;
        }

        var repetition = new Repetition(design, container);
        return courses.All(repetition.IsAlike) && shuffled.All(repetition.IsAlike) ? container.Count : 1;
    }

    private bool IsAlike(Course course)
    {
        var path = course.Path;
        return path.Extents.Count == 1 && ReferenceEquals(path.Extents[0].Parent, _container) && IsAlike(path, "strands", "one_strand")
            && course.Stops.All(s => IsAlike(s.Things) && IsAlike(s.Things.Single!, OfFerrules) && (path.Steps[s.Step].Position is not { } position || IsAlike(position)))
            && course.Reaches.All(r => (r.Shuffle is not { } box || IsAlike(path.Steps[box].Things))
                && r.Fibers.All(f => IsAlike(path.Steps[f].Things) && IsAlike(path.Steps[f].Things.Single!, "polarity")));
    }

    private bool IsAlike(Group strands) =>
        IsWithin(strands) && strands.Host is { } host && IsAlike(host) && IsAlike(strands, "begins", "ends", "begins_at", "ends_at");

    private bool IsAlike(Group group, params string[] attributes) => Array.TrueForAll(attributes, name => group.Kind.FindAttribute(name) is null || _design.Attribute(group, name) switch
    {
        LoweredNumber number => IsAlike(number.Value),
        LoweredPair pair => IsAlike(pair.First) && IsAlike(pair.Second),
        LoweredThing thing => IsAlike(thing.Things),
        _ => true,
    });

    private bool IsAlike(Value value)
    {
        var column = _design.Decide(value);
        return value.Domain == Domain.One || column.Classes.IsUniform || (column.Count % _container.Count == 0 && Repeats(column, column.Count / _container.Count));
    }

    private static bool Repeats(Column column, int width)
    {
        for (var m = width; m < column.Count; m++)
        {
            if (!column[m].Equals(column[m % width]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether each member of the array refers to its own things as the first does.</summary>
    private bool IsAlike(RefColumn things)
    {
        if (things.Single is not { } target || !IsWithin(target) || things.From.Count % _container.Count != 0)
        {
            return false;
        }

        var (width, own, map) = (things.From.Count / _container.Count, target.Count / _container.Count, things.Map);
        for (var m = 0; m < things.From.Count && !(map.IsIdentity && width == own); m++)
        {
            var first = map[m % width];
            if (map[m] != (first < 0 ? first : first + (m / width * own)))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsWithin(Group group)
    {
        if (group.Step is { } step)
        {
            return ReferenceEquals(step.Path.Extents[0].Parent, _container) && step.Path.Extents.Count == 1;
        }

        var extent = group.Extents.Count == 1 ? group.Extents[0] : null;
        while (extent is not null && !ReferenceEquals(extent, _container))
        {
            extent = extent.Parent;
        }

        return extent is not null;
    }
}
