using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Language.Tests.Units;

public class QuantityValueTests
{
    [Fact]
    public void Gains_are_held_in_decibels_levels_in_dBm_and_temperatures_in_kelvins()
    {
        Assert.Equal(0.35, Units.Value(0.35, "dB"));
        Assert.Equal(-3.9, Units.Value(-3.9, "dBm"));
        Assert.Equal(308.15, Units.Value(35, "degC"));
        Assert.Equal(5, Units.Value(5, "K"));
    }

    [Theory]
    [InlineData(150, "mm", 0.15)]
    [InlineData(46, "mm", 0.046)]
    [InlineData(300, "um", 0.3e-3)]
    [InlineData(3, "mil", 76.2e-6)]
    [InlineData(7, "inch", 0.1778)]
    [InlineData(99.9, "%", 0.999)]
    [InlineData(17, "ps/nm/km", 17e-6)]
    public void Two_ways_to_write_one_quantity_are_one_number_to_the_last_bit(double number, string unit, double coherent) =>
        Assert.Equal(coherent, Units.Value(number, unit));

    [Fact]
    public void The_sign_of_a_temperature_belongs_to_its_number() => Assert.Equal(233.15, Units.Value(-40, "degC"), 1e-12);

    // 0 dBm is 1 mW by definition; 3 dB and 10 dB are the ratios 1.995262 and 10 (IEC 60027-3).
    [Theory]
    [InlineData(0, "mW", 1)]
    [InlineData(10, "mW", 10)]
    [InlineData(-30, "uW", 1)]
    [InlineData(3, "mW", 1.9952623149688795)]
    [InlineData(20, "W", 0.1)]
    public void A_level_has_a_number_in_units_of_power(double level, string unit, double number)
    {
        Assert.True(Quantities.TryFromCoherent(level, (QuantityType)Units.Type("average_power"), Units.Parse(unit), out var shown, out _));
        Assert.Equal(number, shown, number * 1e-14);
    }

    [Theory]
    [InlineData(0.001, 0)]
    [InlineData(0.5, 26.989700043360187)]
    public void A_power_has_a_number_in_dBm(double watts, double level)
    {
        Assert.True(Quantities.TryFromCoherent(watts, (QuantityType)Units.Type("power"), Units.Parse("dBm"), out var shown, out _));
        Assert.Equal(level, shown, 1e-13);
    }

    [Theory]
    [InlineData("length", "ns", "a length (mm) has no number in ns")]
    [InlineData("temperature", "K", "kelvin(t)")]
    [InlineData("temperature_difference", "degC", "K being a difference")]
    [InlineData("optical_gain", "%", "linear(g)")]
    [InlineData("ratio", "dB", "db(r)")]
    [InlineData("oma", "dB", "an oma (dBm) has no number in dB")]
    [InlineData("symbol_rate", "GHz", "nyquist(baud)")]
    [InlineData("symbol_rate", "Gb/s", "bits per symbol")]
    public void A_value_has_no_number_in_a_unit_of_another_type(string type, string unit, string said)
    {
        Assert.False(Quantities.TryFromCoherent(1, (QuantityType)Units.Type(type), Units.Parse(unit), out _, out var problem));
        Assert.Contains(said, problem);
    }
}
