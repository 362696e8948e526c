using InterconnectDsl.Language.Diagnostics;

namespace InterconnectDsl.Kernels.Tests.Library;

/// <summary>What a structure amounts to: every row of the table of classes, and what must not decide.</summary>
public class ArchitectureTests
{
    private const string Head = """
        use icx.oif.{Xsr112, XsrPlus112, Linear112, Vsr112, CoPackaged3200}
        use icx.d2d.{UcieStandard}
        use icx.electrical.{trace, Megtron7, AbfFilm}
        use icx.fiber.{smf}
        part Asic : die { size = 20 mm by 20 mm; io = Xsr112 }
        part Cpu : die { size = 20 mm by 20 mm; io = UcieStandard; role = compute }

        """;

    /// <summary>A link of one lane; the mounts are what differs.</summary>
    private static string Design(string mounts, string die = "Asic", string run = "trace(20 mm) { material = AbfFilm }", string engine = "oe") =>
        Head + "design Probed {\n" + mounts.Replace("DIE", "die asic : " + die)
        + "\n  link lane = asic <-> " + run + " -> " + engine + " -> smf(10 m) -> mirror\n}\n";

    private const string OnSubstrate = "board main\npackage sw on main { substrate base; DIE on base; engine oe : CoPackaged3200 on base }";
    private const string OnOwnSubstrates = """
        board main { material = Megtron7 }
        package sw on main { substrate base; DIE on base }
        package em on main { substrate own; engine oe : CoPackaged3200 on own }
        """;

    private const string InCage = """
        board main { material = Megtron7 }
        panel face on main
        package sw on main { substrate base; DIE on base }
        cage slot on face { power_class = 40 W }
        engine oe : CoPackaged3200 on slot
        """;

    private const string OnInterposers =
        "board main\npackage sw on main { substrate base; interposer a on base; interposer b on base; DIE on a; engine oe : CoPackaged3200 on b }";

    private const string OnFineBoard =
        "board main\nhd_interposer fine on main\nsubstrate a on fine\nsubstrate b on fine\nDIE on a\nengine oe : CoPackaged3200 on b";

    private const string InOneSocket =
        "board main\nsocket both on main\nsubstrate a on both\nsubstrate b on both\nDIE on a\nengine oe : CoPackaged3200 on b";

    private const string OnTwoCards = "board back\nboard left on back\nboard right on back\nDIE on left\nengine oe : CoPackaged3200 on right";
    private const string OnTwoBoards =
        "board left\nboard right\nsubstrate a on left\nDIE on a\nsubstrate b on right\nengine oe : CoPackaged3200 on b";


    public static TheoryData<string, string, string> Structures => new()
    {
        { "one substrate", Design(OnSubstrate), "cpo" },
        { "one interposer", Design(Sharing("substrate base; interposer si on base; DIE on si", "si")), "cpo" },
        { "one glass core", Design(Sharing("glass core; DIE on core", "core")), "cpo" },
        { "stacked on the die", Design(Sharing("substrate base; DIE on base", "asic")), "cpo" },
        { "sockets on one substrate", Design(Sharing("substrate base; DIE on base; socket lga on base", "lga")), "cpo" },
        { "interposers of their own on one substrate", Design(OnInterposers), "cpo" },
        { "substrates of their own", Design(OnOwnSubstrates), "npo" },
        { "substrates of their own in one socket", Design(InOneSocket), "npo" },
        { "one high-density board", Design(OnFineBoard), "npo" },
        { "a long trace of a short interface", Design(OnOwnSubstrates, run: "trace(400 mm)"), "npo" },
        { "a short trace of a long interface", Design(Driving("Vsr112"), run: "trace(150 mm)"), "npo" },
        { "a long trace of a long interface", Design(Driving("Vsr112"), run: "trace(151 mm)"), "obo" },
        { "a linear interface", Design(Driving("Linear112"), run: "trace(300 mm)"), "npo" },
        { "two boards", Design(OnTwoBoards), "unresolved" },
        { "cards on a backplane", Design(OnTwoCards), "unresolved" },
        { "no board", Design("substrate base\nDIE on base\nengine oe : CoPackaged3200 on base"), "unresolved" },
        { "passive copper on the substrate", Design("board main\nsubstrate base on main\nDIE on base\ncopper_assembly oe on base"), "cpc" },
        { "passive copper on the board", Design("board main\nsubstrate base on main\nDIE on base\ncopper_assembly oe on main"), "copper" },
    };

    private static string Sharing(string carriers, string host) =>
        "board main\npackage sw on main { " + carriers + "; engine oe : CoPackaged3200 on " + host + " }";

    private static string Driving(string channel) => OnOwnSubstrates.Replace("DIE on base", "die asic : Asic on base { io = " + channel + " }");

    [Theory]
    [MemberData(nameof(Structures))]
    public void A_structure_is_of_one_class(string structure, string text, string form)
    {
        Assert.NotNull(structure);
        Assert.Equal(form, LibraryDesign.Text(text, "lane.form"));
        Assert.Equal(form, LibraryDesign.Text(text, "architecture"));
    }

    [Theory]
    [InlineData("neither", "linear")]
    [InlineData("transmit", "lro")]
    [InlineData("receive", "lro")]
    [InlineData("both", "retimed")]
    public void An_engine_in_a_cage_is_pluggable_and_its_DSP_says_which(string dsp, string signal)
    {
        var text = Design(InCage.Replace("on slot", $"on slot {{ dsp = {dsp} }}"));
        Assert.Equal("pluggable", LibraryDesign.Text(text, "lane.form"));
        Assert.Equal(signal, LibraryDesign.Text(text, "lane.signal"));
    }

    [Fact]
    public void Optical_IO_of_a_processor_is_a_facet_beside_its_class()
    {
        var text = Design(OnSubstrate, die: "Cpu");
        Assert.Equal("cpo", LibraryDesign.Text(text, "lane.form"));
        Assert.Equal(1, LibraryDesign.Number(text, "if lane.oio then 1 else 0"));
        Assert.Equal(0, LibraryDesign.Number(Design(OnSubstrate), "if lane.oio then 1 else 0"));
    }

    [Fact]
    public void Proofs_name_the_things()
    {
        Assert.Equal("sw.asic and sw.oe share sw.base", LibraryDesign.Text(Design(OnSubstrate), "proof"));
        Assert.Equal(
            "sw.asic stands on sw.base and em.oe on em.own, which share only the board main; 20 mm of trace apart",
            LibraryDesign.Text(Design(OnOwnSubstrates), "proof"));
    }

    [Fact]
    public void A_false_claim_names_the_two_substrates()
    {
        var found = LibraryDesign.Check(Design(OnOwnSubstrates + "\narchitecture = cpo"));
        var claim = Assert.Single(found.Diagnostics, d => d.Code == "ICX3140");
        Assert.Equal(Severity.Error, claim.Severity);
        Assert.Contains("sw.base", claim.Message, StringComparison.Ordinal);
        Assert.Contains("em.own", claim.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pair_without_a_common_board_is_an_error_and_has_no_class()
    {
        var found = LibraryDesign.Check(Design("board left\nboard right\nDIE on left\nengine oe : CoPackaged3200 on right"));
        Assert.Contains(found.Diagnostics, d => d.Code == "icx_pair_meets_on_a_board" && d.Severity == Severity.Error);
    }

    [Fact]
    public void Links_of_different_classes_make_a_hybrid_with_the_bandwidth_of_each()
    {
        var text = Head + """
            design Probed {
              board main { material = Megtron7 }
              package sw on main { substrate base; die asic : Asic on base; engine oe : CoPackaged3200 on base }
              package em on main { substrate own; engine ne : CoPackaged3200 on own }
              link inside[8]  = asic <-> trace(20 mm) -> oe -> smf(10 m) -> mirror
              link outside[4] = asic <-> trace(20 mm) -> ne -> smf(10 m) -> mirror
            }
            """;
        Assert.Equal("hybrid", LibraryDesign.Text(text, "architecture"));
        Assert.Equal(800, LibraryDesign.Number(text, "per_direction(cpo_bandwidth) in Gb/s"), 6);
        Assert.Equal(400, LibraryDesign.Number(text, "per_direction(npo_bandwidth) in Gb/s"), 6);
    }
}
