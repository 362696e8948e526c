namespace InterconnectDsl.Kernels.Tests.Library;

/// <summary>Failure rates, what they take back, and what stands by, against sums and binomials worked by hand.</summary>
public class ServiceabilityTests
{
    /// <summary>A die of 200 FIT, 16 engines of 100, 128 lasers of 50 in 16 modules that fail with 100 beside, and 50 for the rest: 9850 FIT, of which 1850 go back.</summary>
    private const string Switch = """
        use icx.oif.{Xsr112, CoPackaged3200, Elsfp}
        use icx.connectors.{Mpo16, MpoPm12}
        use icx.fiber.{smf, pmf}
        use icx.electrical.{trace, Abf}

        part Asic   : die { size = 32 mm by 26 mm; power = 480 W; lanes = 512; io = Xsr112; fit = 200 FIT }
        part Engine : CoPackaged3200 { fit = 100 FIT }
        part Module : Elsfp { fit = 8 * 50 FIT + 100 FIT }
        part Spared : Elsfp { emitters = 9; spare_emitters = 1; fit = 9 * 50 FIT }
        part Bare   : Elsfp { fit = 8 * 50 FIT }

        design Switch51 {
          board main
          panel face
          package sw on main {
            substrate base   : Abf { size = 140 mm by 140 mm; fit = 50 FIT; swap = return_whole }
            die       asic   : Asic   on base at center
            engine    oe[16] : Engine on base at ring(56 mm)
          }
          laser     els[16]   : Module  on face
          connector light[16] : MpoPm12 on face
          connector port[64]  : Mpo16   on face
          feed cw[f in 128]   = els[f div 8] -> pmf(0.8 m) -> light[f div 8] -> oe[f div 8]
          link lane[i in 512] = asic <-> trace() -> oe[i div 32] -> smf(0.6 m) -> port[i div 8] -> smf(100 m) -> mirror { light = cw[i div 4] }
        }

        design Lasers {
          board main
          panel face
          laser spared : Spared on face
          laser bare   : Bare   on face
        }
        """;

    [Fact]
    public void Failure_rates_add_up_and_those_that_take_the_whole_back_stand_apart()
    {
        Assert.Equal(9850, LibraryDesign.Number(Switch, "fit in FIT"), 6);
        Assert.Equal(1850, LibraryDesign.Number(Switch, "return_fit in FIT"), 6);
        Assert.Equal(8000, LibraryDesign.Number(Switch, "service_fit in FIT"), 6);
        Assert.Equal(0, LibraryDesign.Number(Switch, "tray_fit in FIT"), 6);

        // 1 - exp(-8766 h x 9850e-9 / h), and the hours between failures that take it back.
        Assert.Equal(8.2722, LibraryDesign.Number(Switch, "annual_failure in %"), 4);
        Assert.Equal(540_541, LibraryDesign.Number(Switch, "1 / return_fit in h"), 0);
    }

    [Fact]
    public void An_engine_and_a_laser_module_each_take_a_sixteenth()
    {
        Assert.Equal(3.2e12, LibraryDesign.Number(Switch, "oe[0].blast in b/s"), 0);
        Assert.Equal(3.2e12, LibraryDesign.Number(Switch, "els[0].blast in b/s"), 0);
        Assert.Equal(1 / 16.0, LibraryDesign.Number(Switch, "els[0].blast / payload"), 12);
    }

    // A 51.2 Tb/s switch of eight engines of 6.4 Tb/s: one takes an eighth.
    [Fact]
    public void One_engine_of_eight_takes_an_eighth()
    {
        var eight = Switch.Replace("part Engine : CoPackaged3200 { fit = 100 FIT }", "part Engine : CoPackaged3200 { lanes = 64; bandwidth = 6.4 Tb/s per_direction; fit = 100 FIT }")
            .Replace("oe[16]", "oe[8]").Replace("-> oe[f div 8]", "-> oe[f div 16]").Replace("oe[i div 32]", "oe[i div 64]");
        Assert.Equal(0.125, LibraryDesign.Number(eight, "oe[0].blast / payload"), 12);
    }

    // Eight lasers of 50 FIT over five years of 8766 h: 0.997811 each; all of eight, and eight of nine.
    [Fact]
    public void A_laser_that_stands_by_makes_a_module_outlive_its_mission()
    {
        var lasers = Switch[..Switch.IndexOf("design Switch51", StringComparison.Ordinal)] + Switch[Switch.IndexOf("design Lasers", StringComparison.Ordinal)..];
        Assert.Equal(0.982621, LibraryDesign.Number(lasers, "bare.survival"), 6);
        Assert.Equal(0.999829, LibraryDesign.Number(lasers, "spared.survival"), 6);
    }
}
