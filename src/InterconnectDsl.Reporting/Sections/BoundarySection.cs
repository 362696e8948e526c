using InterconnectDsl.Language.Units;
using InterconnectDsl.Reporting.Documents;
using InterconnectDsl.Reporting.Reading;

namespace InterconnectDsl.Reporting.Sections;

/// <summary>What stands at each of the three boundaries of an optical package, what it draws, costs and risks there, and who replaces it; and who makes it.</summary>
internal static class BoundarySection
{
    private static readonly (string Word, string Title)[] Boundaries =
    {
        ("conversion", "light and electricity"), ("packaging", "chip and package"), ("outside", "package and outside"),
    };

    private static readonly TableColumn[] Columns =
    {
        new("boundary", "boundary between"), new("things", "what stands there"), new("power", "power", IsNumber: true), new("price", "price", IsNumber: true),
        new("fit", "failures", IsNumber: true), new("swap", "replaced"),
    };

    private static readonly TableColumn[] SupplyColumns =
    {
        new("part", "part"), new("maker", "maker"), new("layer", "layer"), new("second_source", "second source"),
    };

    /// <summary>The section.</summary>
    public static IEnumerable<Block> Blocks(ReportContext context)
    {
        var at = context.Stock.Items.ToLookup(s => context.Reader.Text(s.Group, s.Members.First, "boundary"));
        var rows = Boundaries.Where(b => at.Contains(b.Word)).Select(b => RowOf(context, b.Title, at[b.Word].ToList())).ToList();
        if (rows.Count == 0)
        {
            yield return new Paragraph("Nothing in the design stands at a boundary of a package.", IsAbsence: true);
            yield break;
        }

        yield return new Table("boundaries", null, Columns, rows, "Budget, heat, alignment, yield, test and service close together or not at all; what belongs to none of the three is not listed.");
        var made = Suppliers(context);
        yield return made.Count > 0
            ? new Table("supply", "Supply", SupplyColumns, made)
            : new Paragraph("No part names its maker, so whether one of them has no second source is open.", IsAbsence: true);
    }

    private static Row RowOf(ReportContext context, string title, IReadOnlyList<Stock> stock)
    {
        var things = stock.GroupBy(s => s.Part).Select(g => $"{Cell.Count(g.Sum(s => s.Members.Count)).Text} {g.Key}");
        var swaps = stock.Select(s => context.Reader.Text(s.Group, s.Members.First, "swap")).OfType<string>().Distinct().Select(w => w.Replace('_', ' '));
        return new(new Cell[]
        {
            title, string.Join(", ", things), Sum(context, stock, "power", "power", "W"), Sum(context, stock, "price", "money", "USD"),
            Sum(context, stock, "fit", "failure_rate", "FIT"), string.Join(", ", swaps),
        });
    }

    private static Cell Sum(ReportContext context, IReadOnlyList<Stock> stock, string attribute, string type, string unit)
    {
        var total = stock.Sum(s => s.Members.Count * (context.Reader.Number(s.Group, s.Members.First, attribute) ?? 0));
        return total > 0 ? DesignReader.Format(total, TypeNames.Find(type)!, context.Reader.UnitOf(unit), 6) : "";
    }

    private static List<Row> Suppliers(ReportContext context)
    {
        var named = context.Stock.Items.Select(s => (s.Part, Maker: Text(s, "maker"), Layer: Text(s, "layer"), Second: Text(s, "second_source")));
        return named.Where(s => s.Maker.Length > 0).Distinct().Select(s => new Row(new Cell[] { s.Part, s.Maker, s.Layer, s.Second.Length > 0 ? s.Second : "none named" })).ToList();

        string Text(Stock s, string attribute) => context.Reader.Text(s.Group, s.Members.First, attribute) ?? "";
    }
}
