using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Language.Tests.Units;

public class TemperatureTests
{
    [Theory]
    [InlineData("temperature - temperature", "temperature_difference")]
    [InlineData("temperature + temperature_difference", "temperature")]
    [InlineData("temperature_difference + temperature", "temperature")]
    [InlineData("temperature - temperature_difference", "temperature")]
    [InlineData("thermal_resistance * power", "temperature_difference")]
    [InlineData("temperature_difference / power", "thermal_resistance")]
    [InlineData("temperature_difference * real", "temperature_difference")]
    [InlineData("temperature_difference + temperature_difference", "temperature_difference")]
    [InlineData("temperature < temperature", "bool")]
    public void Points_and_differences(string expression, string type) => Expression.Makes(expression, type);

    [Theory]
    [InlineData("temperature + temperature")]
    [InlineData("temperature * real")]
    [InlineData("temperature / temperature")]
    [InlineData("temperature_difference - temperature")]
    [InlineData("temperature < temperature_difference")]
    public void What_a_temperature_does_not_do(string expression) => Assert.NotEmpty(Expression.Fails(expression).Suggestion!);

    [Fact]
    public void Kelvins_for_a_temperature_are_an_error_that_offers_degC()
    {
        var (kelvins, temperature) = (Units.Parse("K").Type, Units.Type("temperature"));
        Assert.False(TypeAlgebra.IsAssignable(kelvins, temperature));
        Assert.Contains("degC", TypeAlgebra.ExplainMismatch(kelvins, temperature));
    }
}
