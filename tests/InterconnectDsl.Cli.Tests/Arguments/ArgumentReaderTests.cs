using InterconnectDsl.Cli.Arguments;

namespace InterconnectDsl.Cli.Tests.Arguments;

/// <summary>The command line's grammar.</summary>
public class ArgumentReaderTests
{
    private static readonly Option Format = new("--format", "md|json", "");
    private static readonly Option Output = new("--output", "FILE", "", "-o");
    private static readonly Option Set = new("--set", "P=V", "", Repeats: true);
    private static readonly Option Quiet = new("--quiet", null, "", "-q");

    [Theory]
    [InlineData("a --format json b")]
    [InlineData("--format=json a b")]
    [InlineData("a b --format json")]
    public void Options_stand_anywhere(string line)
    {
        var parsed = Read(line.Split(' '));
        Assert.Equal(["a", "b"], parsed.Operands);
        Assert.Equal("json", parsed.Find(Format));
    }

    [Fact]
    public void A_value_may_hold_an_equals_sign_and_an_option_may_repeat() =>
        Assert.Equal(["reach=2km", "x=1"], Read("--set=reach=2km", "--set", "x=1").All(Set));

    [Fact]
    public void Behind_two_dashes_everything_is_an_operand() => Assert.Equal(["-q", "--set", "--"], Read("--", "-q", "--set", "--").Operands);

    [Theory]
    [InlineData("-")]
    [InlineData("-3 dB + x")]
    [InlineData("-.5 dB")]
    [InlineData("-(a + b)")]
    public void A_dash_and_a_negative_expression_are_operands(string operand) => Assert.Equal([operand], Read(operand).Operands);

    [Fact]
    public void Short_names_stand_for_long_ones()
    {
        var parsed = Read("-q", "-o", "x");
        Assert.True(parsed.Has(Quiet));
        Assert.Equal("x", parsed.Find(Output));
    }

    [Theory]
    [InlineData("--fromat json", "did you mean `--format`?")]
    [InlineData("--format jsn", "did you mean `json`?")]
    [InlineData("--format", "needs a value")]
    [InlineData("--quiet=1", "takes no value")]
    [InlineData("-o a -o b", "given twice")]
    [InlineData("-z", "no option `-z`")]
    public void What_is_not_understood_is_said(string line, string says) =>
        Assert.Contains(says, Assert.Throws<UsageException>(() => Read(line.Split(' '))).Message, StringComparison.Ordinal);

    private static ParsedArguments Read(params string[] arguments) => ArgumentReader.Read(arguments, [Format, Output, Set, Quiet]);
}
