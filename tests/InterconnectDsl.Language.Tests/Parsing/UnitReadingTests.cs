namespace InterconnectDsl.Language.Tests.Parsing;

public class UnitReadingTests
{
    [Theory]
    [InlineData("12 mm", "12mm")]
    [InlineData("0.35dB", "0.35dB")]
    [InlineData("5.5 pJ/bit", "5.5pJ/bit")]
    [InlineData("17 ps/nm/km", "17ps/nm/km")]
    [InlineData("0.08 dB/inch/GHz^0.5", "0.08dB/inch/GHz^0.5")]
    [InlineData("3 pW/Hz^-0.5", "3pW/Hz^-0.5")]
    [InlineData("85 %", "85%")]
    [InlineData("2 %/K", "2%/K")]
    [InlineData("4 W*h", "4W*h")]
    [InlineData("0.2 µm + 3 μm", "(Add 0.2µm 3μm)")]
    [InlineData("50 Ω", "50Ω")]
    [InlineData("45 °C", "45°C")]
    [InlineData("8 Tb/s aggregate", "8Tb/s:aggregate")]
    [InlineData("4 Tb/s per_direction", "4Tb/s:per_direction")]
    [InlineData("2_000 USD", "2_000USD")]
    public void A_unit_follows_its_number(string text, string expected) => Assert.Equal(expected, Parsed.Expression(text));

    [Theory]
    [InlineData("3 m / t", "(Divide 3m t)")]
    [InlineData("3 m * t", "(Multiply 3m t)")]
    [InlineData("3 m/s", "3m/s")]
    [InlineData("3 m/2", "(Divide 3m 2)")]
    [InlineData("3 m ^ 2", "(Power 3m 2)")]
    [InlineData("3 - x", "(Subtract 3 x)")]
    [InlineData("x / s", "(Divide x s)")]
    public void Blanks_tell_an_operator_from_a_unit(string text, string expected) => Assert.Equal(expected, Parsed.Expression(text));

    [Theory]
    [InlineData("3 in mm", "(in 3 mm)")]
    [InlineData("x in {a}", "(in x {a})")]
    [InlineData("a[3 div x]", "a[(Div 3 x)]")]
    [InlineData("if x > 3 then 4 else 5", "(if (Greater x 3) 4 5)")]
    [InlineData("3 mod 2", "(Mod 3 2)")]
    [InlineData("3 exists", "(exists 3)")]
    [InlineData("x within 3 .. 4", "(within x (3 .. 4))")]
    [InlineData("x within 3 of 4", "(within x 3 of 4)")]
    [InlineData("3 by 4", "(3 by 4)")]
    [InlineData("sum(3 for x in y)", "(sum 3 for x in y if )")]
    [InlineData("3 otherwise 4", "(otherwise 3 4)")]
    public void A_keyword_is_no_unit(string text, string expected) => Assert.Equal(expected, Parsed.Expression(text));

    [Fact]
    public void An_index_and_a_step_count_are_no_units()
    {
        Parsed.Members("engine oe[i in 512]\nengine cw[f in 128 .. 255]");
        Parsed.Declarations("study trade of A { sweep reach over 2 m .. 2 km in 25 log steps }");
        Parsed.Declarations("rule close for engine as e if e.count > 3 { require e.rank in {1, 2} }");
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("12", 12)]
    [InlineData("2_000.5", 2000.5)]
    [InlineData("0.1", 0.1)]
    [InlineData("1e3", 1000)]
    [InlineData("6.62607015e-34", 6.62607015e-34)]
    [InlineData("123456789012345678", 123456789012345678d)]
    [InlineData("0.000000000000000000123", 1.23e-19)]
    [InlineData("299792.458", 299792.458)]
    [InlineData("1.7976931348623157e308", double.MaxValue)]
    public void A_number_has_the_value_of_its_digits(string text, double value)
    {
        var expression = InterconnectDsl.Language.Parsing.Parser.ParseExpression(new("a.icx", text), new());
        Assert.Equal(value, ((InterconnectDsl.Language.Syntax.NumberSyntax)expression).Value);
    }

    [Fact]
    public void A_unit_has_one_blank_in_front_of_it_at_most_and_stands_on_the_line_of_its_number()
    {
        Assert.Equal(
            "2:8 ICX1001 expected a clause such as `within`, a unit, an operator or the end of the line, found `mm`",
            Parsed.Lines(Parsed.File("design D {\nx = 3  mm\n}")));
        Assert.Equal(2, Parsed.Members("x = 3\nmm = 4").Count);
    }
}
