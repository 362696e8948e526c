using InterconnectDsl.Language.Lexing;
using InterconnectDsl.Language.Syntax;

namespace InterconnectDsl.Language.Tests.Parsing;

public class NewlineTests
{
    [Theory]
    [InlineData("x = a +\n    b")]
    [InlineData("x =\n  a")]
    [InlineData("x = f(a,\n      b\n)")]
    [InlineData("x = [a\n , b]")]
    [InlineData("x = (a\n  + b)")]
    [InlineData("x = if a\n  then b\n  else c")]
    [InlineData("x = a\n  and b\n  or c")]
    [InlineData("x = a and\n b")]
    [InlineData("x : apc |\n  upc = apc")]
    [InlineData("x = 3 mm\n  within 1 mm .. 4 mm\n  plausible 0 mm .. 9 mm\n  source \"drawing 7\"\n  confidence B")]
    [InlineData("link x = a -> b\n  -> c\n  -> d")]
    [InlineData("link x = a\n  <-> b ->\n  c")]
    [InlineData("x in_use = a -> b { y = 1\n z = 2 }\n -> c")]
    [InlineData("allow icx_fits\n  until 2027-06-30\n  because \"spare\"")]
    [InlineData("x = y in {\n  a,\n  b\n}")]
    public void A_statement_goes_on_in_the_next_line(string text) => Assert.Single(Parsed.Members(text));

    [Theory]
    [InlineData("x = a\ny = b")]
    [InlineData("x = a; y = b")]
    [InlineData("x = a;; y = b;")]
    [InlineData("x = a\r\n\r\ny = b\r\n")]
    [InlineData("x = a\nsource = b")]
    [InlineData("x = a\nsource : laser")]
    [InlineData("x = a\nwithin = b")]
    [InlineData("x = a\nconfidence : real")]
    [InlineData("x = a\nor : real = 3")]
    [InlineData("x = a\nthen { y = 2 }")]
    [InlineData("board main\nboard second")]
    [InlineData("x : length\ny : length")]
    [InlineData("oe { power = 3 W }\noe[3].power = 4 W")]
    [InlineData("x = a // b\n// c\ny = d")]
    public void Two_lines_are_two_statements(string text) => Assert.Equal(2, Parsed.Members(text).Count);

    [Fact]
    public void Every_word_but_five_may_be_a_name()
    {
        foreach (var word in Keywords.All.Except(["this", "index", "mirror", "far", "steps"]))
        {
            Parsed.Members($$"""
                {{word}} : length = 3 mm
                {{word}} = 4 mm
                engine {{word}}
                x = this.{{word}}
                {{word}} { x = 3 }
                x.{{word}} = 3
                x = y({{word}} = 3)
                """);
        }
    }

    [Theory]
    [InlineData("this")]
    [InlineData("index")]
    [InlineData("mirror")]
    [InlineData("far")]
    [InlineData("steps")]
    public void A_reserved_word_is_no_name(string word) =>
        Assert.Equal(
            $"2:8 ICX1011 `{word}` is a word of the language and cannot be a name", Parsed.Lines(Parsed.File($"design D {{\nengine {word}\n}}")));

    [Fact]
    public void Names_of_values_may_be_keywords_too()
    {
        var members = Parsed.Members("x = source + power * length - message\ny = at + on\nz = for\nw = log(x)");
        Assert.Equal("(Subtract (Add source (Multiply power length)) message)", Parsed.Of(((AssignmentSyntax)members[0]).Value.Nominal));
        Assert.Equal("(Add at on)", Parsed.Of(((AssignmentSyntax)members[1]).Value.Nominal));
    }

    [Fact]
    public void A_byte_order_mark_tabs_and_an_empty_file_are_nothing_special()
    {
        Assert.Empty(Parsed.Declarations(""));
        Assert.Empty(Parsed.Declarations("\n\n  // nothing here\n"));
        Assert.Single(Parsed.Declarations("\uFEFFparam\treach\t:\tlength\t=\t500 m\n"));
    }
}
