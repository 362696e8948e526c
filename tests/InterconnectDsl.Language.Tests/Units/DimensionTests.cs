using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Language.Tests.Units;

public class DimensionTests
{
    private static readonly Dimension Length = Dimension.Of(BaseDimension.Length);
    private static readonly Dimension Time = Dimension.Of(BaseDimension.Time);

    [Fact]
    public void A_quotient_undoes_a_product() => Assert.Equal(Length, Length * Time / Time);

    [Fact]
    public void A_length_by_a_length_is_a_plain_number() => Assert.True((Length / Length).IsNone);

    [Fact]
    public void Half_a_power_twice_is_the_whole()
    {
        var root = (Dimension.None / Time).Power(1, 2)!.Value;
        Assert.Equal(-0.5, root.Exponent(BaseDimension.Time));
        Assert.Equal(Dimension.None / Time, root * root);
    }

    [Fact]
    public void A_power_that_is_no_twelfth_is_none() => Assert.Null(Length.Power(0.7071));

    [Fact]
    public void A_power_beyond_what_can_be_held_is_none() => Assert.Null(Length.Power(11));

    [Fact]
    public void A_product_beyond_what_can_be_held_says_so_and_stays_so()
    {
        var large = Length.Power(6)!.Value;
        Assert.True((large * large).IsBeyond);
        Assert.True((large * large / large).IsBeyond);
        Assert.True((large / large.Power(-1)!.Value).IsBeyond);
    }

    [Theory]
    [InlineData("W", "kg*m^2/s^3")]
    [InlineData("ps/nm/km", "s/m^2")]
    [InlineData("dB/inch/GHz^0.5", "dB*s^0.5/m")]
    [InlineData("cm^-2", "m^-2")]
    [InlineData("Gb/s", "bit/s")]
    [InlineData("GBd", "symbol/s")]
    [InlineData("%", "1")]
    public void A_dimension_prints_in_base_units(string unit, string printed) => Assert.Equal(printed, Units.Parse(unit).Dimension.ToString());
}
