using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Language.Tests.Units;

public class MeantUnitTests
{
    [Theory]
    [InlineData(300, "K", "temperature", "26.85 degC")]
    [InlineData(35, "K", "temperature", "35 degC")]
    [InlineData(5, "degC", "temperature_difference", "5 K")]
    [InlineData(1, "mW", "oma", "0 dBm")]
    [InlineData(0.5, "mW", "average_power", "-3.01029995664 dBm")]
    [InlineData(-3.9, "dB", "oma", "-3.9 dBm")]
    [InlineData(3, "dBm", "optical_gain", "3 dB")]
    [InlineData(10, "dBm", "power", "10 mW")]
    [InlineData(53.125, "GHz", "symbol_rate", "53.125 GBd")]
    public void A_literal_of_a_kindred_unit_is_rewritten(double number, string unit, string type, string meant) =>
        Assert.Equal(meant, MeantUnit.ForType(number, Units.Parse(unit), Units.Type(type)));

    [Theory]
    [InlineData(35, "temperature", "35 degC")]
    [InlineData(0.35, "optical_gain", "0.35 dB")]
    [InlineData(0.2, "thermal_resistance", "0.2 K/W")]
    [InlineData(700, "money", "700 USD")]
    public void A_bare_number_gets_the_one_unit_its_type_is_written_in(double number, string type, string meant) =>
        Assert.Equal(meant, MeantUnit.ForType(number, null, Units.Type(type)));

    [Theory]
    [InlineData(500, null, "length")]
    [InlineData(5, "mm", "time")]
    [InlineData(4, "Tb/s", "bandwidth")]
    [InlineData(53.125, "GHz", "data_rate")]
    [InlineData(0, "mW", "oma")]
    [InlineData(5, "mm", "text")]
    public void What_was_meant_is_not_guessed_where_it_could_be_several_things(double number, string? unit, string type) =>
        Assert.Null(MeantUnit.ForType(number, unit is null ? null : Units.Parse(unit), Units.Type(type)));

    [Theory]
    [InlineData(46, "m", 0.001, 0.2, "mm")]
    [InlineData(500, "km", 1, 40000, "m")]
    [InlineData(0.35, "dB/m", 0.0001, 0.002, "dB/km")]
    [InlineData(5.5, "nJ/bit", 1e-13, 1e-10, "pJ/bit")]
    [InlineData(112, "Tb/s", 1e9, 1e12, "Gb/s")]
    [InlineData(100, "GB/s", 1e9, 200e9, "Gb/s")]
    [InlineData(2, "h", 100, 200, "minute")]
    public void An_implausible_number_names_the_unit_that_brings_it_in(double number, string unit, double low, double high, string meant) =>
        Assert.Equal(meant, MeantUnit.ForRange(number, Units.Parse(unit), low, high)?.Text);

    [Fact]
    public void No_unit_is_named_where_none_brings_it_in() => Assert.Null(MeantUnit.ForRange(50, Units.Parse("dB"), 0, 2));
}
