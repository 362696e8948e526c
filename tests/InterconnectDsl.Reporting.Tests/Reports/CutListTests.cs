using InterconnectDsl.Reporting.Documents;

namespace InterconnectDsl.Reporting.Tests.Reports;

/// <summary>What to cut and terminate, against counts made by hand.</summary>
public class CutListTests
{
    // 16 laser modules of eight fibers; 512 lanes of two fibers, eight lanes to a port: 64 pigtails and 64 cords of sixteen.
    [Theory]
    [InlineData("Elsfp", "pigtail", "pmf", "MpoPm12, pins", "", "kept", 16, 8, 12.8, 102.4)]
    [InlineData("CoPackaged3200", "pigtail", "smf", "Mpo16, pins", "", "", 64, 16, 38.4, 614.4)]
    [InlineData("Mpo16, holes", "cord", "smf", "Mpo16, holes", "made to measure as B", "", 64, 16, 32_000, 512_000)]
    public void Cables_of_a_co_packaged_switch(string from, string sort, string fiber, string to, string method, string polarization, double count, double fibers, double cable, double strands)
    {
        var cables = Designs.Report(Designs.CheckExample("cpo51")).Table("cut_list", "cables");
        Assert.Equal((sort, fiber, to), (cables.Cell("from", from, "sort").Text, cables.Cell("from", from, "fiber").Text, cables.Cell("from", from, "to").Text));
        Assert.Equal((method, polarization), (cables.Cell("from", from, "method").Text, cables.Cell("from", from, "polarization").Text));
        Assert.Equal((count, fibers), (cables.Cell("from", from, "count").Number, cables.Cell("from", from, "fibers").Number));
        Assert.Equal((cable, strands), (Math.Round(cables.Cell("from", from, "cable_length").Number!.Value, 9), Math.Round(cables.Cell("from", from, "fiber_length").Number!.Value, 9)));
    }

    // NVIDIA's figures for the Q3450: eighteen fibers an engine, 1152 for data and 144 for light in all, 144 connectors of eight.
    [Fact]
    public void Fibers_of_a_Q3450_through_its_shuffle()
    {
        var report = Designs.Report(Designs.CheckExample("quantum115"));
        var cables = report.Table("cut_list", "cables");
        Assert.Equal([("LaserModule", 18d, 8d), ("Engine1600", 72, 16), ("Mpo12, holes", 144, 8)],
            cables.Rows.Select(r => (r.Cells[cables.Column("from")].Text, r.Cells[cables.Column("count")].Number!.Value, r.Cells[cables.Column("fibers")].Number!.Value)));
        var shuffled = report.Table("cut_list", "shuffled");
        Assert.Equal([576d, 576, 144], shuffled.Rows.Select(r => r.Cells[shuffled.Column("count")].Number!.Value));
    }

    // Every fiber of every example is in its cut list once for each cable it runs through; pigtails and cords of data hold what the design counts.
    [Fact]
    public void Cords_hold_the_data_fibers_of_a_design()
    {
        foreach (var design in Designs.AllExamples())
        {
            var report = Designs.Report(design);
            foreach (var cables in report.Section("cut_list").Tables("cables"))
            {
                var cords = cables.Rows.Where(r => r.Cells[cables.Column("sort")].Text is "cord" or "leg of a breakout").Sum(r => r.Cells[cables.Column("count")].Number!.Value * r.Cells[cables.Column("fibers")].Number!.Value);
                Assert.Equal(report.Table("capacity", "capacity").Cell("line", "fibers for data", "value").Number, cords);
            }
        }
    }

    // Half of the lanes of each port run through a metre more at both ends: 2 m x 1.4676 / 299792458 m/s = 9.7907 ns; ribbons add 45 ps for each of 3.2 m.
    [Fact]
    public void Skew_of_a_port_is_the_difference_of_its_fibers_and_what_ribbons_allow()
    {
        var text = Designs.Dr4.Replace("a -> smf(reach)", "smf(if i mod 2 == 0 then 0.6 m else 1.6 m) { ribbon = 12; strand_skew = 45 ps/m } -> a -> smf(reach)", StringComparison.Ordinal);
        var report = Designs.Report(Designs.Check(text));
        Assert.Equal(9790.6 + (45 * 3.2), report.Table("cut_list", "skew").Cell("thing", "a", "skew").Number!.Value, 0);
        var cables = report.Table("cut_list", "cables");
        Assert.Equal(1, cables.Cell("length", "0.6 m", "ribbons").Number);
    }

    [Fact]
    public void A_design_without_fiber_says_that_there_is_nothing_to_cut()
    {
        var report = Designs.Report(Designs.Check("module t\ndesign Bare { board main }"));
        Assert.Equal("No path runs through fiber between engines, lasers and connectors, so there is nothing to cut.", Assert.IsType<Paragraph>(Assert.Single(report.Section("cut_list").Blocks)).Text);
    }
}
