using System.Numerics;
using InterconnectDsl.Kernels.Channels;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Kernels.Tests.Channels;

/// <summary>What files of all versions say, and what wrong ones are told. The figures are those written in the texts, turned by hand.</summary>
public class TouchstoneReaderTests
{
    private const string FourPorts = """
        ! a coupon
        # MHz S RI R 50
        100  0.1 0  0.9 0  0.2 0  0.3 0
             0.9 0  0.4 0  0.5 0  0.6 0
             0.2 0  0.5 0  0.7 0  0.8 0
             0.3 0  0.6 0  0.8 0 -0.1 0
        """;

    [Fact]
    public void Frequencies_come_in_hertz_and_pairs_as_complex_numbers()
    {
        var file = Read("a.s1p", "# kHz S RI R 75\n10 0.5 -0.25\n20 -1e-3 2.5D-2 ! Fortran's exponent\n");
        Assert.Equal(new[] { 1e4, 2e4 }, file.Frequencies);
        Assert.Equal(new Complex(0.5, -0.25), file.S(0, 0, 0));
        Assert.Equal(new Complex(-0.001, 0.025), file.S(1, 0, 0));
        Assert.Equal(new Complex(75, 0), Assert.Single(file.Reference));
    }

    [Fact]
    public void An_empty_option_line_means_gigahertz_magnitude_and_angle_and_50_ohm()
    {
        var file = Read("a.s1p", "#\n2 0.5 60\n");
        Assert.Equal(2e9, file.Frequencies[0]);
        Near(new(0.25, 0.433012701892219323), file.S(0, 0, 0));
        Assert.Equal(new Complex(50, 0), file.Reference[0]);
    }

    [Fact]
    public void Decibels_are_of_the_square_and_angles_in_degrees()
    {
        var file = Read("a.s1p", "# Hz S db r 50\n1e9 -20 180\n2.e9 -6.020599913279624 -90\n");
        Near(new(-0.1, 0), file.S(0, 0, 0));
        Near(new(0, -0.5), file.S(1, 0, 0));
    }

    [Fact]
    public void Two_ports_stand_by_column_in_version_1_and_as_stated_in_version_2()
    {
        Assert.Equal(3, Read("a.s2p", "# GHz S RI R 50\n1 1 0 2 0 3 0 4 0\n").S(0, 0, 1).Real);
        Assert.Equal(2, Read("a.ts", "[Version] 2.1\n# GHz S RI R 50\n[Number of Ports] 2\n[Two-Port Data Order] 12_21\n[Network Data]\n1 1 0 2 0 3 0 4 0\n[End]").S(0, 0, 1).Real);
    }

    [Fact]
    public void More_ports_stand_by_row()
    {
        var file = Read("a.s4p", FourPorts);
        Assert.Equal(0.5, file.S(0, 1, 2).Real);
        Assert.Equal(-0.1, file.S(0, 3, 3).Real);
    }

    [Theory]
    [InlineData("Lower", "1 11 0\n 21 0 22 0\n 31 0 32 0 33 0\n")]
    [InlineData("Upper", "1 11 0 21 0 31 0\n 22 0 32 0\n 33 0\n")]
    public void Half_a_matrix_is_the_whole_of_a_symmetric_one(string format, string data)
    {
        var file = Read("a.ts", $"[Version] 2.0\n# GHz S RI\n[Number of Ports] 3\n[Number of Frequencies] 1\n[Matrix Format] {format}\n[Network Data]\n{data}");
        for (var i = 1; i <= 3; i++)
        {
            for (var j = 1; j <= 3; j++)
            {
                Assert.Equal((10 * Math.Max(i, j)) + Math.Min(i, j), file.S(0, i - 1, j - 1).Real);
            }
        }
    }

    [Theory]
    [InlineData("a.s1p", "# GHz Z RI R 50\n1 2 0\n", 1.0 / 3)] // 100 ohm, normalized to 50
    [InlineData("a.ts", "[Version] 2.0\n# GHz Z RI R 50\n[Number of Ports] 1\n[Network Data]\n1 100 0\n", 1.0 / 3)] // 100 ohm as it is
    [InlineData("a.s1p", "# GHz Y RI R 50\n1 2 0\n", -1.0 / 3)] // 25 ohm
    [InlineData("a.ts", "[Version] 2.0\n# GHz Y RI R 50\n[Number of Ports] 1\n[Network Data]\n1 0.04 0\n", -1.0 / 3)] // 25 ohm
    public void Impedance_and_admittance_reflect_by_their_step(string path, string text, double reflection) =>
        Near(new(reflection, 0), Read(path, text).S(0, 0, 0));

    [Theory]
    [InlineData("Z", "2 0 1 0 1 0 2 0", 0.25, 0.25)] // a T of 50, 50 and 50 ohm: Zin 50 + 50 || 100 = 83.3 ohm
    [InlineData("H", "1.5 0 -0.5 0 0.5 0 0.5 0", 0.25, 0.25)] // the same
    [InlineData("G", "0.5 0 0.5 0 -0.5 0 1.5 0", 0.25, 0.25)] // the same
    public void A_tee_of_equal_resistors_reflects_a_quarter_and_passes_a_quarter(string parameter, string numbers, double back, double through)
    {
        var file = Read("a.s2p", $"# GHz {parameter} RI R 50\n1 {numbers}\n");
        Near(new(back, 0), file.S(0, 0, 0));
        Near(new(through, 0), file.S(0, 1, 0));
        Near(new(back, 0), file.S(0, 1, 1));
    }

    [Fact]
    public void Impedances_go_on_on_the_next_line_and_replace_the_option_line()
    {
        var file = Read("a.ts", "[Version] 2.0\n# GHz S RI R 50\n[Number of Ports] 2\n[Reference] 42.5\n 45 ! far\n[Network Data]\n1 1 0 2 0 3 0 4 0\n");
        Assert.Equal(new[] { 42.5, 45 }, file.Reference.Select(z => z.Real));
    }

    [Fact]
    public void Noise_information_and_what_follows_the_end_are_passed_over()
    {
        var one = Read("a.s2p", "# GHz S RI R 50\n1 1 0 2 0 3 0 4 0\n2 1 0 2 0 3 0 4 0\n! noise\n0.5 0.2 0.3 40 0.1\n");
        Assert.Equal(2, one.Frequencies.Length);
        var two = Read("a.ts", "[Version] 2.0\n# GHz S RI\n[Number of Ports] 1\n[Begin Information]\nanything at all\n[Made By] a program\n[End Information]\n"
            + "[Network Data]\n1 1 0\n[Noise Data]\n1 2 3 4 5\n[End]\nnot read\n");
        Assert.Single(two.Frequencies);
    }

    [Fact]
    public void Modes_are_kept_as_written()
    {
        var file = Read("a.ts", "[Version] 2.0\n# GHz S RI\n[Number of Ports] 2\n[Mixed-Mode Order] D1,3 d2,4\n[Network Data]\n1 1 0 2 0 3 0 4 0\n");
        Assert.Equal(new[] { "D1,3", "D2,4" }, file.Modes);
    }

    [Theory]
    [InlineData("a.s1p", "# GHz S MA R 50\n1 0.5 abc\n", 2, 7, "`abc` is no number")]
    [InlineData("a.s1p", "# GHz S MA R 50\n1 0.5 1.2.3\n", 2, 7, "`1.2.3` is no number")]
    [InlineData("a.s1p", "# GHz S MA R 50\n1 0.5 1e999\n", 2, 7, "`1e999` is no number")]
    [InlineData("a.s1p", "# GHz S MA R 50\n1 0.5 90\n2 0.5\n3 0.5 90\n", 3, 1, "numbers come in pairs behind the frequency, and this line has 2")]
    [InlineData("a.s1p", "# GHz S MA R 50\n1 0.5 90 2\n", 2, 10, "with 1 ports a frequency has 3 numbers, and here is one more")]
    [InlineData("a.s2p", "# GHz S MA R 50\n1 0 0 0 0 0 0\n", 2, 1, "a frequency has 9 numbers, and this line 7")]
    [InlineData("a.s1p", "# GHz S MA R 50\n2 0.5 90\n1 0.5 90\n", 3, 1, "frequencies rise, and this one is not above the one before")]
    [InlineData("a.s1p", "# GHz S MA R 50\n-1 0.5 90\n", 2, 1, "a frequency is not below zero")]
    [InlineData("a.s1p", "1 0.5 90\n", 1, 1, "stands before the option line")]
    [InlineData("a.s1p", "# GHz S MA Q 50\n1 0.5 90\n", 1, 12, "`Q` is no word of an option line")]
    [InlineData("a.s1p", "# GHz S MA R -50\n1 0.5 90\n", 1, 14, "a resistance in ohms above zero")]
    [InlineData("a.s1p", "# GHz S MA R 50\n! nothing\n", 2, 10, "the file holds no data")]
    [InlineData("a.dat", "# GHz S MA R 50\n1 0.5 90\n", 2, 1, "without a number of ports")]
    [InlineData("a.s3p", "# GHz H MA R 50\n1 0.5 90\n", 2, 1, "hybrid parameter")]
    [InlineData("a.s1p", "[Number of Ports] 1\n# GHz\n1 0.5 90\n", 1, 1, "no `[Version]` stands before it")]
    [InlineData("a.ts", "[Version] 3.0\n", 1, 11, "version `3.0` is neither 2.0 nor 2.1")]
    [InlineData("a.ts", "[Version] 2.0\n# GHz\n[Number of Ports] four\n", 3, 19, "`four` is no number of ports")]
    [InlineData("a.ts", "[Version] 2.0\n# GHz\n[Number of Bananas] 4\n", 3, 1, "is no keyword of Touchstone 2")]
    [InlineData("a.ts", "[Version] 2.0\n# GHz\n[Number of Ports 4\n", 3, 1, "no `]` ends")]
    [InlineData("a.ts", "[Version] 2.0\n# GHz\n[Number of Ports] 1\n[Number of Frequencies] 2\n[Network Data]\n1 0.5 90\n", 4, 1, "2 frequencies are announced, and 1 are there")]
    [InlineData("a.ts", "[Version] 2.0\n# GHz\n[Number of Ports] 2\n[Reference] 50 x\n", 4, 16, "`x` is no impedance")]
    [InlineData("a.ts", "[Version] 2.0\n# GHz\n[Number of Ports] 2\n[Matrix Format] Diagonal\n", 4, 17, "none of Full, Lower and Upper")]
    [InlineData("a.ts", "[Version] 2.0\n# GHz\n[Number of Ports] 2\n[Mixed-Mode Order] D1,2\n", 4, 1, "names 1 modes of 2 ports")]
    public void A_malformed_file_is_told_its_first_fault_and_where(string path, string text, int line, int column, string says)
    {
        var reading = TouchstoneReader.Read(new(path, text));
        Assert.Null(reading.File);
        Assert.Contains(says, reading.Error, StringComparison.Ordinal);
        Assert.Equal(new LinePosition(line, column), reading.Location.Position);
    }

    [Fact]
    public void A_number_lost_in_a_row_is_found_on_its_line()
    {
        var reading = TouchstoneReader.Read(new("a.s4p", FourPorts.Replace("0.5 0  0.7 0", "0.5 0  0.7", StringComparison.Ordinal)));
        Assert.Equal("numbers come in pairs, and this line has 7", reading.Error);
        Assert.Equal(5, reading.Location.Position.Line);
    }

    [Fact]
    public void A_file_cut_off_is_told_how_far_it_came()
    {
        var reading = TouchstoneReader.Read(new("a.s4p", FourPorts[..FourPorts.LastIndexOf('\n')]));
        Assert.Equal("the file ends within a frequency, behind 25 of its 33 numbers", reading.Error);
    }

    [Fact]
    public void A_spoiled_file_gives_a_file_or_a_fault_and_never_an_exception()
    {
        var random = new Random(7);
        var text = "[Version] 2.0\n# GHz S DB R 50\n[Number of Ports] 2\n[Reference] 50 50\n[Matrix Format] Full\n[Network Data]\n" + string.Concat(Enumerable.Range(1, 20).Select(f => $"{f} 1 2 3 4 5 6 7 8\n"));
        for (var round = 0; round < 3000; round++)
        {
            var at = random.Next(text.Length);
            var spoiled = text.Remove(at, Math.Min(random.Next(4), text.Length - at)).Insert(at, "[]#!\n\0e-R9 "[random.Next(11)].ToString());
            var reading = TouchstoneReader.Read(new(round % 2 == 0 ? "a.s2p" : "a.ts", spoiled));
            Assert.True(reading.File is null != reading.Error is null);
        }
    }

    private static TouchstoneFile Read(string path, string text)
    {
        var reading = TouchstoneReader.Read(new(path, text));
        Assert.Null(reading.Error);
        return reading.File!;
    }

    private static void Near(Complex expected, Complex actual) => Assert.InRange((expected - actual).Magnitude, 0, 1e-15);
}
