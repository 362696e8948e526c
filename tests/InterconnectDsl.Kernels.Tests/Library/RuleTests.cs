using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Library;

namespace InterconnectDsl.Kernels.Tests.Library;

/// <summary>Every rule of the library holds for a good design and fails for the one mistake it is there to find.</summary>
public class RuleTests
{
    private const string Good = """
        use icx.oif.{Xsr112, CoPackaged3200, Elsfp}
        use icx.connectors.{Mpo8, Mpo16, MpoPm12}
        use icx.ieee.{Dr4, Fr4}
        use icx.fiber.{smf, pmf}
        use icx.electrical.{trace, Abf, Megtron7, mated_contact}
        use icx.pluggable.{Osfp, OsfpDr8}
        use icx.oif.{Vsr112, LpoMsa112}

        part Half : CoPackaged3200 { lanes = 8; bandwidth = 800 Gb/s per_direction; size = 20 mm by 20 mm }
        part Asic : die { size = 20 mm by 20 mm; power = 100 W; lanes = 24; io = Xsr112 }
        part Plain : die { size = 20 mm by 20 mm; power = 100 W; lanes = 8; io = Vsr112 }
        param inlet : temperature = 35 degC

        design Probed {
          board main { material = Megtron7 }
          panel face on main
          package sw on main {
            substrate base : Abf { size = 120 mm by 120 mm }
            die    asic   : Asic on base at center
            engine oe[2]  : Half on base at ring(45 mm) { }
          }
          laser     els       : Elsfp   on face { }
          connector light     : MpoPm12 on face { }
          connector port[2]   : Mpo16   on face { }
          feed cw[f in 4]     = els -> pmf(1 m) -> light -> oe[f div 2] { }
          link lane[i in 16]  = asic <-> trace() -> oe[i div 8] -> smf(1 m) -> port[i div 8] -> smf(100 m) -> mirror { light = cw[i div 4] }
          heat core           = asic -> lid(0.1 K/W) -> inlet
          heat warm[k in 2]   = oe[k] -> lid(1 K/W) -> inlet

          package other on main { substrate floor : Abf; die plain : Plain on floor }
          cage   slot : Osfp on face
          engine m    : OsfpDr8 on slot { }
          link wide[i in 8] = plain <-> trace(100 mm) -> slot -> m -> m.nose -> smf(100 m) -> mirror { }
          blast_limit = 40 %
        }
        """;

    // Lines of the good design that many mistakes replace.
    private const string Module = "engine m    : OsfpDr8 on slot { }";
    private const string Port = "connector port[2]   : Mpo16   on face { }";
    private const string Engines = "engine oe[2]  : Half on base at ring(45 mm) { }";
    private const string Laser = "laser     els       : Elsfp   on face { }";
    private const string Wide = "plain <-> trace(100 mm) -> slot -> m -> m.nose -> smf(100 m) -> mirror { }";

    /// <summary>Rule, what is replaced in the good design, and by what.</summary>
    public static TheoryData<string, string, string> Mistakes => new()
    {
        { "pair_meets_on_a_board", "package other on main", "board side\npackage other on side" },
        { "agreement_is_no_class", Module, "engine m : OsfpDr8 on slot { agreement = co_packaging }" },
        {
            "socket_joins_nothing", "package other on main { substrate floor : Abf; die plain : Plain on floor }\n  cage   slot : Osfp on face",
            "socket one on main\ndie plain : Plain on one\ncage slot : Osfp on one"
        },
        {
            "classes_account_for_the_dies", "smf(100 m) -> mirror { }",
            "smf(100 m) -> mirror { lane_rate = 100 Gb/s }\ndie idle : Asic on base { driven = 200 Gb/s }"
        },
        { "linear_means_no_dsp", "io = Vsr112", "io = LpoMsa112" },
        { "package_trace_is_short", "asic <-> trace()", "asic <-> trace(51 mm)" },
        { "channel_closes", "plain <-> trace(100 mm)", "plain <-> trace(600 mm)" },
        { "channel_keeps_guard", "asic <-> trace()", "asic <-> trace(80 mm)" },
        { "baud_is_in_class", "io = Xsr112", "io = Xsr112 { baud_max = 50 GBd }" },
        { "channel_stays_in_reach", "asic <-> trace()", "asic <-> trace(51 mm)" },
        { "contacts_stay_in_class", "asic <-> trace()", "asic <-> trace(12 mm) -> mated_contact" },
        { "budget_is_at_nyquist", "io = Xsr112", "io = Xsr112 { budget_frequency = 28 GHz }" },
        { "linear_channel_is_long_enough", "io = Xsr112", "io = Xsr112 { least = 6 dB }" },
        { "ends_are_alike", Wide, "plain <-> trace(100 mm) -> slot -> m -> m.nose -> smf(100 m) -> oe[0]" },
        { "wiring_has_a_material", "board main { material = Megtron7 }", "board main" },
        { "transmitter_is_strong_enough", Module, "engine m : OsfpDr8 on slot { average = -2 dBm }" },
        { "eye_is_open_enough", Module, "engine m : OsfpDr8 on slot { tdecq = 3.5 dB }" },
        { "extinction_is_deep_enough", Module, "engine m : OsfpDr8 on slot { er = 3.4 dB }" },
        { "link_closes", Module, "engine m : OsfpDr8 on slot { average = -6 dBm }" },
        { "link_keeps_guard", Module, "engine m : OsfpDr8 on slot { average = -3.5 dBm }" },
        { "plant_is_in_budget", Port, "connector port[2] : Mpo16 on face { optical_loss = 1.5 dB }" },
        { "transmitter_is_not_too_strong", Module, "engine m : OsfpDr8 on slot { average = 4 dBm }" },
        { "receiver_is_not_overloaded", Module, "engine m : OsfpDr8 on slot { average = 6 dBm }" },
        { "receiver_is_not_damaged", Module, "engine m : OsfpDr8 on slot { average = 6 dBm }" },
        { "reach_is_in_agreement", "m.nose -> smf(100 m)", "m.nose -> smf(600 m)" },
        { "connectors_reflect_little", Port, "connector port[2] : Mpo16 on face { reflectance = -20 dB }" },
        { "ends_speak_one_interface", Wide, "plain <-> trace(100 mm) -> slot -> m -> m.nose -> smf(100 m) -> fr" },
        { "light_suffices", "els -> pmf(1 m)", "els -> pmf(10 km)" },
        { "laser_power_is_supplied", Laser, "laser els : Elsfp on face { efficiency = 2 % }" },
        { "feed_keeps_polarization", "els -> pmf(1 m)", "els -> smf(1 m)" },
        { "few_lanes_share_a_laser", "light = cw[i div 4]", "light = cw[2 * (i div 8)]" },
        { "every_light_is_used", "light = cw[i div 4]", "light = cw[2 * (i div 8)]" },
        { "laser_has_the_fibers", Laser, "laser els : Elsfp on face { emitters = 3 }" },
        { "laser_is_in_class", Laser, "laser els : Elsfp on face { launch = 22 dBm }" },
        { "coupler_bears_the_light", Engines, "engine oe[2] : Half on base at ring(45 mm) { light_max = 17 dBm }" },
        { "laser_has_the_wavelengths", Laser, "laser els : Elsfp on face { wavelengths = cwdm4 }" },
        { "every_lane_is_lit", "light = cw[i div 4]", "lane_rate = 100 Gb/s" },
        { "interface_states_its_limits", Module, "engine m : OsfpDr8 on slot { pmd = Dr200 }" },
        { "lane_has_fiber", "m.nose -> smf(100 m) -> mirror { }", "m.nose -> oe[0]" },
        { "fibers_fit", "connector port[2]   : Mpo16", "connector port[2] : Mpo8" },
        { "single_mode_ferrules_are_angled", Port, "connector port[2] : Mpo16 on face { polish = upc }" },
        { "polish_matches", Port, "connector port[2] : Mpo16 on face { mate_polish = upc }" },
        { "connectors_intermate", Port, "connector port[2] : Mpo16 on face { mate_family = mpo12 }" },
        { "ferrules_are_of_one_sort", "connector light     : MpoPm12 on face { }", "connector light : Mpo16 on face { }" },
        { "bends_are_wide_enough", "oe[i div 8] -> smf(1 m)", "oe[i div 8] -> smf(1 m) { bend = 20 mm }" },
        { "connectors_leave_room", Port, "connector port[2] : Mpo16 on face { optical_loss = 1.6 dB }" },
        { "edge_carries_bandwidth", Engines, "engine oe[2] : Half on base at ring(45 mm) { edge = 5 mm }" },
        { "fibers_fit_on_edge", Engines, "engine oe[2] : Half on base at ring(45 mm) { fiber_pitch = 500 um }" },
        { "engines_fit_on_substrate", Engines, "engine oe[2] : Half on base at ring(45 mm) { edge = 300 mm }" },
        { "engines_keep_apart", "at ring(45 mm) { }", "at center { }" },
        { "ports_fit_on_face", "panel face on main", "panel face on main { width = 20 mm }" },
        { "engine_carries_its_lanes", "link lane[i in 16]", "link lane[i in 15]" },
        { "die_has_the_lanes", "lanes = 24", "lanes = 15" },
        { "payload_fits_the_line", "pmd = Fast", "pmd = Fast" },
        { "module_fits_its_cage", Module, "engine m : OsfpDr8 on slot { power = 19 W }" },
        { "stays_cool_enough", "lid(0.1 K/W)", "lid(0.8 K/W)" },
        { "neighbours_keep_their_heat", "blast_limit = 40 %", "blast_limit = 40 %\ninfluence near[k in 2] = asic -> oe[k] { psi = 0.2 K/W }" },
        { "failure_stays_small", "blast_limit = 40 %", "blast_limit = 20 %" },
        {
            "parts_have_a_second_source", "blast_limit = 40 %",
            "blast_limit = 40 %\nsecond_sourced = true\ncooler window on main { maker = \"Kyocera\"; layer = ceramics }"
        },
        { "makers_are_named", "blast_limit = 40 %", "blast_limit = 40 %\nsecond_sourced = true\ncooler window on main { price = 4 USD }" },
        { "lasers_can_be_replaced", Module, "engine m : OsfpDr8 on slot { swap = return_whole }" },
    };

    [Fact]
    public void A_good_design_gives_no_word()
    {
        Assert.Empty(LibraryDesign.Check(Good).Diagnostics.Select(d => $"{d.Code} {d.Message}"));
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_found_by_its_rule(string rule, string right, string wrong)
    {
        var text = Prepare(right, wrong);
        var found = LibraryDesign.Check(text).Diagnostics;
        var failure = found.FirstOrDefault(d => d.Code == "icx_" + rule);
        Assert.True(failure is not null, string.Join("\n", found.Select(d => $"{d.Code} {d.Message}")));
        Assert.DoesNotContain("{", failure!.Message, StringComparison.Ordinal);
        Assert.NotEqual(0, failure.Location.Span.Length);
    }

    [Fact]
    public void Every_rule_of_the_library_has_its_mistake()
    {
        var rules = StandardLibrary.Modules.Where(m => m.StartsWith("icx.rules.", StringComparison.Ordinal)).SelectMany(m => StandardLibrary.TextOf(m)!.Split('\n'))
            .Select(line => line.Split(' '))
            .Where(words => words[0] == "rule" || (words[0] is "warning" or "note" && words[1] == "rule"))
            .Select(words => words[0] == "rule" ? words[1] : words[2]).ToList();
        Assert.Equal(rules.Order(), Mistakes.Select(row => (string)row[0]).Order());
    }

    [Fact]
    public void A_verdict_on_an_unconfirmed_constant_asks_to_confirm_it()
    {
        // 88 mm of build-up film lose 10.2 dB of a budget of 10 that nobody has confirmed, and a fifth more would hold them.
        var found = LibraryDesign.Check(Good.Replace("asic <-> trace()", "asic <-> trace(88 mm)")).Diagnostics;
        var failure = Assert.Single(found, d => d.Code == "icx_channel_closes");
        Assert.Equal(Severity.Warning, failure.Severity);
        Assert.Contains("confirm", failure.Message, StringComparison.Ordinal);
    }

    private static string Prepare(string right, string wrong)
    {
        var text = Good;
        if (right == "pmd = Fast")
        {
            return text.Replace(Module, "engine m : OsfpDr8 on slot { bandwidth = 1.6 Tb/s per_direction }");
        }

        if (wrong.Contains("io = Xsr112 {", StringComparison.Ordinal))
        {
            var body = wrong[wrong.IndexOf('{')..];
            return text.Replace("part Asic", "part Tight : Xsr112 " + body + "\npart Asic").Replace("io = Xsr112", "io = Tight");
        }

        if (wrong.Contains("Dr200", StringComparison.Ordinal))
        {
            text = text.Replace("use icx.ieee.{Dr4, ", "use icx.ieee.{Dr4, Dr200, ");
        }

        if (wrong.EndsWith("-> fr", StringComparison.Ordinal))
        {
            wrong += "\npackage away on main { substrate own : Abf; engine fr : FarEngine on own }";
            text = text.Replace("part Asic", "part FarEngine : Half { pmd = Fr4; dsp = both; average = 1 dBm }\npart Asic");
        }

        Assert.Contains(right, text, StringComparison.Ordinal);
        return text.Replace(right, wrong);
    }
}
