using System.Globalization;
using InterconnectDsl.Kernels.Checking;
using InterconnectDsl.Reporting.Documents;
using InterconnectDsl.Reporting.Reading;
using InterconnectDsl.Reporting.Sections;

namespace InterconnectDsl.Reporting;

/// <summary>What a report is told about its own making.</summary>
/// <param name="Tool">The tool and its library.</param>
/// <param name="Today">The day waivers were held against.</param>
/// <param name="Settings">Params set from outside, as <c>name = value</c>.</param>
public sealed record ReportOrigin(ToolInfo Tool, DateOnly Today, IReadOnlyList<string> Settings)
{
    /// <summary>Who made a document, with which library, when.</summary>
    internal IReadOnlyList<Fact> Facts() => new Fact[]
    {
        new("tool", "made by", "icx " + Tool.Version),
        new("library_version", "standard library", Tool.LibraryVersion),
        new("library_hash", "text of the library (SHA-256)", Tool.LibraryHash),
        new("today", "today", Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
    };
}

/// <summary>Makes the report of a checked design, and its bill of materials.</summary>
public static class DesignReport
{
    /// <summary>The sections in order; the last one lists what all the others rest on.</summary>
    private static readonly (string Id, string Title, Func<ReportContext, IEnumerable<Block>> Blocks)[] Sections =
    {
        ("architecture", "Architecture", ArchitectureSection.Blocks),
        ("capacity", "Capacity", FigureSections.Capacity),
        ("boundaries", "Three boundaries", BoundarySection.Blocks),
        ("links", "Link budgets", FigureSections.Links),
        ("feeds", "Laser light", FigureSections.Feeds),
        ("power", "Power", PowerSection.Blocks),
        ("latency", "Latency", FigureSections.Latency),
        ("density", "Density", FigureSections.Density),
        ("thermal", "Temperature", FigureSections.Thermal),
        ("fibers", "Fibers, connectors and cost", FiberSection.Blocks),
        ("cut_list", "Cut list", CutListSection.Blocks),
        ("reliability", "Reliability", FigureSections.Reliability),
        ("serviceability", "Serviceability", ServiceSection.Blocks),
        ("rules", "Rules", RulesSection.Blocks),
        ("waivers", "Waivers", RulesSection.Waivers),
        ("defaults", "Values you did not write", DefaultsSection.Blocks),
    };

    /// <summary>The whole report.</summary>
    public static ReportDocument Make(CheckedDesign design, ReportOrigin origin)
    {
        var context = ContextOf(design);
        return new(design.Design.Symbol.Name, Header(design, origin), Sections.Select(s => new Section(s.Id, s.Title, s.Blocks(context).ToList())).ToList());
    }

    /// <summary>The bill of materials alone.</summary>
    public static Table Bill(CheckedDesign design) => StockTables.Bill(ContextOf(design));

    private static ReportContext ContextOf(CheckedDesign design)
    {
        var reader = new DesignReader(design.Design);
        return new(design, reader, Inventory.Of(reader));
    }

    private static List<Fact> Header(CheckedDesign design, ReportOrigin origin)
    {
        var symbol = design.Design.Symbol;
        var facts = new List<Fact>
        {
            new("design", "design", symbol.Name),
            new("file", "file", symbol.Location.Text.Path),
            new("instances", "things and paths", design.Design.InstanceCount.ToString("#,0", CultureInfo.InvariantCulture)),
        };
        facts.AddRange(origin.Facts());
        if (origin.Settings.Count > 0)
        {
            facts.Insert(2, new("settings", "set from outside", string.Join(", ", origin.Settings)));
        }

        if (symbol.Doc is { Length: > 0 } doc)
        {
            facts.Insert(0, new("about", "about", DesignReader.OneLine(doc)));
        }

        return facts;
    }
}
