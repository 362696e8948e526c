using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Language.Tests.Units;

public class AssignmentTests
{
    [Theory]
    [InlineData("gain", "optical_gain")]
    [InlineData("gain", "electrical_gain")]
    [InlineData("optical_gain", "gain")]
    [InlineData("level", "oma")]
    [InlineData("level", "average_power")]
    [InlineData("oma", "level")]
    [InlineData("data_rate", "line_rate")]
    [InlineData("data_rate", "payload_rate")]
    [InlineData("gain / length", "optical_gain / length")]
    [InlineData("int", "real")]
    [InlineData("int", "ratio")]
    [InlineData("real", "angle")]
    [InlineData("frequency", "failure_rate")]
    public void An_open_form_takes_the_closed_one(string from, string to) => Assert.True(TypeAlgebra.IsAssignable(Units.Type(from), Units.Type(to)));

    [Theory]
    [InlineData("optical_gain", "electrical_gain", "electrical(g) doubles")]
    [InlineData("electrical_gain", "optical_gain", "optical(g) halves")]
    [InlineData("average_power", "oma", "oma_of(p, er)")]
    [InlineData("oma", "average_power", "average_of(oma, er)")]
    [InlineData("power", "oma", "level(x)")]
    [InlineData("oma", "power", "watts(x)")]
    [InlineData("level", "gain", "difference of two levels")]
    [InlineData("gain", "level", "written in dBm")]
    [InlineData("temperature_difference", "temperature", "degC")]
    [InlineData("temperature", "temperature_difference", "kelvin(t)")]
    [InlineData("data_rate", "bandwidth", "per_direction")]
    [InlineData("line_rate", "bandwidth", "aggregate")]
    [InlineData("bandwidth", "data_rate", "per_direction(x)")]
    [InlineData("line_rate", "payload_rate", "payload(x, fec)")]
    [InlineData("payload_rate", "line_rate", "line(x, fec)")]
    [InlineData("line_rate", "data_rate", "plain_rate(x)")]
    [InlineData("symbol_rate", "frequency", "nyquist(baud)")]
    [InlineData("frequency", "symbol_rate", "GBd")]
    [InlineData("data_rate", "symbol_rate", "bits per symbol")]
    [InlineData("data_rate", "frequency", "nyquist(baud)")]
    [InlineData("int", "length", "give the number a unit, mm say")]
    [InlineData("real", "money", "USD")]
    [InlineData("ratio", "optical_gain", "db(r)")]
    [InlineData("gain", "ratio", "linear(g)")]
    [InlineData("real", "int", "round(x), floor(x) or ceil(x)")]
    [InlineData("length", "int", "an int has no unit")]
    [InlineData("length", "ratio", "divide by a quantity of the same type")]
    [InlineData("text", "length", "without quotes")]
    [InlineData("length", "text", "quotes")]
    [InlineData("length", "point", "(x, y)")]
    [InlineData("length", "extent", "32 mm by 26 mm")]
    public void What_does_not_fit_says_what_was_wanted_and_what_to_write(string from, string to, string advice)
    {
        var (actual, expected) = (Units.Type(from), Units.Type(to));
        Assert.False(TypeAlgebra.IsAssignable(actual, expected));
        Assert.Contains(advice, TypeAlgebra.ExplainMismatch(actual, expected));
    }

    [Fact]
    public void The_unit_that_was_written_is_named() =>
        Assert.Equal(
            "a time (ns) is wanted, and this is a length (inch)",
            TypeAlgebra.ExplainMismatch(Units.Parse("inch").Type, Units.Type("time"), Units.Parse("inch")));

    [Fact]
    public void A_word_that_is_none_of_the_list_is_shown_the_list() =>
        Assert.Contains("apc, upc, flat", TypeAlgebra.ExplainMismatch(BoolType.Instance, new WordType("connector.polish", "apc|upc|flat")));

    [Fact]
    public void A_list_stands_for_no_single_value_and_a_value_for_no_list()
    {
        var (power, list) = (Units.Type("power"), new ListType(Units.Type("power")));
        Assert.Contains("sum(", TypeAlgebra.ExplainMismatch(list, power));
        Assert.Contains("[a, b]", TypeAlgebra.ExplainMismatch(power, list));
        Assert.True(TypeAlgebra.IsAssignable(new ListType(IntType.Instance), new ListType(Units.Type("real"))));
    }

    [Fact]
    public void An_instance_is_one_of_every_kind_its_own_derives_from()
    {
        var step = new KindSymbol("step", default);
        var board = new KindSymbol("board", default) { Base = step };
        var die = new KindSymbol("die", default) { Base = step };
        Assert.True(TypeAlgebra.IsAssignable(new NodeType(board), new NodeType(step)));
        Assert.False(TypeAlgebra.IsAssignable(new NodeType(step), new NodeType(board)));
        Assert.Equal(new NodeType(step), TypeAlgebra.Unify(new NodeType(board), new NodeType(die)).Type);
        Assert.Contains("a board is wanted, and this is a die", TypeAlgebra.ExplainMismatch(new NodeType(die), new NodeType(board)));
    }

    [Theory]
    [InlineData("int", "int", "int")]
    [InlineData("int", "real", "real")]
    [InlineData("gain", "optical_gain", "optical_gain")]
    [InlineData("oma", "level", "oma")]
    [InlineData("data_rate", "line_rate", "line_rate")]
    public void Branches_meet_in_the_closed_form(string a, string b, string met) =>
        Assert.Equal(Units.Type(met), TypeAlgebra.Unify(Units.Type(a), Units.Type(b)).Type);

    [Theory]
    [InlineData("length", "time")]
    [InlineData("oma", "average_power")]
    [InlineData("bandwidth", "data_rate")]
    [InlineData("temperature", "temperature_difference")]
    [InlineData("text", "int")]
    public void Branches_of_two_types_do_not_meet(string a, string b) =>
        Assert.Contains("are not of one type", TypeAlgebra.Unify(Units.Type(a), Units.Type(b)).Problem);
}
