using InterconnectDsl.Kernels.Checking;
using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Kernels.Strands;

/// <summary>Says what goes wrong with strands: each kind of mistake once for two declarations, of the first strand it is found of.</summary>
internal sealed class StrandFindings(ElaboratedDesign design)
{
    private readonly HashSet<Told> _told = new();

    // A class, since the generic code for keys that are structs is not compiled ahead of time.
    private sealed record Told(string Code, Extent Here, Extent There);

    /// <summary>Two strands come to one position.</summary>
    public void Shared(Course course, int member, (PathGroup Path, int Member, string Name) other, int position, (Group Group, int Member) thing) =>
        Tell("ICX3152", course, member, other, course.Path.NameOf(member), other.Name, Quantities.FormatNumber(position), thing.Group.NameOf(thing.Member));

    /// <summary>A shuffle has no fiber for a strand.</summary>
    public void Lost(Course course, int member, Seat from, (Group Group, int Member) box) =>
        Tell("ICX3153", course, member, null, course.Path.NameOf(member), Quantities.FormatNumber(from.Position), from.Name, box.Group.NameOf(box.Member));

    /// <summary>A shuffle leads a strand to another connector than its path goes on to.</summary>
    public void Misled(Course course, int member, Seat from, ShuffleTable.Fiber found, (Group Group, int Member) to) =>
        Tell("ICX3154", course, member, null, course.Path.NameOf(member), found.Strands.NameOf(found.Strand), Quantities.FormatNumber(from.Position), from.Name,
            Quantities.FormatNumber(found.Seat.Position), found.Seat.Name, to.Group.NameOf(to.Member));

    /// <summary>A cord that states a method joins rows of different length.</summary>
    public void Unequal(Course course, int member, Seat from, int near, (Group Group, int Member) to, int far) =>
        Tell("ICX3155", course, member, null, course.Path.NameOf(member), from.Name, near, to.Group.NameOf(to.Member), far);

    /// <summary>A path names another pair than the one its cords lead it to.</summary>
    public void Named(Course course, int member, (Group Group, int Member) thing, int pair, int position) =>
        Tell("ICX3156", course, member, null, course.Path.NameOf(member), thing.Group.NameOf(thing.Member), pair, Quantities.FormatNumber(position));

    /// <summary>Fiber that is no cord between two connectors states a method.</summary>
    public void NoCord(Course course, (Group Group, int Member) from, (Group Group, int Member) to) =>
        Tell("ICX3157", course, 0, null, course.Path.NameOf(0), from.Group.NameOf(from.Member), to.Group.NameOf(to.Member));

    private void Tell(string code, Course course, int member, (PathGroup Path, int Member, string Name)? other, params object[] arguments)
    {
        var extent = course.Path.ExtentOf(member);
        var otherExtent = other?.Path.ExtentOf(other.Value.Member) ?? extent;
        if (_told.Add(new(code, extent, otherExtent)))
        {
            var (here, there) = (Places.Of(design, course.Path, member), otherExtent.Symbol!.Location);
            var related = other is null || here == there ? Array.Empty<RelatedLocation>() : new[] { new RelatedLocation(there, $"`{other.Value.Name}` comes to it") };
            design.Lowering.Fail(code, here, related, arguments);
        }
    }
}
