using System.Globalization;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Language.Tests.Units;

public class QuantityTextTests
{
    [Theory]
    [InlineData(12, "mm", "12 mm")]
    [InlineData(0.35, "dB", "0.35 dB")]
    [InlineData(112, "Gb/s", "112 Gb/s")]
    [InlineData(5.5, "pJ/bit", "5.5 pJ/bit")]
    [InlineData(17, "ps/nm/km", "17 ps/nm/km")]
    [InlineData(0.2, "K/W", "0.2 K/W")]
    [InlineData(85, "%", "85 %")]
    [InlineData(2000, "USD", "2000 USD")]
    [InlineData(-3.9, "dBm", "-3.9 dBm")]
    [InlineData(-40, "degC", "-40 degC")]
    [InlineData(0.1, "degC", "0.1 degC")]
    [InlineData(0.1, "um", "0.1 um")]
    [InlineData(0.3, "inch", "0.3 inch")]
    [InlineData(6.9, "ps/mm", "6.9 ps/mm")]
    [InlineData(0.08, "dB/inch/GHz^0.5", "0.08 dB/inch/GHz^0.5")]
    [InlineData(100, "FIT", "100 FIT")]
    [InlineData(8, "deg", "8 deg")]
    [InlineData(2.4e-13, "", "2.4e-13")]
    [InlineData(0.00024, "", "0.00024")]
    [InlineData(123456789.012, "nm", "123456789.012 nm")]
    public void A_literal_prints_back_as_itself(double number, string unit, string printed)
    {
        var written = unit.Length == 0 ? Unit.One : Units.Parse(unit);
        Assert.Equal(printed, Quantities.Format(Quantities.ToCoherent(number, written), written.Type, written));
    }

    [Theory]
    [InlineData(0.046, "length", "46 mm")]
    [InlineData(500, "length", "500 m")]
    [InlineData(2000, "length", "2 km")]
    [InlineData(1.31e-6, "length", "1310 nm")]
    [InlineData(9.2e-6, "length", "9.2 um")]
    [InlineData(0, "length", "0 mm")]
    [InlineData(480, "power", "480 W")]
    [InlineData(0.0125, "power", "12.5 mW")]
    [InlineData(3200, "power", "3.2 kW")]
    [InlineData(51.2e12, "data_rate", "51.2 Tb/s")]
    [InlineData(106.25e9, "line_rate", "106.25 Gb/s")]
    [InlineData(3.2e12, "bandwidth", "3.2 Tb/s")]
    [InlineData(53.125e9, "symbol_rate", "53.125 GBd")]
    [InlineData(26.5625e9, "frequency", "26.5625 GHz")]
    [InlineData(5.5e-12, "energy_per_bit", "5.5 pJ/bit")]
    [InlineData(4.9e-9, "time", "4.9 ns")]
    [InlineData(1.4e-3, "time", "1.4 ms")]
    [InlineData(157788000, "time", "5 yr")]
    [InlineData(14400, "money", "14400 USD")]
    [InlineData(-3.9, "oma", "-3.9 dBm")]
    [InlineData(4, "optical_gain", "4 dB")]
    [InlineData(308.15, "temperature", "35 degC")]
    [InlineData(12.5, "temperature_difference", "12.5 K")]
    [InlineData(0.05, "thermal_resistance", "0.05 K/W")]
    [InlineData(500 / 3.6e12, "failure_rate", "500 FIT")]
    [InlineData(0.999, "ratio", "0.999")]
    [InlineData(8.58e-4, "area", "858 mm^2")]
    [InlineData(500000, "flux", "50 W/cm^2")]
    [InlineData(3.5e-4, "optical_gain / length", "0.35 dB/km")]
    [InlineData(0.8 / 0.0254, "electrical_gain / length", "0.8 dB/inch")]
    [InlineData(6.9e-9, "time / length", "6.9 ps/mm")]
    [InlineData(3, "money * time", "3 USD*s")]
    [InlineData(2.5, "point", "2.5")]
    public void Without_a_unit_a_handy_one_is_chosen(double value, string type, string printed) =>
        Assert.Equal(printed, Quantities.Format(value, Units.Type(type), null));

    [Theory]
    [InlineData(double.NaN, "not a number W")]
    [InlineData(double.PositiveInfinity, "infinity MW")]
    [InlineData(double.NegativeInfinity, "-infinity MW")]
    [InlineData(-0.0, "0 W")]
    [InlineData(1e300, "1e294 MW")]
    [InlineData(-1e-300, "-1e-291 nW")]
    [InlineData(double.Epsilon, "4.94065645841e-315 nW")]
    public void What_is_not_a_handy_number_is_printed_too(double value, string printed) =>
        Assert.Equal(printed, Quantities.Format(value, Units.Type("power"), null));

    [Theory]
    [InlineData(1.0 / 3, 12, "0.333333333333")]
    [InlineData(2.0 / 3, 3, "0.667")]
    [InlineData(0.1 + 0.2, 12, "0.3")]
    [InlineData(999.9996, 6, "1000")]
    [InlineData(-999.9996, 6, "-1000")]
    [InlineData(1.5, 1, "2")]
    [InlineData(1234567, 3, "1230000")]
    [InlineData(1e-4, 12, "0.0001")]
    [InlineData(9.99e-5, 12, "9.99e-5")]
    [InlineData(999999999999, 12, "999999999999")]
    [InlineData(1e12, 12, "1e12")]
    [InlineData(123456789012345, 12, "1.23456789012e14")]
    [InlineData(1.7976931348623157e308, 12, "1.79769313486e308")]
    [InlineData(5, 99, "5")]
    [InlineData(4.6, 0, "5")]
    public void A_number_shows_at_most_the_digits_asked_for(double value, int digits, string printed) =>
        Assert.Equal(printed, Quantities.FormatNumber(value, digits));

    [Fact]
    public void An_int_shows_all_of_its_digits_and_no_unit() =>
        Assert.Equal("999999999999999", Quantities.Format(999999999999999, IntType.Instance, null));

    [Fact]
    public void A_bool_and_a_word_print_as_words()
    {
        Assert.Equal("true", Quantities.Format(1, BoolType.Instance, null));
        Assert.Equal("upc", Quantities.Format(1, new WordType("connector.polish", "apc|upc|flat"), null));
    }

    [Fact]
    public void A_unit_that_does_not_fit_the_type_is_passed_over() =>
        Assert.Equal("46 mm", Quantities.Format(0.046, Units.Type("length"), Units.Parse("ns")));

    [Fact]
    public void The_culture_of_the_machine_changes_nothing()
    {
        var before = CultureInfo.CurrentCulture;
        var foreign = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        foreign.NumberFormat.NumberDecimalSeparator = ",";
        foreign.NumberFormat.NegativeSign = "~";
        try
        {
            CultureInfo.CurrentCulture = foreign;
            Assert.Equal("-3.9 dBm", Quantities.Format(-3.9, Units.Type("oma"), null));
            Assert.Equal("2.4e-13", Quantities.FormatNumber(2.4e-13));
            Assert.True(UnitTable.TryParse("MHz^0.25", out var unit, out _, out _));
            Assert.Equal(31.622776601683793, unit.Scale, 1e-12);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
