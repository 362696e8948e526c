using InterconnectDsl.Language.Parsing;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Language.Tests.Parsing;

public class LimitTests
{
    private const int Many = 200_000;

    [Theory]
    [InlineData("(", "ICX1014")]
    [InlineData("[", "ICX1014")]
    [InlineData("-", "ICX1014")]
    [InlineData("not ", "ICX1014")]
    [InlineData("if ", "ICX1014")]
    [InlineData("{", "ICX1001")]
    [InlineData("f(", "ICX1014")]
    [InlineData("a[", "ICX1014")]
    [InlineData("a ^ ", "ICX1014")]
    [InlineData("x in {", "ICX1014")]
    [InlineData("sum(a for a in ", "ICX1014")]
    [InlineData("a.", "ICX1015")]
    [InlineData("a + ", "ICX1015")]
    [InlineData("a and ", "ICX1015")]
    [InlineData("a <= ", "ICX1015")]
    [InlineData("a otherwise ", "ICX1015")]
    public void What_is_opened_without_end_is_said_once_and_the_rest_is_read(string opening, string code)
    {
        var text = "module a\ndesign D {\n  x = " + string.Concat(Enumerable.Repeat(opening, Many)) + "1\n}\nparam y = 3\n";
        var tree = OnSmallStack(() => Parser.Parse(new SourceText("a.icx", text)));
        Assert.Equal([code], tree.Diagnostics.Select(d => d.Code));
        Assert.IsType<ParamSyntax>(tree.Root.Declarations[^1]);
    }

    [Fact]
    public void Braces_of_bodies_nest_as_deep_as_parentheses()
    {
        var text = "design D {\n" + string.Concat(Enumerable.Repeat("x { ", Many)) + "\n}\nparam y = 3\n";
        Assert.Equal(["ICX1014"], OnSmallStack(() => Parser.Parse(new SourceText("a.icx", text))).Diagnostics.Select(d => d.Code));
    }

    [Fact]
    public void What_is_just_allowed_is_read()
    {
        Parsed.Declarations("x = " + new string('(', 256) + "1" + new string(')', 256));
        Parsed.Declarations("x = " + string.Join(" + ", Enumerable.Repeat("a", 500)));
        Parsed.Declarations("x = [" + string.Join(", ", Enumerable.Repeat("a", Many)) + "]");
        Parsed.Declarations(string.Concat(Enumerable.Repeat("x = 3\n", Many)));
    }

    [Fact]
    public void A_file_beyond_the_limit_is_not_read()
    {
        var tree = Parser.Parse(new SourceText("a.icx", new string(' ', Parser.LongestText + 1)));
        Assert.Equal(["ICX1016"], tree.Diagnostics.Select(d => d.Code));
    }

    [Fact]
    public void A_file_of_another_language_is_reported_a_hundred_times_and_the_rest_is_counted()
    {
        var tree = Parser.Parse(new SourceText("a.icx", string.Concat(Enumerable.Repeat("x = $3\n", 300))));
        Assert.Equal(101, tree.Diagnostics.Count);
        Assert.Equal("200 more problems of this file are not shown", tree.Diagnostics[^1].Message);
    }

    [Fact]
    public void Noise_is_reported_and_forgotten()
    {
        var random = new Random(1);
        for (var length = 1; length < 200_000; length *= 3)
        {
            var noise = new string(Enumerable.Range(0, length).Select(_ => (char)random.Next(1, 0x3000)).ToArray());
            Assert.InRange(Parser.Parse(new SourceText("a.icx", noise)).Diagnostics.Count, 1, 101);
        }
    }

    // The compiler server and Windows give a thread one megabyte.
    private static SyntaxTree OnSmallStack(Func<SyntaxTree> parse)
    {
        SyntaxTree? tree = null;
        var thread = new Thread(() => tree = parse(), 1 << 20);
        thread.Start();
        thread.Join();
        return tree!;
    }
}
