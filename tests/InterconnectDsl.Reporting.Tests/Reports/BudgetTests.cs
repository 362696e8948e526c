using InterconnectDsl.Reporting.Documents;

namespace InterconnectDsl.Reporting.Tests.Reports;

/// <summary>Budget tables: worked numbers, their provenance, and one table for each class of links.</summary>
public class BudgetTests
{
    private static readonly ReportDocument Report = Designs.Report(Designs.Check(Designs.Dr4));

    // IEEE 802.3 style, worked by hand: OMA = 1.0 dBm + 10 lg(2 (r - 1) / (r + 1)), r = 10^0.6, is 1.7808 dBm; the plant is 0.5 km at 0.35 dB/km and two
    // pairs of 0.35 dB; the receiver needs max(-3.9, 1.8 - 5.3) = -3.5 dBm; penalties 0.1 dB.
    [Theory]
    [InlineData("OMA into the fiber", 1.7808)]
    [InlineData("fiber plant", 0.875)]
    [InlineData("allocated penalties", 0.1)]
    [InlineData("receiver sensitivity (OMA)", -3.5)]
    [InlineData("OMA at the receiver", 0.9058)]
    [InlineData("optical margin", 4.3058)]
    public void The_optical_budget_closes_as_worked_by_hand(string line, double expected)
    {
        var cell = Report.Table("links", "budget").Cell("line", line, "value");
        Assert.Equal(expected, cell.Number!.Value, 4);
    }

    [Fact]
    public void Electrical_lines_come_before_optical_ones_and_end_in_a_margin()
    {
        var table = Report.Table("links", "budget");
        var parts = table.Rows.Select(r => r.Cells[table.Column("part")].Text).ToList();
        Assert.Equal(["electrical", "optical"], parts.Distinct());
        Assert.Equal(parts.OrderBy(p => p, StringComparer.Ordinal), parts);
        var last = table.Rows.Last(r => r.Cells[table.Column("part")].Text == "electrical");
        Assert.Equal("electrical margin", last.Cells[table.Column("line")].Text);
    }

    [Fact]
    public void Steps_stand_in_the_order_light_meets_them_the_far_end_last()
    {
        var table = Report.Table("links", "budget");
        var lines = table.Rows.Select(r => r.Cells[table.Column("line")].Text).Where(l => l is "a" or "far a" || l.StartsWith("smf", StringComparison.Ordinal));
        Assert.Equal(["a", "smf, 500 m", "far a"], lines);
    }

    [Fact]
    public void A_line_names_the_data_sheet_behind_it_even_through_conditions()
    {
        var table = Report.Table("links", "budget");
        Assert.StartsWith("icx/ieee/ieee.icx:", table.Cell("line", "allocated penalties", "where").Text, StringComparison.Ordinal);
        Assert.Equal("U", table.Cell("line", "allocated penalties", "confidence").Text);
        Assert.Equal("6 dB", table.Cell("line", "extinction ratio", "basis").Text);
        Assert.StartsWith("t.icx:", table.Cell("line", "extinction ratio", "where").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Identical_links_share_one_table_that_names_them_all() => Assert.Equal("lane[0 .. 3]", Report.Table("links", "budget").Caption);

    [Fact]
    public void Links_that_differ_have_tables_of_their_own_the_worst_first()
    {
        var report = Designs.Report(Designs.Check(Designs.Dr4.Replace("smf(reach)", "smf(if i == 2 then 450 m else reach)", StringComparison.Ordinal)));
        var tables = report.Section("links").Tables("budget");
        Assert.Equal(["lane[0 .. 1], lane[3]", "lane[2]"], tables.Select(t => t.Caption));
        Assert.Equal(0.05 * 0.35, tables[1].Cell("line", "optical margin", "value").Number!.Value - tables[0].Cell("line", "optical margin", "value").Number!.Value, 9);
        var classes = report.Table("links", "budget_classes");
        Assert.Equal([3d, 1d], classes.Rows.Select(r => r.Cells[classes.Column("count")].Number!.Value));
    }

    [Fact]
    public void The_ledger_of_latency_adds_up_and_counts_error_correction_once()
    {
        var table = Report.Table("latency", "latency");
        var values = table.Rows.Select(r => r.Cells[table.Column("value")].Number!.Value).ToList();
        Assert.Equal(values[..^1].Sum(), values[^1], 6);

        // 500 m at 1.4676 / 299792458 m/s (G.652 group index).
        Assert.Equal(2447.69, table.Cell("line", "smf, 500 m", "value").Number!.Value, 1);
        Assert.Single(table.Rows, r => r.Cells[table.Column("line")].Text.StartsWith("error correction", StringComparison.Ordinal));
    }

    [Fact]
    public void A_path_without_a_value_for_its_last_line_leaves_that_part_out()
    {
        var report = Designs.Report(Designs.Check(Designs.Dr4.Replace("io = Vsr112; ", "", StringComparison.Ordinal)));
        var table = report.Table("links", "budget");
        Assert.DoesNotContain(table.Rows, r => r.Cells[table.Column("part")].Text == "electrical");
    }
}
