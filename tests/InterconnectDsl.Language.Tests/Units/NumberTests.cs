using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Language.Tests.Units;

public class NumberTests
{
    [Theory]
    [InlineData("int + int", "int")]
    [InlineData("int - int", "int")]
    [InlineData("int * int", "int")]
    [InlineData("int / int", "real")]
    [InlineData("int div int", "int")]
    [InlineData("int mod int", "int")]
    [InlineData("int + real", "real")]
    [InlineData("int * length", "length")]
    [InlineData("length / length", "real")]
    [InlineData("length + length", "length")]
    [InlineData("length * length", "area")]
    [InlineData("length ^ 3", "volume")]
    [InlineData("area ^ 0.5", "length")]
    [InlineData("int ^ 2", "int")]
    [InlineData("int ^ -1", "real")]
    [InlineData("failure_rate + failure_rate", "failure_rate")]
    [InlineData("int * failure_rate", "failure_rate")]
    [InlineData("failure_rate * time", "real")]
    [InlineData("angle * real", "angle")]
    [InlineData("angle * length", "length")]
    [InlineData("power / area", "flux")]
    [InlineData("money * int", "money")]
    public void Numbers_and_quantities_combine(string expression, string type) => Expression.Makes(expression, type);

    [Theory]
    [InlineData("length + time", "adding a length (mm) to a time (ns)")]
    [InlineData("length - time", "subtracting a time (ns) from a length (mm)")]
    [InlineData("length < time", "comparing a length (mm) with a time (ns)")]
    [InlineData("oma * real", "multiplying an oma (dBm) by a plain number")]
    [InlineData("temperature / int", "dividing a temperature (degC) by an int")]
    [InlineData("text + text", "adding a text to a text")]
    [InlineData("bool + int", "adding a bool to an int")]
    public void A_mismatch_names_both_sides_with_their_units(string expression, string said) =>
        Assert.StartsWith(said, Expression.Fails(expression).Problem);

    [Fact]
    public void A_mismatch_names_the_units_that_were_written()
    {
        var (inch, fs) = (Units.Parse("inch"), Units.Parse("fs"));
        Assert.Equal("adding a length (inch) to a time (fs)", TypeAlgebra.Binary(BinaryOperator.Add, inch.Type, fs.Type, inch, fs).Problem);
    }

    [Theory]
    [InlineData("length + real", "give the plain number a unit, mm say")]
    [InlineData("int < power", "give the plain number a unit, W say")]
    [InlineData("optical_gain + int", "linear(g)")]
    [InlineData("real mod int", "a - b * floor(a / b)")]
    [InlineData("length div length", "floor(a / b)")]
    [InlineData("text + int", "{a}{b}")]
    [InlineData("extent * real", "size.width")]
    [InlineData("point + point", "(a.x + b.x, a.y + b.y)")]
    [InlineData("bool * int", "if c then 1 else 0")]
    [InlineData("int and bool", "bools")]
    [InlineData("time < frequency", "1 / t")]
    [InlineData("power + level", "level(x)")]
    public void A_mismatch_says_what_to_write_instead(string expression, string advice) =>
        Assert.Contains(advice, Expression.Fails(expression).Suggestion);

    [Theory]
    [InlineData("int == int")]
    [InlineData("bool == bool")]
    [InlineData("text != text")]
    public void What_is_counted_or_named_compares_with_equals(string expression) => Expression.Makes(expression, "bool");

    [Theory]
    [InlineData("length == length", "0.1 %")]
    [InlineData("real == int", "0.1 %")]
    [InlineData("oma != oma", "0.01 dB")]
    [InlineData("optical_gain == gain", "0.01 dB")]
    [InlineData("temperature == temperature", "0.1 K")]
    public void Quantities_compare_within_a_tolerance(string expression, string tolerance) =>
        Assert.Contains("within " + tolerance, Expression.Fails(expression).Suggestion);

    [Fact]
    public void Words_compare_with_equals_and_have_no_order()
    {
        var polish = new WordType("connector.polish", "apc|upc|flat");
        Assert.Equal(BoolType.Instance, TypeAlgebra.Binary(BinaryOperator.Equal, polish, polish with { }).Type);
        Assert.Contains("no order", TypeAlgebra.Binary(BinaryOperator.Less, polish, polish).Suggestion);
        Assert.Null(TypeAlgebra.Binary(BinaryOperator.Equal, polish, new WordType("link.form", "cpo|npo")).Type);
    }

    [Fact]
    public void A_list_is_made_one_number_first() =>
        Assert.Contains("sum(", TypeAlgebra.Binary(BinaryOperator.Add, new ListType(Units.Type("power")), Units.Type("power")).Suggestion);

    [Theory]
    [InlineData("length")]
    [InlineData("int")]
    [InlineData("optical_gain")]
    [InlineData("temperature_difference")]
    public void A_sign_keeps_the_type(string type) => Assert.Equal(Units.Type(type), TypeAlgebra.Unary(UnaryOperator.Negate, Units.Type(type)).Type);

    [Theory]
    [InlineData("oma")]
    [InlineData("temperature")]
    [InlineData("bool")]
    [InlineData("text")]
    public void Points_on_a_scale_and_what_is_no_number_have_no_negative(string type)
    {
        var (made, problem, suggestion) = TypeAlgebra.Unary(UnaryOperator.Negate, Units.Type(type));
        Assert.Null(made);
        Assert.Contains("has no negative", problem);
        Assert.NotEmpty(suggestion!);
    }

    [Fact]
    public void Not_takes_a_bool()
    {
        Assert.Equal(BoolType.Instance, TypeAlgebra.Unary(UnaryOperator.Not, BoolType.Instance).Type);
        Assert.Null(TypeAlgebra.Unary(UnaryOperator.Not, IntType.Instance).Type);
    }

    [Fact]
    public void The_exponent_of_a_quantity_is_written_as_a_number()
    {
        Assert.Contains("x ^ 2", TypeAlgebra.Binary(BinaryOperator.Power, Units.Type("length"), IntType.Instance).Suggestion);
        Assert.Null(TypeAlgebra.Binary(BinaryOperator.Power, Units.Type("real"), Units.Type("length")).Type);
        Assert.Null(TypeAlgebra.Power(Units.Type("length"), 0.7071).Type);
    }

    [Fact]
    public void A_dimension_that_cannot_be_held_is_an_error()
    {
        var large = TypeAlgebra.Power(Units.Type("length"), 10).Type!;
        Assert.Contains("beyond", TypeAlgebra.Binary(BinaryOperator.Multiply, large, large).Problem);
    }
}
