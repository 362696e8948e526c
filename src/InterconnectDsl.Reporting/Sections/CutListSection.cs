using InterconnectDsl.Language.Units;
using InterconnectDsl.Reporting.Documents;
using InterconnectDsl.Reporting.Reading;

namespace InterconnectDsl.Reporting.Sections;

/// <summary>What to cut and terminate: cables by sort, what shuffles join, and how far apart the lanes of a port arrive.</summary>
internal static class CutListSection
{
    private static readonly TableColumn[] Columns =
    {
        new("sort", "cable"), new("fiber", "fiber"), new("from", "from"), new("to", "to"), new("method", "order of fibers"), new("polarization", "polarization"),
        new("count", "how many", IsNumber: true), new("fibers", "fibers each", IsNumber: true), new("ribbons", "ribbons each", IsNumber: true),
        new("length", "length each", IsNumber: true), new("cable_length", "cable in all", IsNumber: true), new("fiber_length", "fiber in all", IsNumber: true),
    };

    private static readonly KindTable Shuffled = new("shuffled", "strand", "Fibers in shuffles", "begins_at", new Line[]
    {
        new("length", "length"), new("maintains_polarization", "keeps polarization"),
    });

    private static readonly KindTable Skew = new("skew", "connector", "Skew", "skew", new Line[] { new("lanes_through", "lanes"), new("skew", "lanes arrive apart by up to", "ps") });

    /// <summary>The section.</summary>
    public static IEnumerable<Block> Blocks(ReportContext context)
    {
        var cables = Cables.Of(context.Reader);
        if (cables.Count == 0)
        {
            yield return new Paragraph("No path runs through fiber between engines, lasers and connectors, so there is nothing to cut.", IsAbsence: true);
            yield break;
        }

        yield return Table(context, cables);
        if (Shuffled.Read(context.Reader) is { } shuffled)
        {
            yield return shuffled;
        }

        if (Skew.Read(context.Reader) is { } skew)
        {
            var limit = context.Reader.Read(new("skew_limit", "", "ps"));
            yield return skew with { Note = limit is not { } most ? "No limit is set; `skew_limit` in the design sets one." : $"At most {most.Text} is allowed, `skew_limit`." };
        }
    }

    private static Table Table(ReportContext context, IReadOnlyList<(CableSort Sort, int Count)> cables)
    {
        var rows = cables.Select(c => new Row(new[]
        {
            c.Sort.Sort, c.Sort.Fiber, c.Sort.From, c.Sort.To, c.Sort.Method.TrimStart(',', ' '), c.Sort.KeepsPolarization ? "kept" : "", Cell.Count(c.Count),
            Cell.Count(c.Sort.Fibers), c.Sort.Ribbon is > 0 and var ribbon ? Cell.Count((c.Sort.Fibers + ribbon - 1) / ribbon) : (Cell)"",
            Length(context, c.Sort.Length), Length(context, c.Count * c.Sort.Length), Length(context, c.Count * c.Sort.Fibers * c.Sort.Length),
        })).ToList();
        return new("cables", "Cables", Columns, rows,
            "Plugs of cords are named by what they carry, pins or holes. A cord that is made to measure brings each transmitter to its receiver; where a method of TIA-568 does, it is named.");
    }

    private static Cell Length(ReportContext context, double metres) => DesignReader.Format(metres, TypeNames.Find("length")!, context.Reader.UnitOf("m"), 6);
}
