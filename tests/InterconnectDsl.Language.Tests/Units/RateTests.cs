using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Language.Tests.Units;

public class RateTests
{
    [Theory]
    [InlineData("data_rate + symbol_rate")]
    [InlineData("symbol_rate - frequency")]
    [InlineData("frequency < data_rate")]
    public void Gigabits_gigabauds_and_gigahertz_do_not_mix_and_nyquist_is_the_way_across(string expression) =>
        Assert.Contains("nyquist(baud)", Expression.Fails(expression).Suggestion);

    [Theory]
    [InlineData("line_rate + payload_rate")]
    [InlineData("payload_rate < line_rate")]
    [InlineData("payload_rate / line_rate")]
    public void Line_and_payload_rates_never_mix(string expression)
    {
        var (_, _, suggestion) = Expression.Fails(expression);
        Assert.Contains("payload(x, fec)", suggestion);
        Assert.Contains("line(x, fec)", suggestion);
    }

    [Theory]
    [InlineData("bandwidth + data_rate")]
    [InlineData("bandwidth < line_rate")]
    [InlineData("bandwidth / line_rate")]
    [InlineData("bandwidth / data_rate")]
    public void A_bandwidth_does_not_meet_a_rate_without_a_basis(string expression) => Assert.NotEmpty(Expression.Fails(expression).Suggestion!);

    [Fact]
    public void A_bare_rate_for_a_bandwidth_is_an_error_that_offers_both_words()
    {
        var (rate, bandwidth) = (Units.Type("data_rate"), Units.Type("bandwidth"));
        Assert.False(TypeAlgebra.IsAssignable(rate, bandwidth));
        var message = TypeAlgebra.ExplainMismatch(rate, bandwidth);
        Assert.Contains("per_direction", message);
        Assert.Contains("aggregate", message);
    }

    [Theory]
    [InlineData("bandwidth + bandwidth", "bandwidth")]
    [InlineData("bandwidth * int", "bandwidth")]
    [InlineData("int * bandwidth", "bandwidth")]
    [InlineData("bandwidth / int", "bandwidth")]
    [InlineData("bandwidth / bandwidth", "real")]
    [InlineData("power / bandwidth", "energy_per_bit")]
    [InlineData("bandwidth / length", "bandwidth_density")]
    [InlineData("line_rate + data_rate", "line_rate")]
    [InlineData("data_rate - payload_rate", "payload_rate")]
    [InlineData("data_rate / symbol_rate", "bits_per_symbol")]
    [InlineData("symbol_rate * bits_per_symbol", "data_rate")]
    [InlineData("energy_per_bit * line_rate", "power")]
    [InlineData("data_rate * time", "information")]
    public void Rates_combine_as_their_dimensions_say(string expression, string type) => Expression.Makes(expression, type);
}
