using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Language.Tests.Units;

public class ToleranceTests
{
    [Theory]
    [InlineData("temperature", "temperature_difference")]
    [InlineData("oma", "optical_gain")]
    [InlineData("electrical_power", "electrical_gain")]
    [InlineData("level", "gain")]
    [InlineData("length", "length")]
    [InlineData("optical_gain", "optical_gain")]
    [InlineData("int", "int")]
    [InlineData("text", "text")]
    public void What_stands_behind_plus_or_minus_is_a_difference(string type, string difference) =>
        Assert.Equal(Units.Type(difference), TypeAlgebra.DifferenceOf(Units.Type(type)));

    [Theory]
    [InlineData("length", "ratio", "length", true)]
    [InlineData("length", "length", "length", false)]
    [InlineData("real", "ratio", "int", true)]
    [InlineData("oma", "gain", "oma", false)]
    [InlineData("temperature", "temperature_difference", "temperature", false)]
    [InlineData("optical_gain", "gain", "gain", false)]
    [InlineData("temperature_difference", "ratio", "temperature_difference", true)]
    public void Two_values_are_near_within_a_share_or_a_difference(string value, string tolerance, string other, bool share)
    {
        Assert.Equal(BoolType.Instance, TypeAlgebra.Within(Units.Type(value), Units.Type(tolerance), Units.Type(other), out var relative).Type);
        Assert.Equal(share, relative);
    }

    [Theory]
    [InlineData("oma", "ratio", "oma", "an optical_gain (dB)")]
    [InlineData("optical_gain", "ratio", "gain", "an optical_gain (dB)")]
    [InlineData("temperature", "temperature", "temperature", "a temperature_difference (K)")]
    [InlineData("temperature", "ratio", "temperature", "a temperature_difference (K)")]
    [InlineData("length", "time", "length", "a length (mm), or a share in %")]
    public void A_tolerance_of_another_type_is_told_what_to_be(string value, string tolerance, string other, string advice) =>
        Assert.Contains(advice, TypeAlgebra.Within(Units.Type(value), Units.Type(tolerance), Units.Type(other), out _).Suggestion);

    [Fact]
    public void Values_of_two_types_are_never_near() =>
        Assert.Equal(
            "comparing a length (mm) with a time (ns)",
            TypeAlgebra.Within(Units.Type("length"), Units.Type("ratio"), Units.Type("time"), out _).Problem);
}
