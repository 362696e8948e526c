namespace InterconnectDsl.Language.Tests.Binding;

/// <summary>One mistake is one diagnostic, at its place, with the edit that mends it.</summary>
public class MistakeTests
{
    // A module around one line of a design; `|` marks where the diagnostic must begin.
    [Theory]
    [InlineData("board main { |powr = 3 W }", "ICX2003", "power")]
    [InlineData("board main { power = |raech * 1 W/m }", "ICX2001", "reach")]
    [InlineData("|borad main", "ICX2005", "board")]
    [InlineData("board main { power = 3 |Wat }", "ICX2002", null)]
    [InlineData("board main { temperature_limit = |85 K }", "ICX2012", "85 degC")]
    [InlineData("board main { power = |3 }", "ICX2012", null)]
    [InlineData("board main { power = |\"3 W\" }", "ICX2012", null)]
    [InlineData("board main { optical_loss = |-3 dB }", "ICX2028", null)]
    [InlineData("engine |oe { lanes = 8; bandwidth = 1 Tb/s per_direction }", "ICX3006", null)]
    [InlineData("engine oe { pmd = ieee.Dr4; lanes = 8; bandwidth = |1 Tb/s }", "ICX2014", "1 Tb/s per_direction")]
    [InlineData("engine oe { pmd = ieee.Dr4; lanes = 8; bandwidth = 1 Tb/s per_direction; dsp = |transmitt }", "ICX2015", "transmit")]
    [InlineData("engine oe { pmd = |fiber.Smf28; lanes = 8; bandwidth = 1 Tb/s per_direction }", "ICX2008", null)]
    [InlineData("board main; board |main", "ICX2009", null)]
    [InlineData("architecture = |cpoo", "ICX2015", "cpo")]
    [InlineData("die asic on |main", "ICX2001", null)]
    [InlineData("board main[4]; die asic on |main", "ICX3011", "main[0]")]
    [InlineData("board main[4]; die asic[k in 4] on |main", "ICX3011", "main[k]")]
    [InlineData("board main; die asic[4] on main; heat h[i in 4] = |asic -> main", "ICX3011", "asic[i]")]
    [InlineData("board main; die asic on main; heat h = asic -> main -> |reach", "ICX3010", null)]
    [InlineData("board main; die asic on main; heat h = asic -> |fiber.smff(2 m) -> main", "ICX2008", "smf")]
    [InlineData("board main; die asic on main; heat h = asic -> |fiber.smf() -> main", "ICX2018", null)]
    [InlineData("board main; die asic on main at ring(|3 W)", "ICX2012", null)]
    [InlineData("board main; die asic on main at |rng(3 mm)", "ICX2017", "ring")]
    [InlineData("board main; allow |fibers_fit because \"spliced\"", "ICX3031", "icx_fibers_fit")]
    [InlineData("board main; |mian { power = 3 W }", "ICX2001", "main")]
    [InlineData("board main; main.|powr = 3 W", "ICX2003", "power")]
    [InlineData("board main { power = if reach > 3 m then 1 W else |2 K }", "ICX2013", null)]
    public void A_mistake_is_found_where_it_stands(string line, string code, string? replacement)
    {
        var at = line.IndexOf('|', StringComparison.Ordinal);
        var head = "module mistakes\nuse icx.fiber\nuse icx.ieee\nparam reach : length = 500 m\ndesign Mistake {\n  ";
        var tail = "\n  board b9 { power = reach / 1 m * 1 W }\n  fiber f9 : fiber.smf(reach)\n  engine e9 : Dummy\n}\n"
            + "part Dummy : engine { pmd = ieee.Dr4; lanes = 8; bandwidth = 1 Tb/s per_direction }\n";
        var found = Icx.Mistake(head + line.Remove(at, 1) + tail);
        Assert.Equal(code, found.Code);
        Assert.Equal(replacement, found.Replacement);
        if (code is not "ICX2008" and not "ICX2013")
        {
            Assert.Equal(head.Length + at, found.Location.Span.Start);
        }
    }

    [Fact]
    public void Names_that_an_unreadable_declaration_probably_declares_are_not_unknown()
    {
        var found = Icx.Mistake("module a\ndesign D {\n  board main\n  engine oe[4 on main\n  heat h = oe[2] -> main\n}\n");
        Assert.StartsWith("ICX1", found.Code, StringComparison.Ordinal);
    }

    [Fact]
    public void A_thing_of_an_unknown_kind_is_one_mistake_however_often_it_is_named() =>
        Assert.Equal(
            "ICX2005",
            Icx.Mistake("module a\ndesign D {\n  board main\n  engin oe[4] on main { powr = 3 W }\n  heat h[i in 4] = oe[i] -> main\n"
                + "  oe.power = 3 K\n}\n").Code);

    [Fact]
    public void A_name_that_is_missing_as_a_whole_is_reported_where_it_is_first_met()
    {
        var found = Icx.Mistake("module a\ndesign D {\n  board main\n  heat a = chip -> main\n  heat b = chip -> main\n}\n");
        Assert.Equal(4, found.Location.Position.Line);
    }

    [Fact]
    public void A_name_of_the_library_that_is_not_used_yet_is_traced_to_its_module() =>
        Assert.Contains("`icx.fiber` declares it", Icx.Mistake("module a\npart Patch : smf(2 m)\n").Help, StringComparison.Ordinal);

    [Fact]
    public void A_param_cannot_be_set_from_within_a_design() =>
        Assert.Contains(
            "is a param",
            Icx.Mistake("module a\nparam reach : length = 3 m\ndesign D { board b { latency = reach * 5 ns/m }\n  reach = 2 m }\n").Help,
            StringComparison.Ordinal);

    [Fact]
    public void A_percentage_without_its_sign_is_guessed() =>
        Assert.Equal("12 %", Icx.Mistake("module a\npart L : laser { launch = 20 dBm; efficiency = 12 }\n").Replacement);
}
