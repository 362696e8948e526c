using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Language.Tests.Units;

public class TypeNameTests
{
    [Theory]
    [InlineData("length", "mm")]
    [InlineData("time", "ns")]
    [InlineData("power", "W")]
    [InlineData("temperature", "degC")]
    [InlineData("temperature_difference", "K")]
    [InlineData("data_rate", "Gb/s")]
    [InlineData("symbol_rate", "GBd")]
    [InlineData("frequency", "GHz")]
    [InlineData("energy_per_bit", "pJ/bit")]
    [InlineData("thermal_resistance", "K/W")]
    [InlineData("failure_rate", "FIT")]
    [InlineData("attenuation_root", "dB/inch/GHz^0.5")]
    [InlineData("optical_gain", "dB")]
    [InlineData("electrical_gain", "dB")]
    [InlineData("oma", "dBm")]
    [InlineData("average_power", "dBm")]
    [InlineData("electrical_power", "dBm")]
    [InlineData("money", "USD")]
    [InlineData("area", "mm^2")]
    [InlineData("volume", "mm^3")]
    [InlineData("current", "mA")]
    [InlineData("voltage", "mV")]
    [InlineData("mass", "kg")]
    [InlineData("density", "kg/m^3")]
    [InlineData("flux", "W/cm^2")]
    [InlineData("responsivity", "A/W")]
    [InlineData("noise_density", "pA/Hz^0.5")]
    [InlineData("angle", "deg")]
    [InlineData("bandwidth_density", "Gb/s/mm")]
    [InlineData("bits_per_symbol", "bit/symbol")]
    [InlineData("rack_units", "RU")]
    [InlineData("dispersion", "ps/nm/km")]
    [InlineData("ratio", "%")]
    [InlineData("ratio", "ppm")]
    public void A_type_takes_literals_in_its_units(string type, string unit) =>
        Assert.True(TypeAlgebra.IsAssignable(Units.Parse(unit).Type, Units.Type(type)), unit);

    [Fact]
    public void Every_name_is_a_type_that_calls_itself_so() => Assert.All(TypeNames.All, name =>
        Assert.Equal(name == "ratio" ? "real" : name, TypeNames.Find(name)!.Display));

    [Fact]
    public void Every_unit_the_table_of_types_names_is_one_of_its_type() => Assert.All(TypeData.Entries.Where(e => e.Unit.Length > 0), entry =>
    {
        var dimension = Units.Parse(entry.Unit).Dimension;
        var steps = entry.Shown.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(step => step.Split('@')[0]);
        Assert.All(steps, unit => Assert.Equal(dimension, Units.Parse(unit).Dimension));
    });

    [Fact]
    public void Every_synonym_leads_to_a_type_and_is_none_itself() => Assert.All(TypeData.Synonyms, synonym =>
    {
        Assert.NotNull(TypeNames.Find(synonym.Meant));
        Assert.Null(TypeNames.Find(synonym.Written));
    });

    [Theory]
    [InlineData("optical_gain / length", "optical_gain / length")]
    [InlineData("electrical_gain / length / frequency", "electrical_gain / length / frequency")]
    [InlineData("time / length", "time / length")]
    [InlineData("length * mass", "mass * length")]
    [InlineData("data_rate / area", "data_rate / area")]
    [InlineData("ratio / temperature_difference", "ratio / temperature_difference")]
    [InlineData("power / area", "flux")]
    [InlineData("power / data_rate", "energy_per_bit")]
    [InlineData("length / time", "speed")]
    public void A_composed_type_is_called_as_one_would_write_it(string written, string called) => Assert.Equal(called, Units.Type(written).Display);

    [Theory]
    [InlineData("lenght", "length")]
    [InlineData("Length", "length")]
    [InlineData("optical_gian", "optical_gain")]
    [InlineData("datarate", "data_rate")]
    [InlineData("temprature", "temperature")]
    [InlineData("float", "real")]
    [InlineData("integer", "int")]
    [InlineData("wavelength", "length")]
    [InlineData("cost", "money")]
    [InlineData("mm", "length")]
    [InlineData("GHz", "frequency")]
    [InlineData("qwertyuiop", null)]
    public void An_unknown_type_suggests_the_nearest(string written, string? meant) => Assert.Equal(meant, TypeNames.Nearest(written));
}
