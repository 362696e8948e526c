using InterconnectDsl.Reporting.Documents;
using InterconnectDsl.Reporting.Drawings;
using InterconnectDsl.Reporting.Reading;

namespace InterconnectDsl.Reporting.Sections;

/// <summary>Sections that are tables of figures: what they show is in the lists of attribute names below.</summary>
internal static class FigureSections
{
    private static readonly Line[] CapacityFigures =
    {
        new("bandwidth", "payload, each way"), new("lanes", "lanes each way"), new("lead.lane_rate", "payload of a lane, each way"), new("lead.baud", "symbol rate of a lane"),
        new("dies", "dies"), new("engines", "engines"), new("lasers", "laser modules"), new("emitters", "lasers in them"), new("connectors", "connectors"),
        new("data_fibers", "fibers for data"), new("light_fibers", "fibers for laser light"), new("fibers", "fibers in all"),
    };

    private static readonly KindTable[] DensityTables =
    {
        new("shoreline", "substrate", "Edge of substrates", "edge_available", new Line[]
        {
            new("size", "size"), new("edge_used", "edge used", "mm"), new("edge_available", "edge there", "mm"),
        }),
        new("engine_edge", "engine", "Bandwidth along the edge", "edge", new Line[]
        {
            new("bandwidth", "payload, each way"), new("edge", "edge taken", "mm"), new("shoreline", "along the edge"), new("shoreline_limit", "at most"),
            new("fibers", "fibers"), new("fiber_pitch", "fiber pitch", "um"),
        }),
        new("face", "panel", "Face", "ports", new Line[]
        {
            new("rack_units", "rack units"), new("ports", "ports"), new("used_area", "area used", "cm^2"), new("area", "area", "cm^2"), new("used", "used", "%", 3), new("usable", "usable", "%"),
        }),
    };

    private static readonly KindTable Temperatures = new("temperatures", "step", "Temperatures", "temperature", new Line[]
    {
        new("power", "power", "W"), new("temperature", "temperature", "degC"), new("temperature_limit", "at most", "degC"), new("neighbour_rise", "from neighbours", "K"),
    });

    private static readonly Line[] ReliabilityFigures = { new("fit", "failures in time", "FIT", 7), new("annual_failure", "chance of a failure in a year", "%", 4) };

    /// <summary>What it carries.</summary>
    public static IEnumerable<Block> Capacity(ReportContext context) =>
        context.FactTable("capacity", null, CapacityFigures) is { } table && context.Reader.Paths("link").Count > 0
            ? new Block[] { table }
            : new Block[] { new Paragraph("The design has no links, so it carries nothing.", IsAbsence: true) };

    /// <summary>How tightly it is packed.</summary>
    public static IEnumerable<Block> Density(ReportContext context)
    {
        var tables = DensityTables.Select(t => t.Read(context.Reader)).OfType<Block>().ToList();
        return tables.Count > 0 ? tables
            : new Block[] { new Paragraph("No substrate, engine or panel states a size or an edge, so nothing can be said of density.", IsAbsence: true) };
    }

    /// <summary>How warm it gets.</summary>
    public static IEnumerable<Block> Thermal(ReportContext context)
    {
        if (Temperatures.Read(context.Reader) is not { } table)
        {
            yield return new Paragraph("The design has no heat paths, so no temperature is known.", IsAbsence: true);
            yield break;
        }

        yield return table;
        foreach (var block in Ledgers.Heat.Blocks(context.Reader, Ledgers.Heat.ClassesOf(context.Reader, "heat"), "heat path", Ledgers.HeatSummary))
        {
            yield return block;
        }
    }

    /// <summary>Budgets of links.</summary>
    public static IEnumerable<Block> Links(ReportContext context) =>
        Along(context, Ledgers.Budget, "link", "link", Ledgers.BudgetSummary, "The design has no links.").Concat(Worst(context));

    /// <summary>The optical budget of the worst link as a drawing.</summary>
    private static IEnumerable<Block> Worst(ReportContext context)
    {
        var reader = context.Reader;
        foreach (var (group, members) in Ledgers.Budget.ClassesOf(reader, "link").Take(1))
        {
            double? Level(string name) => reader.Number(group, members.First, name);
            if (Level("tx_oma") is { } start && Level("sensitivity") is { } needed && Level("penalties") is { } penalties)
            {
                var optical = Ledgers.Budget.Parts[^1];
                var losses = Ledger.Steps(reader, group, members.First, optical).Select(s => (s.Name, reader.Number(s.Group, s.Member, optical.Step.Path) ?? 0));
                yield return new Drawing("waterfall", Waterfall.Draw("waterfall", "Optical budget of " + group.NameOf(members.First),
                    start, losses.Append(("penalties", penalties)).ToList(), needed));
            }
        }
    }

    /// <summary>Budgets of laser light.</summary>
    public static IEnumerable<Block> Feeds(ReportContext context) =>
        Along(context, Ledgers.Feed, "feed", "feed", Ledgers.FeedSummary, "No light is fed from outside: the design has no feeds, so its engines bring their own lasers or need none.");

    /// <summary>The ledger of latency.</summary>
    public static IEnumerable<Block> Latency(ReportContext context) =>
        Along(context, Ledgers.Latency, "link", "link", Ledgers.LatencySummary, "The design has no links.");

    /// <summary>How often it fails.</summary>
    public static IEnumerable<Block> Reliability(ReportContext context)
    {
        if (context.FactTable("reliability", null, ReliabilityFigures) is not { } figures || context.Reader.Number(context.Reader.Design.DesignGroup, 0, "fit") is not > 0)
        {
            yield return new Paragraph("Nothing in the design states a failure rate.", IsAbsence: true);
            yield break;
        }

        yield return figures;
        yield return StockTables.Failures(context);
    }

    private static IEnumerable<Block> Along(ReportContext context, Ledger ledger, string kind, string what, Line[] summary, string absence)
    {
        var blocks = ledger.Blocks(context.Reader, ledger.ClassesOf(context.Reader, kind), what, summary).ToList();
        return blocks.Count > 0 ? blocks : new List<Block> { new Paragraph(absence, IsAbsence: true) };
    }
}
