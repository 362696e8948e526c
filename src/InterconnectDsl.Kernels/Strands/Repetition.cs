using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Kernels.Interpretation;
using InterconnectDsl.Kernels.Ir;

namespace InterconnectDsl.Kernels.Strands;

/// <summary>
/// Finds that all strands of a design fall into as many parts as some array has members, each part like the first in things of its own: two thousand identical switches
/// are followed as one, however their paths are declared. Where anything differs between the parts, or leads from one to another, all are followed.
/// </summary>
internal sealed class Repetition
{
    private static readonly string[] OfFerrules = { "out", "back", "lit", "places", "rows", "pair_pitch", "key", "mate_key" };

    private readonly ElaboratedDesign _design;
    private readonly int _parts;

    private Repetition(ElaboratedDesign design, int parts)
    {
        _design = design;
        _parts = parts;
    }

    /// <summary>The number of parts; 1 where they are not alike.</summary>
    public static int Of(ElaboratedDesign design, IReadOnlyList<Course> courses, IReadOnlyList<Group> shuffled)
    {
        if (courses.Count == 0 || courses.Any(c => c.Path.Extents.Count != 1))
        {
            return 1;
        }

        var most = courses.Select(c => c.Path.Count).Concat(shuffled.Select(g => g.Count)).Aggregate(CommonDivisor);
        return design.Groups.SelectMany(g => g.Extents).Select(e => e.Count).Append(most).Where(n => n > 1 && most % n == 0).Distinct().OrderByDescending(n => n)
            .Where(n => new Repetition(design, n) is var parts && courses.All(parts.IsAlike) && shuffled.All(parts.IsAlike)).DefaultIfEmpty(1).First();
    }

    private static int CommonDivisor(int a, int b) => b == 0 ? a : CommonDivisor(b, a % b);

    private bool IsAlike(Course course)
    {
        var path = course.Path;
        return IsAlike(path, "strands", "one_strand")
            && course.Stops.All(s => IsAlike(s.Things) && IsAlike(s.Things.Single!, OfFerrules) && (path.Steps[s.Step].Position is not { } position || IsAlike(path, position)))
            && course.Reaches.All(r => (r.Shuffle is not { } box || IsAlike(path.Steps[box].Things))
                && r.Fibers.All(f => IsAlike(path.Steps[f].Things) && IsAlike(path.Steps[f].Things.Single!, "polarity")));
    }

    private bool IsAlike(Group strands) => strands.Extents.Count == 1 && strands.Host is { } host && IsAlike(host) && IsAlike(strands, "begins", "ends", "begins_at", "ends_at");

    private bool IsAlike(Group group, params string[] attributes) => Array.TrueForAll(attributes, name => group.Kind.FindAttribute(name) is null || _design.Attribute(group, name) switch
    {
        LoweredNumber number => IsAlike(group, number.Value),
        LoweredPair pair => IsAlike(group, pair.First) && IsAlike(group, pair.Second),
        LoweredThing thing => IsAlike(thing.Things),
        _ => true,
    });

    private bool IsAlike(Group group, Value value)
    {
        var column = _design.Decide(value);
        return value.Domain == Domain.One || column.Classes.IsUniform || group.Extents.All(e => e.Count % _parts == 0 && Repeats(column, e.Offset, e.Count, e.Count / _parts));
    }

    private static bool Repeats(Column column, int from, int count, int width)
    {
        for (var m = from + width; m < from + count; m++)
        {
            if (!column[m].Equals(column[m - width]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Whether each part refers to its own things as the first does: the first to those in the first part of a declaration, each other to those as many parts further on.
    /// </summary>
    private bool IsAlike(RefColumn things)
    {
        if (things.Single is not { } target || things.From.Count % _parts != 0 || target.Extents.Any(e => e.Count % _parts != 0))
        {
            return false;
        }

        var (width, map, extent) = (things.From.Count / _parts, things.Map, target.Extents[0]);
        for (var m = 0; m < things.From.Count && !(map.IsIdentity && target.Extents.Count == 1); m++)
        {
            var before = m < width ? map[m] : map[m - width];
            if (before >= 0 && (before < extent.Offset || before >= extent.Offset + extent.Count))
            {
                extent = target.ExtentOf(before);
            }

            var own = extent.Count / _parts;
            if (m < width ? before >= extent.Offset + own : map[m] != (before < 0 ? -1 : before + own))
            {
                return false;
            }
        }

        return true;
    }
}
