using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Kernels.Ir;

namespace InterconnectDsl.Reporting.Reading;

/// <summary>Things of one part that are alike in price, power and failure rate.</summary>
/// <param name="Group">Their group.</param>
/// <param name="Members">The class of members.</param>
/// <param name="Part">The part they are of, or the kind where they are of none.</param>
/// <param name="Kind">Their kind.</param>
/// <param name="Pieces">How many pieces they are: for fiber applied in a path, its strands.</param>
/// <param name="Spares">How many of them stand by.</param>
internal sealed record Stock(Group Group, MemberClass Members, string Part, string Kind, double Pieces, int Spares);

/// <summary>What a design is made of. Mirrored copies at a far end belong to another box and are not in it.</summary>
internal sealed class Inventory
{
    private static readonly string[] Telling = { "price", "power", "fit", "length" };

    private Inventory(IReadOnlyList<Stock> items) => Items = items;

    /// <summary>The things, in order of declaration.</summary>
    public IReadOnlyList<Stock> Items { get; }

    /// <summary>Counts the things of a design.</summary>
    public static Inventory Of(DesignReader reader)
    {
        var items = new List<Stock>();
        foreach (var group in reader.Things("step"))
        {
            var values = Telling.Where(n => group.Kind.FindAttribute(n) is not null).Select(n => reader.Design.Attribute(group, n)).OfType<LoweredNumber>().Select(n => n.Value);
            foreach (var members in MemberClasses.Of(reader.Design, group, values.Append(SparesOf(reader, group)).OfType<Value>()))
            {
                var part = group.ExtentOf(members.First).Part?.Part.Name ?? group.Kind.Name;
                var spare = reader.Number(group, members.First, "spare") == 1;
                items.Add(new(group, members, part, group.Kind.Name, PiecesOf(reader, group, members), spare ? members.Count : 0));
            }
        }

        return new(items);
    }

    private static Value? SparesOf(DesignReader reader, Group group) => (reader.Design.Attribute(group, "spare") as LoweredNumber)?.Value;

    private static double PiecesOf(DesignReader reader, Group group, MemberClass members) =>
        group.Step is { } step && reader.Kind("fiber") is { } fiber && group.Kind.Is(fiber)
            ? members.Count * (reader.Number(step.Path, Math.Min(members.First, step.Path.Count - 1), "strands") ?? 1)
            : members.Count;
}
