namespace InterconnectDsl.Kernels.Tests.Library;

/// <summary>What structure makes of formulas: shared coolers, spares, strands and codewords. Formulas alone are held to their worked numbers in the tests of the library.</summary>
public class WorkedNumberTests
{
    private static string Interface(string pmd) =>
        $"use icx.ieee.{{{pmd}}}\npart Probe : engine {{ pmd = {pmd}; lanes = 1; bandwidth = 50 Gb/s per_direction }}\n"
        + "design Probed { engine e : Probe }\n";

    [Theory]
    [InlineData("Dr1", 51.2)]
    [InlineData("Dr4", 25.6)]
    [InlineData("Dr8", 25.6)]
    public void Codewords_take_the_time_of_their_bits(string pmd, double nanoseconds)
    {
        var text = Interface(pmd);
        Assert.Equal(nanoseconds, LibraryDesign.Number(text, "(e.pmd.fec_latency - e.pmd.fec_processing) in ns"), 9);
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
