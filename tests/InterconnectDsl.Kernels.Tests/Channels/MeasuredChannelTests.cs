using System.Globalization;
using System.Numerics;
using InterconnectDsl.Kernels.Channels;
using MathNet.Numerics.LinearAlgebra.Complex;

namespace InterconnectDsl.Kernels.Tests.Channels;

/// <summary>Loss, reflection, delay and quality against networks whose answer is known beforehand.</summary>
public class MeasuredChannelTests
{
    [Fact]
    public void A_matched_line_loses_what_it_loses_and_delays_by_its_length()
    {
        // 6 dB at every frequency and 0.4 ns: S21 = 10^(-6/20) exp(-j 2 pi f 0.4 ns), the pair not coupled.
        var file = Pair(Enumerable.Range(0, 40).Select(i => 0.25 * i), f => Complex.FromPolarCoordinates(Math.Pow(10, -0.3), -2 * Math.PI * f * 0.4), _ => 0);
        var channel = Channel(file);
        Assert.Equal(6.0, channel.InsertionLoss.At(3.1e9), 1e-9);
        Assert.Equal(0.4e-9, channel.GroupDelay.At(3.1e9), 1e-18);
        Assert.Equal(300, channel.ReturnLoss.At(3.1e9), 1e-9);
        Assert.Equal(1.0, ChannelQuality.ClockwiseShare(file, Differential(file)));
    }

    [Fact]
    public void Between_two_frequencies_loss_is_on_the_straight_line_in_decibels_and_beyond_them_there_is_none()
    {
        var file = Pair(new[] { 1.0, 2.0, 4.0 }, f => Math.Pow(10, -f / 20), _ => 0); // f dB at f GHz, bent nowhere
        var loss = Channel(file).InsertionLoss;
        Assert.Equal(1.0, loss.At(1e9), 1e-12);
        Assert.Equal(1.5, loss.At(1.5e9), 1e-12);
        Assert.Equal(3.5, loss.At(3.5e9), 1e-12);
        Assert.Equal(4.0, loss.At(4e9), 1e-12);
        Assert.Equal(double.NaN, loss.At(0.999e9));
        Assert.Equal(double.NaN, loss.At(4.001e9));
    }

    [Fact]
    public void Return_loss_is_that_of_the_worse_end()
    {
        var file = Pair(new[] { 1.0, 2.0 }, _ => 0.5, f => f == 1 ? 0.1 : 0.2);
        Assert.Equal(20, Channel(file).ReturnLoss.At(1e9), 1e-12);
        Assert.Equal(13.979400086720376, Channel(file).ReturnLoss.At(2e9), 1e-12); // -20 log10 0.2
    }

    [Fact]
    public void What_couples_from_one_conductor_to_the_other_is_taken_from_the_differential_mode()
    {
        // S21 = 0.8 and S23 = 0.1 at either conductor: SDD21 = 0.8 - 0.1.
        var text = "# GHz S RI R 50\n" + string.Concat(new[] { 1, 2 }.Select(f => $"{f} 0 0 0.8 0 0 0 0.1 0\n 0.8 0 0 0 0.1 0 0 0\n 0 0 0.1 0 0 0 0.8 0\n 0.1 0 0 0 0.8 0 0 0\n"));
        Assert.Equal(3.0980391997148637, Channel(Read("a.s4p", text)).InsertionLoss.At(1e9), 1e-12); // -20 log10 0.7
    }

    [Fact]
    public void The_file_itself_shows_which_order_of_ports_it_has()
    {
        var odd = Pair(new[] { 1.0, 2.0 }, _ => 0.9, _ => 0.05);
        Assert.True(DifferentialPair.Of(odd, PortOrder.OddNear)!.IsJoinedAsStated());
        Assert.False(DifferentialPair.Of(odd, PortOrder.LowNear)!.IsJoinedAsStated());

        // The same with 1 to 3 and 2 to 4.
        var low = Read("a.s4p", "# GHz S RI R 50\n1 0 0 0 0 0.9 0 0 0\n 0 0 0 0 0 0 0.9 0\n 0.9 0 0 0 0 0 0 0\n 0 0 0.9 0 0 0 0 0\n");
        Assert.False(DifferentialPair.Of(low, PortOrder.OddNear)!.IsJoinedAsStated());
        Assert.True(DifferentialPair.Of(low, PortOrder.LowNear)!.IsJoinedAsStated());
        Assert.Equal(0.9, DifferentialPair.Of(low, PortOrder.LowNear)!.Through(0).Real);
    }

    [Fact]
    public void Mixed_modes_are_taken_as_they_are_and_other_ports_not_at_all()
    {
        const string Head = "[Version] 2.0\n# GHz S RI\n[Number of Ports] 4\n[Mixed-Mode Order] ";
        const string Data = "\n[Network Data]\n1 11 0 12 0 13 0 14 0\n 21 0 22 0 23 0 24 0\n 31 0 32 0 33 0 34 0\n 41 0 42 0 43 0 44 0\n";
        Assert.Equal(31, DifferentialPair.Of(Read("a.ts", Head + "D1,2 C1,2 D3,4 C3,4" + Data), PortOrder.OddNear)!.Through(0).Real);
        Assert.Equal(21, DifferentialPair.Of(Read("a.ts", Head + "D1,2 D3,4 C1,2 C3,4" + Data), PortOrder.LowNear)!.Through(0).Real);
        Assert.Null(DifferentialPair.Of(Read("a.ts", Head + "D1,2 C1,2 S3 S4" + Data), PortOrder.OddNear));
        Assert.Null(DifferentialPair.Of(Read("a.s1p", "# GHz\n1 0.5 90\n"), PortOrder.OddNear));
    }

    [Fact]
    public void The_largest_gain_is_the_largest_singular_value()
    {
        var random = new Random(3);
        for (var size = 1; size <= 8; size++)
        {
            var matrix = Enumerable.Range(0, size * size).Select(_ => new Complex(random.NextDouble() - 0.5, random.NextDouble() - 0.5)).ToArray();
            var oracle = DenseMatrix.Create(size, size, (i, j) => matrix[(i * size) + j]).Svd(false).S[0].Real;
            Assert.Equal(oracle, ComplexMatrix.LargestSingularValue((Complex[])matrix.Clone(), size), 1e-13);
        }
    }

    [Fact]
    public void A_gain_is_found_at_its_frequency()
    {
        var (gain, frequency) = ChannelQuality.LargestGain(Pair(new[] { 1.0, 2.0, 3.0 }, f => f == 2 ? 1.02 : 0.98, _ => 0));
        Assert.Equal(1.02, gain, 1e-12);
        Assert.Equal(2e9, frequency);
    }

    [Fact]
    public void A_wave_that_comes_before_it_was_sent_turns_the_wrong_way()
    {
        var file = Pair(Enumerable.Range(1, 30).Select(i => 0.1 * i), f => Complex.FromPolarCoordinates(0.9, 2 * Math.PI * f * 0.4), _ => 0);
        Assert.Equal(0.0, ChannelQuality.ClockwiseShare(file, Differential(file)));
    }

    private static DifferentialPair Differential(TouchstoneFile file) => DifferentialPair.Of(file, PortOrder.OddNear)!;

    private static MeasuredChannel Channel(TouchstoneFile file) => MeasuredChannel.Of("a.s4p", file.Frequencies, Differential(file));

    /// <summary>Two equal conductors that do not couple, 1 to 2 and 3 to 4; frequencies in GHz.</summary>
    private static TouchstoneFile Pair(IEnumerable<double> frequencies, Func<double, Complex> through, Func<double, Complex> back)
    {
        var text = "# GHz S RI R 50\n";
        foreach (var f in frequencies)
        {
            var (t, b) = (Text(through(f)), Text(back(f)));
            text += string.Create(CultureInfo.InvariantCulture, $"{f:R} {b} {t} 0 0 0 0\n {t} {b} 0 0 0 0\n 0 0 0 0 {b} {t}\n 0 0 0 0 {t} {b}\n");
        }

        return Read("a.s4p", text);
    }

    private static string Text(Complex z) => string.Create(CultureInfo.InvariantCulture, $"{z.Real:R} {z.Imaginary:R}");

    private static TouchstoneFile Read(string path, string text)
    {
        var reading = TouchstoneReader.Read(new(path, text));
        Assert.Null(reading.Error);
        return reading.File!;
    }
}
