using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Language.Tests.Units;

public class UnitTableTests
{
    // SI Brochure, 9th edition (2019): prefixes table 7, units of table 4 and 8; NIST SP 811 (2008), appendix B for inch and mil.
    [Theory]
    [InlineData("m", 1)]
    [InlineData("mm", 1e-3)]
    [InlineData("um", 1e-6)]
    [InlineData("µm", 1e-6)]
    [InlineData("μm", 1e-6)]
    [InlineData("nm", 1e-9)]
    [InlineData("km", 1e3)]
    [InlineData("cm", 1e-2)]
    [InlineData("inch", 0.0254)]
    [InlineData("mil", 2.54e-5)]
    [InlineData("kg", 1)]
    [InlineData("g", 1e-3)]
    [InlineData("ps", 1e-12)]
    [InlineData("fs", 1e-15)]
    [InlineData("minute", 60)]
    [InlineData("h", 3600)]
    [InlineData("day", 86400)]
    [InlineData("yr", 31557600)]
    [InlineData("FIT", 1 / 3.6e12)]
    [InlineData("GHz", 1e9)]
    [InlineData("THz", 1e12)]
    [InlineData("GBd", 1e9)]
    [InlineData("Tb/s", 1e12)]
    [InlineData("Gbit/s", 1e9)]
    [InlineData("GB/s", 8e9)]
    [InlineData("KiB", 8192)]
    [InlineData("pJ/bit", 1e-12)]
    [InlineData("eV", 1.602176634e-19)]
    [InlineData("kWh", 3.6e6)]
    [InlineData("mW", 1e-3)]
    [InlineData("K/W", 1)]
    [InlineData("W/cm^2", 1e4)]
    [InlineData("W/m/K", 1)]
    [InlineData("L/minute", 1e-3 / 60)]
    [InlineData("ps/nm/km", 1e-6)]
    [InlineData("dB/km", 1e-3)]
    [InlineData("GHz^0.5", 31622.776601683792)]
    [InlineData("dB/inch/GHz^0.5", 1 / 0.0254 / 31622.776601683792)]
    [InlineData("pA/Hz^0.5", 1e-12)]
    [InlineData("%", 1e-2)]
    [InlineData("ppm", 1e-6)]
    [InlineData("deg", 0.017453292519943295)]
    [InlineData("N*m", 1)]
    [InlineData("N·m", 1)]
    [InlineData("cm^-2", 1e4)]
    [InlineData("mm^3", 1e-9)]
    [InlineData("dB", 1)]
    [InlineData("dBm", 1)]
    [InlineData("USD", 1)]
    [InlineData("RU", 1)]
    public void A_unit_is_worth_what_is_published(string text, double scale) =>
        Assert.Equal(scale, Units.Parse(text).Scale, Math.Abs(scale) * 1e-15);

    [Theory]
    [InlineData("Gbps", "Gb/s")]
    [InlineData("dbm", "dBm")]
    [InlineData("db", "dB")]
    [InlineData("C", "degC")]
    [InlineData("°C", "degC")]
    [InlineData("um2", "um^2")]
    [InlineData("mm²", "mm^2")]
    [InlineData("Ghz", "GHz")]
    [InlineData("ghz", "GHz")]
    [InlineData("micron", "um")]
    [InlineData("ohms", "ohm")]
    [InlineData("pj/bit", "pJ/bit")]
    [InlineData("pJ/bits", "pJ/bit")]
    [InlineData("gb/s", "Gb/s")]
    [InlineData("Tbps", "Tb/s")]
    [InlineData("GBaud", "GBd")]
    [InlineData("min", "minute")]
    [InlineData("inches", "inch")]
    [InlineData("k", "K")]
    [InlineData("KM", "km")]
    [InlineData("dB/in", "dB/inch")]
    [InlineData("dB/inch/ghz^0.5", "dB/inch/GHz^0.5")]
    [InlineData("nm/degC", "nm/K")]
    [InlineData("dBm/km", "dB/km")]
    [InlineData("dollars", "USD")]
    [InlineData("minutte", "minute")]
    public void A_wrong_unit_offers_the_one_that_was_meant(string text, string meant)
    {
        Assert.False(UnitTable.TryParse(text, out _, out var problem, out var suggestion));
        Assert.Equal(meant, suggestion);
        Assert.NotEmpty(problem!);
    }

    [Theory]
    [InlineData("mdB")]
    [InlineData("kdBm")]
    [InlineData("dB*dB")]
    [InlineData("dB^2")]
    [InlineData("dBm/Hz")]
    [InlineData("degC^2")]
    [InlineData("m^")]
    [InlineData("m^x")]
    [InlineData("m^0.7071")]
    [InlineData("m^99")]
    [InlineData("%^0.7071")]
    [InlineData("m^10*m^10")]
    [InlineData("m//s")]
    [InlineData("/s")]
    [InlineData("m*")]
    [InlineData("")]
    [InlineData("m^9*L")]
    public void What_is_no_unit_is_refused_with_a_reason(string text)
    {
        Assert.False(UnitTable.TryParse(text, out _, out var problem, out var suggestion));
        Assert.NotEmpty(problem!);
        Assert.True(suggestion is null || UnitTable.TryParse(suggestion, out _, out _, out _), suggestion);
    }

    [Fact]
    public void Every_foreign_spelling_leads_to_a_unit_and_is_none_itself() => Assert.All(UnitMistakes.All, mistake =>
    {
        Units.Parse(mistake.Value);
        Assert.False(UnitTable.TryParse(mistake.Key, out _, out _, out var suggestion), mistake.Key);
        Assert.Equal(mistake.Value, suggestion);
    });

    [Theory]
    [InlineData("EUR", "USD")]
    [InlineData("degF", "degC")]
    [InlineData("ft", "inch")]
    public void A_unit_that_is_not_ours_is_explained_and_never_swapped(string text, string said)
    {
        Assert.False(UnitTable.TryParse(text, out _, out var problem, out var suggestion));
        Assert.Contains(said, problem);
        Assert.Null(suggestion);
    }

    [Fact]
    public void Behind_a_slash_a_name_is_told_to_keep_its_distance()
    {
        Assert.False(UnitTable.TryParse("m/t", out _, out var problem, out _));
        Assert.Equal("there is no unit t; to divide or multiply by something called t, put blanks around the sign", problem);
    }

    [Fact]
    public void A_unit_read_again_is_the_same_object() => Assert.Same(Units.Parse("dB/inch/GHz^0.5"), Units.Parse("dB/inch/GHz^0.5"));

    [Fact]
    public void A_text_without_end_is_refused_at_once() => Assert.False(UnitTable.TryParse(new string('m', 1_000_000), out _, out _, out _));

    [Theory]
    [InlineData("dB", Flavour.Gain)]
    [InlineData("dB/km", Flavour.Gain)]
    [InlineData("dBm", Flavour.Level)]
    [InlineData("degC", Flavour.TemperaturePoint)]
    [InlineData("K", Flavour.TemperatureDifference)]
    [InlineData("K/W", Flavour.None)]
    [InlineData("W/W*K", Flavour.TemperatureDifference)]
    [InlineData("FIT", Flavour.FailureRate)]
    [InlineData("Gb/s", Flavour.None)]
    public void A_unit_gives_a_literal_its_flavour(string text, Flavour flavour) => Assert.Equal(flavour, Units.Parse(text).Flavour);
}
