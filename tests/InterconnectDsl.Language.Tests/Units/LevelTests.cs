using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Language.Tests.Units;

/// <summary>Affine and logarithmic quantities are types of their own.</summary>
public class LevelTests
{
    [Theory]
    [InlineData("oma - optical_gain", "oma")]
    [InlineData("oma + optical_gain", "oma")]
    [InlineData("optical_gain + oma", "oma")]
    [InlineData("oma - gain", "oma")]
    [InlineData("average_power + gain", "average_power")]
    [InlineData("electrical_power - electrical_gain", "electrical_power")]
    [InlineData("level + gain", "level")]
    [InlineData("level - optical_gain", "level")]
    public void A_level_and_a_gain_make_a_level(string sum, string type) => Expression.Makes(sum, type);

    [Theory]
    [InlineData("oma - oma", "optical_gain")]
    [InlineData("average_power - average_power", "optical_gain")]
    [InlineData("electrical_power - electrical_power", "electrical_gain")]
    [InlineData("level - level", "gain")]
    [InlineData("oma - level", "optical_gain")]
    [InlineData("level - electrical_power", "electrical_gain")]
    public void A_level_minus_a_level_is_a_gain(string sum, string type) => Expression.Makes(sum, type);

    [Theory]
    [InlineData("oma + oma")]
    [InlineData("average_power + oma")]
    [InlineData("electrical_power + level")]
    public void A_level_plus_a_level_is_an_error_that_offers_combine(string sum) =>
        Assert.Equal("powers in dBm do not add; combine(a, b) adds them in mW", Expression.Of(sum).Problem);

    [Fact]
    public void An_average_power_minus_an_OMA_offers_the_way_across()
    {
        var (_, problem, suggestion) = Expression.Fails("average_power - oma");
        Assert.Equal("subtracting an oma (dBm) from an average_power (dBm)", problem);
        Assert.Contains("oma_of(p, er)", suggestion);
    }

    [Theory]
    [InlineData("oma - electrical_gain")]
    [InlineData("electrical_power + optical_gain")]
    [InlineData("optical_gain + electrical_gain")]
    [InlineData("electrical_gain < optical_gain")]
    public void Optical_and_electrical_gains_never_mix(string expression)
    {
        var (_, _, suggestion) = Expression.Fails(expression);
        Assert.Contains("electrical(g)", suggestion);
        Assert.Contains("optical(g)", suggestion);
    }

    [Theory]
    [InlineData("optical_gain + gain", "optical_gain")]
    [InlineData("gain - electrical_gain", "electrical_gain")]
    [InlineData("gain + gain", "gain")]
    [InlineData("optical_gain * real", "optical_gain")]
    [InlineData("int * electrical_gain", "electrical_gain")]
    [InlineData("gain / ratio", "gain")]
    [InlineData("optical_gain / optical_gain", "real")]
    public void A_gain_takes_the_form_it_meets_and_is_scaled_by_numbers(string expression, string type) => Expression.Makes(expression, type);

    [Theory]
    [InlineData("gain * gain")]
    [InlineData("optical_gain * optical_gain")]
    [InlineData("optical_gain ^ 2")]
    public void A_gain_is_not_multiplied_by_a_gain(string expression) => Assert.Contains("linear(g)", Expression.Fails(expression).Suggestion);

    [Fact]
    public void Optical_attenuation_by_length_is_an_optical_gain()
    {
        var attenuation = Units.Type("optical_gain / length");
        Assert.Equal("optical_gain / length", attenuation.Display);
        Assert.Equal(Units.Type("optical_gain"), TypeAlgebra.Binary(BinaryOperator.Multiply, attenuation, Units.Type("length")).Type);
    }

    [Fact]
    public void Laminate_loss_of_a_trace_is_an_electrical_gain()
    {
        var root = TypeAlgebra.Binary(BinaryOperator.Multiply, Units.Type("attenuation_root"), TypeAlgebra.Power(Units.Type("frequency"), 0.5).Type!);
        var linear = TypeAlgebra.Binary(BinaryOperator.Multiply, Units.Type("electrical_gain / length / frequency"), Units.Type("frequency"));
        var loss = TypeAlgebra.Binary(BinaryOperator.Add, root.Type!, linear.Type!);
        Assert.Equal(Units.Type("electrical_gain"), TypeAlgebra.Binary(BinaryOperator.Multiply, loss.Type!, Units.Type("length")).Type);
    }

    [Theory]
    [InlineData("oma * real", "add a gain")]
    [InlineData("level / int", "watts(x)")]
    [InlineData("oma ^ 2", "watts(x)")]
    [InlineData("gain - oma", "a level minus a level a gain")]
    [InlineData("oma < gain", "dB")]
    [InlineData("oma + power", "watts(x)")]
    public void A_level_is_a_point_on_a_scale(string expression, string advice) => Assert.Contains(advice, Expression.Fails(expression).Suggestion);

    [Theory]
    [InlineData("oma < oma")]
    [InlineData("level >= average_power")]
    [InlineData("gain <= optical_gain")]
    public void Levels_and_gains_compare_with_their_like(string expression) => Expression.Makes(expression, "bool");
}
