using InterconnectDsl.Reporting.Documents;
using InterconnectDsl.Reporting.Drawings;
using InterconnectDsl.Reporting.Reading;

namespace InterconnectDsl.Reporting.Sections;

/// <summary>Power by kind, and energy per bit with its basis stated.</summary>
internal static class PowerSection
{
    private static readonly Line[] Figures =
    {
        new("engine_power", "engines", "W", 6), new("laser_power", "lasers", "W", 6), new("optics_power", "engines and lasers", "W", 6), new("power", "everything", "W", 6),
        new("energy_per_bit", "engines and lasers, for a bit", "pJ/bit"), new("system_energy", "everything, for a bit", "pJ/bit"),
    };

    /// <summary>The section.</summary>
    public static IEnumerable<Block> Blocks(ReportContext context)
    {
        var reader = context.Reader;
        if (reader.Number(reader.Design.DesignGroup, 0, "power") is not > 0)
        {
            yield return new Paragraph("Nothing in the design states a power.", IsAbsence: true);
            yield break;
        }

        var table = StockTables.Power(context);
        yield return table;
        yield return new Drawing("power_bar", StackedBar.Draw("power_bar", "Power by kind", StockTables.Shares(table), "W"));
        if (context.FactTable("energy", "Energy of a bit", Figures) is { } figures)
        {
            var bandwidth = reader.Read(new("bandwidth", ""))?.Text;
            yield return figures with
            {
                Note = bandwidth is null ? null
                    : $"A bit here is a bit of payload carried in one direction: the power is divided by {bandwidth}, and the other direction is not counted again. Figures for a line rate, "
                    + "or for both directions added up, are smaller by that factor and are not comparable.",
            };
        }
    }
}
