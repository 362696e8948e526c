namespace InterconnectDsl.Kernels.Tests.Library;

/// <summary>Formulas of the library against numbers that are published, or worked out with another tool.</summary>
public class WorkedNumberTests
{
    [Theory]
    [InlineData("26.5625 GHz", 0.7711)]
    [InlineData("53.125 GHz", 1.2683)]
    [InlineData("56 GHz", 1.3188)]
    public void A_laminate_known_at_28_GHz_scales_by_its_two_terms(string frequency, double decibel)
    {
        var text = Wire("Megtron7", $"laminate_loss(material, {frequency}, length)");
        Assert.Equal(decibel, LibraryDesign.Number(text, "w.electrical_loss in dB"), 4);
    }

    [Fact]
    public void A_laminate_given_as_two_terms_is_taken_at_its_word()
    {
        // 0.08 sqrt(53.125) + 0.01163 x 53.125 dB an inch.
        Assert.Equal(1.2009, LibraryDesign.Number(Wire("Em896k3", "laminate_loss(material, 53.125 GHz, length)"), "w.electrical_loss in dB"), 4);
    }

    [Theory]
    [InlineData("4.2", "0.02", 2.517)]
    [InlineData("3.35", "0.002", 0.2248)]
    public void Dielectric_loss_follows_the_textbook(string dk, string df, double decibelPerInch)
    {
        var text = Wire("Megtron7", $"dielectric_loss(26.5625 GHz, {dk}, {df}) * length");
        Assert.Equal(decibelPerInch, LibraryDesign.Number(text, "w.electrical_loss in dB"), 3);
    }

    private static string Wire(string material, string loss) =>
        $"use icx.electrical.{{{material}, dielectric_loss}}\n"
        + $"part Probe : wire {{ length = 1 inch; material = {material}; electrical_loss = {loss} }}\n"
        + "design Probed { wire w : Probe }\n";

    private static string Interface(string pmd) =>
        $"use icx.ieee.{{{pmd}}}\npart Probe : engine {{ pmd = {pmd}; lanes = 1; bandwidth = 50 Gb/s per_direction }}\n"
        + "design Probed { engine e : Probe }\n";

    private const string Pluggable = """
        use icx.oif.{Vsr112}
        use icx.pluggable.{Osfp, OsfpDr8}
        use icx.connectors.{Mpo16}
        use icx.fiber.{smf}
        use icx.electrical.{trace, vias, Megtron7}
        part Escape : step { electrical_loss = 4.0 dB; in_package = true }
        part Host : die { size = 20 mm by 20 mm; lanes = 8; io = Vsr112 }
        part Jumper : Mpo16 { optical_loss = 0.35 dB }
        design Probed {
          board main { material = Megtron7 }
          panel face on main
          package sw on main { substrate base; die asic : Host on base }
          cage osfp : Osfp on face
          engine m : OsfpDr8 on osfp { m_nose }
          connector jumper : Jumper on face
          link lane[8] = asic <-> Escape -> vias(2) -> trace(8 inch) -> osfp -> m -> jumper -> smf(500 m) -> mirror
          blast_limit = 100 %
        }
        """;

    [Fact]
    public void A_channel_is_the_sum_of_package_vias_trace_and_contact()
    {
        // 4.0 + 2 x 0.5 + 8 x 0.7711 + 1.5 dB; the class allows 16 from bump to module.
        var text = Pluggable.Replace("{ m_nose }", "");
        Assert.Equal(12.669, LibraryDesign.Number(text, "max(lane.channel) in dB"), 3);
        Assert.Equal(3.331, LibraryDesign.Number(text, "min(lane.electrical_margin) in dB"), 3);
    }

    [Fact]
    public void A_budget_from_the_balls_leaves_the_package_out()
    {
        var text = Pluggable.Replace("{ m_nose }", "").Replace("Vsr112", "C2m100").Replace("use icx.oif.{C2m100}", "use icx.electrical.{C2m100}");
        Assert.Equal(8.669, LibraryDesign.Number(text, "max(lane.channel) in dB"), 3);
    }

    [Fact]
    public void A_DR4_lane_closes_as_the_IEEE_budget_does()
    {
        // 1.0 dBm at 6 dB extinction is an OMA of 1.7808; 500 m and two connectors lose 0.875; 0.1 of penalties; a TDECQ of 1.8 asks for -3.5.
        var text = Pluggable.Replace("{ m_nose }", "");
        Assert.Equal(1.7808, LibraryDesign.Number(text, "min(lane.tx_oma) in dBm"), 4);
        Assert.Equal(0.875, LibraryDesign.Number(text, "max(lane.plant) in dB"), 9);
        Assert.Equal(-3.5, LibraryDesign.Number(text, "max(lane.sensitivity) in dBm"), 9);
        Assert.Equal(4.306, LibraryDesign.Number(text, "min(lane.margin) in dB"), 3);
    }

    [Theory]
    [InlineData(3.5, -1.1637)]
    [InlineData(4.5, -0.2116)]
    [InlineData(5, 0.1661)]
    [InlineData(6, 0.7808)]
    [InlineData(8, 1.622)]
    public void OMA_is_over_average_power_by_what_the_extinction_ratio_says(double er, double decibel)
    {
        var text = Pluggable.Replace("{ m_nose }", FormattableString.Invariant($"{{ er = {er} dB; average = 0 dBm }}"));
        Assert.Equal(decibel, LibraryDesign.Number(text, "min(lane.tx_oma) in dBm"), 3);
    }

    [Theory]
    [InlineData(6, 1.8, -0.4)]
    [InlineData(6, 1.0, -0.8)]
    [InlineData(4.9, 1.8, -0.1)]
    public void The_transmitter_limit_follows_TDECQ_and_extinction_ratio(double er, double tdecq, double limit)
    {
        var text = Pluggable.Replace("{ m_nose }", FormattableString.Invariant($"{{ er = {er} dB; tdecq = {tdecq} dB }}"));
        Assert.Equal(limit, LibraryDesign.Number(text, "max(lane.tx_limit) in dBm"), 9);
    }

    [Theory]
    [InlineData("Dr4")]
    [InlineData("Fr4")]
    [InlineData("Lr4")]
    [InlineData("Fr1")]
    [InlineData("Lr1")]
    [InlineData("Oci200")]
    [InlineData("Sr4")]
    public void Every_interface_closes(string pmd)
    {
        // Floor less plant less penalties is the receiver's floor, and likewise for the slopes: each row of the standards is consistent in itself.
        var text = Interface(pmd);
        Assert.Equal(0, LibraryDesign.Number(text, "(e.pmd.oma_floor - e.pmd.plant_max - e.pmd.allocated - e.pmd.rx_floor) in dB"), 9);
        Assert.Equal(0, LibraryDesign.Number(text, "(e.pmd.oma_slope - e.pmd.plant_max - e.pmd.allocated - e.pmd.rx_slope) in dB"), 9);
    }

    [Theory]
    [InlineData("Dr1", 51.2)]
    [InlineData("Dr4", 25.6)]
    [InlineData("Dr8", 25.6)]
    public void Codewords_take_the_time_of_their_bits(string pmd, double nanoseconds)
    {
        var text = Interface(pmd);
        Assert.Equal(nanoseconds, LibraryDesign.Number(text, "(e.pmd.fec_latency - e.pmd.fec_processing) in ns"), 9);
    }

    [Theory]
    [InlineData(10, 48.95)]
    [InlineData(50, 244.77)]
    [InlineData(500, 2447.7)]
    [InlineData(2000, 9790.8)]
    public void Light_needs_4_8954_ns_for_a_metre_of_fiber(double metres, double nanoseconds)
    {
        var text = FormattableString.Invariant($"use icx.fiber.{{smf}}\npart Span : smf({metres} m) {{ }}\ndesign Probed {{ fiber f : Span }}\n");
        Assert.Equal(nanoseconds, LibraryDesign.Number(text, "f.latency in ns"), 1);
    }

    [Fact]
    public void Heat_of_a_die_and_two_engines_follows_the_measured_influence_matrix()
    {
        // Psi = [[.04 .01 .01] [.012 1.5 .05] [.012 .05 1.5]] K/W, P = [1000 18 18] W over 30 degC: 70.36, 69.90, 69.90 degC.
        const string text = """
            use icx.ieee.{Dr4}
            part Hot : die { power = 1000 W }
            part Warm : engine { pmd = Dr4; lanes = 4; bandwidth = 400 Gb/s per_direction; power = 18 W }
            param inlet : temperature = 30 degC
            design Probed {
              board main
              substrate base on main { die asic : Hot; engine oe[2] : Warm }
              heat a       = asic -> coldplate(0.04 K/W) -> inlet
              heat b[k in 2] = oe[k] -> coldplate(1.5 K/W) -> inlet
              influence x[k in 2] = asic -> oe[k] { psi = 0.012 K/W }
              influence y[k in 2] = oe[k] -> asic { psi = 0.01 K/W }
              influence z[k in 2] = oe[k] -> oe[1 - k] { psi = 0.05 K/W }
            }
            """;
        Assert.Equal(70.36, LibraryDesign.Number(text, "asic.temperature in degC"), 9);
        Assert.Equal(69.90, LibraryDesign.Number(text, "max(oe.temperature) in degC"), 9);
        Assert.Equal(12.9, LibraryDesign.Number(text, "max(oe.neighbour_rise) in K"), 9);
    }

    [Fact]
    public void Sources_that_share_a_cold_plate_heat_each_other_through_it()
    {
        // 35 + 0.01 x (300 + 2 x 50) + 0.1 x 300 = 69; an engine 35 + 0.01 x 400 + 0.5 x 50 = 64 degC.
        const string text = """
            use icx.ieee.{Dr4}
            part Hot : die { power = 300 W }
            part Warm : engine { pmd = Dr4; lanes = 4; bandwidth = 400 Gb/s per_direction; power = 50 W }
            part Plate : cooler { resistance = 0.01 K/W }
            param inlet : temperature = 35 degC
            design Probed {
              board main
              substrate base on main { die asic : Hot; engine oe[2] : Warm }
              cooler plate : Plate
              heat a         = asic -> lid(0.1 K/W) -> plate -> inlet
              heat b[k in 2] = oe[k] -> lid(0.5 K/W) -> plate -> inlet
            }
            """;
        Assert.Equal(400, LibraryDesign.Number(text, "plate.heat_flow in W"), 9);
        Assert.Equal(69, LibraryDesign.Number(text, "asic.temperature in degC"), 9);
        Assert.Equal(64, LibraryDesign.Number(text, "max(oe.temperature) in degC"), 9);
    }

    [Fact]
    public void Failures_in_time_add_up_to_a_chance_a_year()
    {
        // 200 + 16 x 100 + 128 x 50 + 16 x 100 + 50 = 9850 FIT; 1 - exp(-8766 h x 9850e-9) = 8.27 %.
        const string text = """
            part A : step { fit = 200 FIT }
            part B : step { fit = 100 FIT }
            part C : step { fit = 50 FIT }
            design Probed { step a : A; step b[16] : B; step c[128] : C; step d[16] : B; step e : C }
            """;
        Assert.Equal(9850, LibraryDesign.Number(text, "fit in FIT"), 6);
        Assert.Equal(0.0827, LibraryDesign.Number(text, "annual_failure"), 4);
    }

    [Theory]
    [InlineData("Dr8", 8, "800 Gb/s", 16)]
    [InlineData("Dr4", 32, "3.2 Tb/s", 64)]
    [InlineData("Dr200", 8, "1.6 Tb/s", 16)]
    [InlineData("Dr200", 16, "3.2 Tb/s", 32)]
    [InlineData("Fr4", 32, "3.2 Tb/s", 16)]
    [InlineData("Fr4", 8, "800 Gb/s", 4)]
    [InlineData("Oci200", 64, "3.2 Tb/s", 16)]
    public void An_interface_takes_the_fibers_its_wavelengths_leave(string pmd, int lanes, string rate, int fibers)
    {
        var text = $"use icx.ieee.{{{pmd}}}\nuse icx.fiber.{{smf}}\nuse icx.electrical.{{trace}}\nuse icx.oif.{{Xsr112}}\n"
            + $"part Probe : engine {{ pmd = {pmd}; lanes = {lanes}; bandwidth = {rate} per_direction }}\npart Asic : die {{ io = Xsr112 }}\n"
            + $"design Probed {{\n  board main\n  substrate base on main {{ die asic : Asic; engine e : Probe }}\n"
            + $"  link lane[{lanes}] = asic <-> trace(9 mm) -> e -> smf(5 m) -> mirror\n}}\n";
        Assert.Equal(fibers, LibraryDesign.Number(text, "e.fibers"));
        Assert.Equal(fibers, LibraryDesign.Number(text, "data_fibers"));
    }

    [Fact]
    public void A_spare_engine_counts_in_no_bandwidth_and_in_all_cost()
    {
        const string text = """
            use icx.oif.{Xsr112, CoPackaged3200}
            use icx.electrical.{trace}
            use icx.fiber.{smf}
            part Asic : die { io = Xsr112 }
            design Probed {
              board main
              substrate base on main { die asic : Asic; engine oe[3] : CoPackaged3200 }
              oe[2] { spare = true }
              link lane[i in 96] = asic <-> trace(9 mm) -> oe[i div 32] -> smf(5 m) -> mirror
            }
            """;
        Assert.Equal(6.4, LibraryDesign.Number(text, "per_direction(bandwidth) in Tb/s"), 9);
        Assert.Equal(2, LibraryDesign.Number(text, "engines"));
        Assert.Equal(3000, LibraryDesign.Number(text, "unit_cost in USD"), 9);
    }
}
