using InterconnectDsl.Language.Units;
using InterconnectDsl.Reporting.Documents;
using InterconnectDsl.Reporting.Reading;

namespace InterconnectDsl.Reporting.Sections;

/// <summary>Tables over what a design is made of: power, failures, the bill of materials.</summary>
internal static class StockTables
{
    /// <summary>Kinds that stand in a bill of materials even at no price, with the group they are listed under; others are listed when they cost something.</summary>
    private static readonly (string Kind, string Category)[] Categories =
    {
        ("die", "dies"), ("engine", "engines"), ("laser", "lasers"), ("fiber", "fibers"), ("connector", "connectors"), ("cage", "cages"), ("copper_assembly", "copper"),
        ("cooler", "cooling"), ("carrier", "carriers"), ("step", "others"),
    };

    private static readonly HashSet<string> Always = new(StringComparer.Ordinal) { "dies", "engines", "lasers", "fibers", "connectors", "cages", "copper" };

    private const string Unpriced = "no price stated";

    private static readonly TableColumn[] PowerColumns =
    {
        new("category", "kind"), new("part", "part"), new("count", "how many", IsNumber: true), new("each", "each", IsNumber: true), new("total", "together", IsNumber: true),
        new("basis", "rests on"), new("confidence", "conf."),
    };

    private static readonly TableColumn[] BillColumns =
    {
        new("category", "kind"), new("part", "part"), new("count", "pieces", IsNumber: true), new("spare", "of these spare", IsNumber: true), new("length", "length each", IsNumber: true),
        new("price", "price each", IsNumber: true), new("cost", "cost", IsNumber: true), new("basis", "price rests on"), new("confidence", "conf."), new("things", "things"),
    };

    /// <summary>Power by kind.</summary>
    public static Table Power(ReportContext context) => Total(context, "power", "power", "W", "power_by_kind");

    /// <summary>The rows of such a table as named amounts, its total left out.</summary>
    public static IReadOnlyList<(string Name, double Amount)> Shares(Table table) =>
        table.Rows.Where(r => r.Tone != Tone.Total).Select(r => (r.Cells[1].Text, r.Cells[4].Number ?? 0)).ToList();

    /// <summary>Failures by kind.</summary>
    public static Table Failures(ReportContext context) => Total(context, "fit", "failure_rate", "FIT", "failures_by_kind");

    /// <summary>The bill of materials: what one buys to build the design, mirrored far ends not counted, fiber by strand.</summary>
    public static Table Bill(ReportContext context)
    {
        var rows = new List<Row>();
        foreach (var lot in Lots(context, "price").Where(l => Always.Contains(l.Category) || l.Each > 0))
        {
            var basis = context.Reader.BasisOf(lot.Stock.Group, lot.Stock.Members.First, "price");
            var length = lot.Category == "fibers" ? context.Reader.Read(lot.Stock.Group, lot.Stock.Members.First, new("length", "")) : null;
            rows.Add(new(new Cell[]
            {
                lot.Category, lot.Stock.Part, Number(lot.Pieces), lot.Spares == 0 ? "" : Cell.Count(lot.Spares), length ?? "",
                lot.Each > 0 ? Money(context, lot.Each) : "", lot.Each > 0 ? Money(context, lot.Each * lot.Things) : "", lot.Each > 0 ? basis.Source : Unpriced, lot.Each > 0 ? basis.Letter : "", lot.Names,
            }));
        }

        if (context.Reader.Read(new("unit_cost", "", "USD", 12)) is { } cost)
        {
            var open = rows.Count(r => r.Cells[7].Text == Unpriced);
            rows.Add(new(new Cell[] { "", "all", "", "", "", "", cost, open == 0 ? "" : FormattableString.Invariant($"{open} of {rows.Count} lines have no price"), "", "" }, Tone.Total));
        }

        return new("bill", null, BillColumns, rows, "Copies at a mirrored far end belong to the other box and are not counted; fiber counts by the strand.");
    }

    private static Table Total(ReportContext context, string attribute, string type, string unit, string id)
    {
        var rows = new List<Row>();
        var quantity = TypeNames.Find(type)!;
        foreach (var lot in Lots(context, attribute).Where(l => l.Each > 0))
        {
            var basis = context.Reader.BasisOf(lot.Stock.Group, lot.Stock.Members.First, attribute);
            rows.Add(new(new[]
            {
                lot.Category, lot.Stock.Part, Cell.Count(lot.Things), DesignReader.Format(lot.Each, quantity, context.Reader.UnitOf(unit)),
                DesignReader.Format(lot.Each * lot.Things, quantity, context.Reader.UnitOf(unit), 6), basis.Source, (Cell)basis.Letter,
            }));
        }

        if (context.Reader.Read(new(attribute, "", unit, 6)) is { } all)
        {
            rows.Add(new(new Cell[] { "", "all", "", "", all, "", "" }, Tone.Total));
        }

        return new(id, null, PowerColumns, rows);
    }

    private sealed record Lot(string Category, Stock Stock, double Each, int Things, double Pieces, int Spares, string Names);

    /// <summary>Stock of one part and one figure, run together, in order of category.</summary>
    private static IEnumerable<Lot> Lots(ReportContext context, string attribute)
    {
        var kinds = Categories.Select(c => (Kind: context.Reader.Kind(c.Kind), c.Category)).Where(c => c.Kind is not null).ToList();
        var lots = new List<Lot>();
        foreach (var stock in context.Stock.Items)
        {
            var category = kinds.Find(c => stock.Group.Kind.Is(c.Kind!)).Category ?? "others";
            var each = context.Reader.Number(stock.Group, stock.Members.First, attribute) ?? 0;
            lots.Add(new(category, stock, each, stock.Members.Count, stock.Pieces, stock.Spares, stock.Members.Name));
        }

        return lots.GroupBy(l => (l.Category, l.Stock.Part, l.Each, LengthOf(context, l)))
            .Select(g => g.First() with { Things = g.Sum(l => l.Things), Pieces = g.Sum(l => l.Pieces), Spares = g.Sum(l => l.Spares), Names = string.Join(", ", g.Select(l => l.Names)) })
            .OrderBy(l => Array.FindIndex(Categories, c => c.Category == l.Category));
    }

    private static double LengthOf(ReportContext context, Lot lot) =>
        lot.Category == "fibers" ? context.Reader.Number(lot.Stock.Group, lot.Stock.Members.First, "length") ?? 0 : 0;

    private static Cell Money(ReportContext context, double dollars) => DesignReader.Format(dollars, TypeNames.Find("money")!, context.Reader.UnitOf("USD"), 12);

    // Strands are shared: a wavelength of a fiber that carries four takes a quarter of it.
    private static Cell Number(double pieces) => Math.Abs(pieces - Math.Round(pieces)) < 1e-6 ? Cell.Count((long)Math.Round(pieces)) : new(Quantities.FormatNumber(pieces, 6), pieces, "");
}
