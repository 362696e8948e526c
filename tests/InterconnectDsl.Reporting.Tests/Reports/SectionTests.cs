using InterconnectDsl.Reporting.Documents;

namespace InterconnectDsl.Reporting.Tests.Reports;

/// <summary>What the sections say, against published and hand-made counts.</summary>
public class SectionTests
{
    // An analyst's bill of materials of a Q3450: 72 engines of 65 + 40 USD, 18 laser modules of 350, 144 connectors of 40, in all 66,940 USD.
    [Theory]
    [InlineData("Engine1600", "engines", 72, 7560)]
    [InlineData("LaserModule", "lasers", 18, 6300)]
    [InlineData("Mpo12", "connectors", 144, 5760)]
    [InlineData("Quantum3", "dies", 4, 3200)]
    public void The_bill_counts_and_costs_what_an_analyst_did(string part, string kind, double pieces, double cost)
    {
        var bill = Designs.Report(Designs.CheckExample("quantum115")).Table("fibers", "bill");
        Assert.Equal(kind, bill.Cell("part", part, "category").Text);
        Assert.Equal(pieces, bill.Cell("part", part, "count").Number);
        Assert.Equal(cost, bill.Cell("part", part, "cost").Number!.Value, 6);
        Assert.Equal(66_940, bill.Rows.Single(r => r.Tone == Tone.Total).Cells[bill.Column("cost")].Number!.Value, 6);
    }

    // 144 ports of eight fibers (8 x 200G DR is 16 fibers for 1.6T), and a laser fiber for each of 144 lasers.
    [Fact]
    public void Fiber_is_counted_by_the_strand_and_the_mirrored_far_end_not_at_all()
    {
        var bill = Designs.Report(Designs.CheckExample("quantum115")).Table("fibers", "bill");
        var fibers = bill.Rows.Where(r => r.Cells[bill.Column("category")].Text == "fibers")
            .Select(r => (r.Cells[bill.Column("part")].Text, r.Cells[bill.Column("length")].Text, r.Cells[bill.Column("count")].Number!.Value)).ToList();
        Assert.Equal([("pmf", "800 mm", 144d), ("smf", "800 mm", 1152d), ("smf", "100 m", 1152d)], fibers.OrderBy(f => f.Item1, StringComparer.Ordinal).ThenByDescending(f => f.Item2, StringComparer.Ordinal));
    }

    // A 1.6T engine of 115.2 Tb/s is a seventy-second; a laser module lights 32 lanes of 200 Gb/s, 6.4 Tb/s, an eighteenth.
    [Theory]
    [InlineData("Engine1600", 72, "a new tray", 1.6, 1.38888889)]
    [InlineData("LaserModule", 18, "replaced in service", 6.4, 5.55555556)]
    [InlineData("Quantum3", 4, "the whole goes back", 28.8, 25)]
    public void What_a_failure_takes_is_said_for_every_part(string part, double count, string swap, double terabits, double share)
    {
        var parts = Designs.Report(Designs.CheckExample("quantum115")).Table("serviceability", "replacements");
        Assert.Equal(count, parts.Cell("part", part, "count").Number);
        Assert.Equal(swap, parts.Cell("part", part, "swap").Text);
        Assert.Equal(terabits, parts.Cell("part", part, "blast").Number!.Value, 9);
        Assert.Equal(share, parts.Cell("part", part, "share").Number!.Value, 6);
    }

    [Fact]
    public void Energy_of_a_bit_states_its_basis()
    {
        var report = Designs.Report(Designs.CheckExample("quantum115"));
        var energy = report.Table("power", "energy");

        // (72 x 7 W + 18 x 8 W) / 115.2 Tb/s, NVIDIA's 9 W for 1.6 Tb/s.
        Assert.Equal(5.625, energy.Cell("line", "engines and lasers, for a bit", "value").Number!.Value, 9);
        Assert.Contains("115.2 Tb/s", energy.Note, StringComparison.Ordinal);
        Assert.Contains("one direction", energy.Note, StringComparison.Ordinal);
    }

    // Sixteen engines of 32 W and 10 FIT; the ASIC's 480 W; sixteen laser modules of eight lasers of 50 FIT.
    [Theory]
    [InlineData("light and electricity", 512, "160 FIT")]
    [InlineData("chip and package", 480, "")]
    [InlineData("package and outside", 85.333, "6400 FIT")]
    public void Power_and_failures_are_told_apart_by_the_three_boundaries_of_the_package(string boundary, double watts, string failures)
    {
        var table = Designs.Report(Designs.CheckExample("cpo51")).Table("boundaries", "boundaries");
        Assert.Equal(watts, table.Cell("boundary", boundary, "power").Number!.Value, 3);
        Assert.Equal(failures, table.Cell("boundary", boundary, "fit").Text);
    }

    [Theory]
    [InlineData("cpo51", "CPO")]
    [InlineData("npo32", "NPO")]
    [InlineData("pluggable51", "PLUGGABLE")]
    public void The_architecture_is_said_with_the_names_it_rests_on(string example, string word)
    {
        var section = Designs.Report(Designs.CheckExample(example)).Section("architecture");
        var sentence = section.Blocks.OfType<Paragraph>().First().Text;
        Assert.Contains(" is " + word + ": ", sentence, StringComparison.Ordinal);
        var table = Assert.Single(section.Tables("architecture"));
        Assert.All(table.Rows, r => Assert.Contains(" on ", r.Cells[table.Column("mounts")].Text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_hybrid_design_states_the_bandwidth_of_each_class()
    {
        var shares = Designs.Report(Designs.CheckExample("hybrid25")).Table("architecture", "shares");
        Assert.Equal([("co-packaged", 12.8), ("pluggable", 12.8)], shares.Rows.Select(r => (r.Cells[0].Text, r.Cells[1].Number!.Value)));
    }

    [Fact]
    public void A_section_that_does_not_apply_says_why()
    {
        var report = Designs.Report(Designs.Check(Designs.Dr4));
        var feeds = report.Section("feeds");
        Assert.False(feeds.Applies);
        Assert.Contains("lasers", Assert.IsType<Paragraph>(Assert.Single(feeds.Blocks)).Text, StringComparison.Ordinal);
        Assert.False(report.Section("thermal").Applies);
        Assert.True(report.Section("links").Applies);
    }

    [Fact]
    public void Waivers_are_listed_with_their_reasons_and_what_became_of_them()
    {
        var waivers = Designs.Report(Designs.Check(Designs.Dr4)).Table("waivers", "waivers");
        Assert.Equal("hides nothing", waivers.Cell("rule", "icx_connectors_leave_room", "state").Text);
        Assert.Equal("a test of the report", waivers.Cell("rule", "icx_connectors_leave_room", "because").Text);
    }

    [Fact]
    public void What_does_not_hold_comes_first_among_the_rules()
    {
        var report = Designs.Report(Designs.Check(Designs.Dr4.Replace("fibers = 12", "fibers = 4", StringComparison.Ordinal)));
        var rules = report.Table("rules", "rules");
        Assert.Equal("failed", rules.Rows[0].Cells[rules.Column("verdict")].Text);
        var failures = report.Table("rules", "failures");
        Assert.Contains("carries 8 fibers and has 4 positions", failures.Cell("rule", "icx_fibers_fit", "message").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_that_found_nothing_says_what_was_not_so()
    {
        var rules = Designs.Report(Designs.Check(Designs.Dr4)).Table("rules", "rules");
        Assert.All(rules.Rows.Where(r => r.Cells[0].Text == "does not apply"), r => Assert.NotEqual("", r.Cells[rules.Column("why")].Text));
    }

    [Fact]
    public void Values_you_did_not_write_are_the_library_s_and_the_unconfirmed_come_first()
    {
        var defaults = Designs.Report(Designs.Check(Designs.Dr4)).Table("defaults", "defaults");
        var letters = defaults.Rows.Select(r => r.Cells[0].Text).ToList();
        Assert.Equal("U", letters[0]);
        Assert.Equal(letters.OrderBy(l => "U CBA".IndexOf(l.Length == 0 ? ' ' : l[0], StringComparison.Ordinal)), letters);
        Assert.All(defaults.Rows, r => Assert.StartsWith("icx/", r.Cells[defaults.Column("where")].Text, StringComparison.Ordinal));
        Assert.Equal("0.35 dB/km", defaults.Cell("name", "smf.attenuation", "value").Text);
        Assert.DoesNotContain(defaults.Rows, r => r.Cells[defaults.Column("name")].Text is "Module.er" or "reach");
    }

    [Fact]
    public void A_value_the_design_confirms_is_no_longer_among_them()
    {
        var report = Designs.Report(Designs.Check(Designs.Dr4.Replace("  allow ", "  confirm Dr4.allocated = 0.2 dB source \"a measurement\"\n  allow ", StringComparison.Ordinal)));
        var defaults = report.Table("defaults", "defaults");
        Assert.DoesNotContain(defaults.Rows, r => r.Cells[defaults.Column("name")].Text == "Dr4.allocated");
        Assert.Equal("a measurement", report.Table("links", "budget").Cell("line", "allocated penalties", "basis").Text);
    }

    [Fact]
    public void The_header_names_library_and_day()
    {
        var header = Designs.Report(Designs.Check(Designs.Dr4)).Header;
        Assert.Equal("2027-06-30", header.Single(f => f.Key == "today").Value);
        Assert.Equal(new string('a', 64), header.Single(f => f.Key == "library_hash").Value);
        Assert.Equal("t.icx", header.Single(f => f.Key == "file").Value);
    }
}
