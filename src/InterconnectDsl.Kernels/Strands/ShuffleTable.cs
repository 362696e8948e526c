using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Kernels.Interpretation;
using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Kernels.Checking;
using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Kernels.Strands;

/// <summary>A position of a thing.</summary>
/// <param name="Group">The thing's group.</param>
/// <param name="Member">Its number there.</param>
/// <param name="Position">The position, from 1.</param>
public readonly record struct Seat(Group Group, int Member, int Position)
{
    /// <summary>The thing's name.</summary>
    public string Name => Group.NameOf(Member);
}

/// <summary>The fibers in all shuffles: each joins two positions, and no two end in one. Read from either side.</summary>
internal sealed class ShuffleTable
{
    private readonly ElaboratedDesign _design;
    private readonly Ferrules _ferrules;
    private readonly Dictionary<Entry, Fiber> _joined = new();

    public ShuffleTable(ElaboratedDesign design, Ferrules ferrules, IReadOnlyList<Group> groups, int repeated)
    {
        _design = design;
        _ferrules = ferrules;
        foreach (var strands in groups)
        {
            Read(strands, strands.Count / repeated);
        }
    }

    // Classes, since the generic code for structs is not compiled ahead of time.
    private sealed record Entry(Group Box, int BoxMember, int Number);

    /// <summary>A fiber of a shuffle, and where it ends.</summary>
    public sealed record Fiber(Seat Seat, Group Strands, int Strand);

    /// <summary>Where a shuffle brings a position, and the fiber that does; null where it has none.</summary>
    public Fiber? Through((Group Group, int Member) box, Seat from) =>
        _joined.TryGetValue(new(box.Group, box.Member, _ferrules.Number(from.Group, from.Member, from.Position)), out var found) ? found : null;

    /// <summary>The groups of strands that stand on something.</summary>
    public static IReadOnlyList<Group> GroupsOf(ElaboratedDesign design, StrandKinds kinds) =>
        design.Groups.Where(g => kinds.Strand is not null && g is not PathGroup && g.Host is not null && g.Count > 0 && g.Kind.Is(kinds.Strand)).ToList();

    private void Read(Group strands, int count)
    {
        var (begins, ends) = (ThingsOf(strands, "begins"), ThingsOf(strands, "ends"));
        var (beginsAt, endsAt) = (NumbersOf(strands, "begins_at"), NumbersOf(strands, "ends_at"));
        for (var m = 0; m < count && begins is not null && ends is not null && beginsAt is not null && endsAt is not null; m++)
        {
            if (strands.Host!.At(m) is { } box && Seated(strands, m, begins, beginsAt) is { } from && Seated(strands, m, ends, endsAt) is { } to)
            {
                Join(box, from, to, strands, m);
                Join(box, to, from, strands, m);
            }
        }
    }

    private void Join((Group Group, int Member) box, Seat from, Seat to, Group strands, int strand)
    {
        var key = new Entry(box.Group, box.Member, _ferrules.Number(from.Group, from.Member, from.Position));
        if (_joined.TryGetValue(key, out var known))
        {
            var other = Places.Of(_design, known.Strands, known.Strand);
            var here = Places.Of(_design, strands, strand);
            var related = other == here ? Array.Empty<RelatedLocation>() : new[] { new RelatedLocation(other, $"`{known.Strands.NameOf(known.Strand)}` is in it") };
            _design.Lowering.Fail("ICX3150", here, related, known.Strands.NameOf(known.Strand), strands.NameOf(strand), Quantities.FormatNumber(from.Position), from.Name);
            return;
        }

        _joined.Add(key, new(to, strands, strand));
    }

    private Seat? Seated(Group strands, int strand, RefColumn things, Column positions)
    {
        if (things.At(things.From == Domain.One ? 0 : strand) is not { } thing)
        {
            return null;
        }

        var position = positions[positions.Count == 1 ? 0 : strand];
        var most = _ferrules.Of(thing.Group).Width;
        if (!(position >= 1 && position <= most && position == Math.Floor(position)))
        {
            Places.Report(_design, "ICX3151", default, strands, strand, strands.NameOf(strand), Quantities.FormatNumber(position), thing.Group.NameOf(thing.Member), most);
            return null;
        }

        return new(thing.Group, thing.Member, (int)position);
    }

    private RefColumn? ThingsOf(Group strands, string name) => (_design.Attribute(strands, name) as LoweredThing)?.Things;

    private Column? NumbersOf(Group strands, string name) => _design.Attribute(strands, name) is LoweredNumber number ? _design.Decide(number.Value) : null;
}
