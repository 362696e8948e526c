using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Project;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Language.Tests.Project;

/// <summary>The part of TOML 1.0 that settings use: what it is, read as TOML says; what it is not, refused with a place.</summary>
public class TomlReaderTests
{
    [Theory]
    [InlineData("a = true", "a", true)]
    [InlineData("a=false # why", "a", false)]
    [InlineData("a = 1_000", "a", 1000L)]
    [InlineData("a = -3", "a", -3L)]
    [InlineData("a = \"x # y\"", "a", "x # y")]
    [InlineData("a = \"tab\\tquote\\\" \\u00e9 \\U0001F52C\"", "a", "tab\tquote\" \u00e9 \U0001F52C")]
    [InlineData("a = 'C:\\new'", "a", "C:\\new")]
    [InlineData("a = \"\"", "a", "")]
    [InlineData("\"a b\" = true", "a b", true)]
    [InlineData("a . b = true", "a.b", true)]
    [InlineData("a-1_b = true", "a-1_b", true)]
    public void A_value_is_read_as_TOML_says(string text, string key, object value)
    {
        var diagnostics = new DiagnosticBag();
        var entry = Assert.Single(TomlReader.Read(new("icx.toml", text), diagnostics));
        Assert.Empty(diagnostics.Items);
        Assert.Equal((key, value), (entry.Key, entry.Value));
    }

    [Fact]
    public void Tables_hold_until_the_next_one()
    {
        var entries = TomlReader.Read(new("icx.toml", "top = 1\n[check]\r\na = 1\n\n# comment\n[ rules . mine ] # here\nb = 2"), new());
        Assert.Equal([("", "top"), ("check", "a"), ("rules.mine", "b")], entries.Select(e => (e.Table, e.Key)));
    }

    [Theory]
    [InlineData("a", "1:2")]
    [InlineData("= 1", "1:1")]
    [InlineData("a = ", "1:5")]
    [InlineData("a = yes", "1:5")]
    [InlineData("a = [1, 2]", "1:5")]
    [InlineData("a = {b = 1}", "1:5")]
    [InlineData("a = 1.5", "1:5")]
    [InlineData("a = 1 2", "1:7")]
    [InlineData("a = \"x", "1:5")]
    [InlineData("a = \"x\\q\"", "1:7")]
    [InlineData("a = \"\"\"x\"\"\"", "1:5")]
    [InlineData("[[a]]", "1:1")]
    [InlineData("[a", "1:3")]
    [InlineData("[]", "1:2")]
    [InlineData("b = 1\n\t\u00e9 = 2", "2:2")]
    public void What_is_beyond_it_is_one_error_with_its_place(string text, string place)
    {
        var diagnostics = new DiagnosticBag();
        TomlReader.Read(new("icx.toml", text), diagnostics);
        var found = Assert.Single(diagnostics.Items);
        Assert.Equal("ICX9010", found.Code);
        Assert.Equal(place, $"{found.Location.Position.Line}:{found.Location.Position.Column}");
    }

    [Fact]
    public void A_line_that_cannot_be_read_costs_that_line_alone()
    {
        var diagnostics = new DiagnosticBag();
        var entries = TomlReader.Read(new("icx.toml", "a = 1\nb = yes\nc = 3"), diagnostics);
        Assert.Equal(["a", "c"], entries.Select(e => e.Key));
        Assert.Single(diagnostics.Items);
    }

    [Theory]
    [InlineData("a = 1\na = 2")]
    [InlineData("[t]\na = 1\n[t]\nb = 2")]
    [InlineData("x.y = 1\n\"x\".y = 2")]
    public void What_is_given_twice_is_an_error_that_shows_both(string text)
    {
        var diagnostics = new DiagnosticBag();
        TomlReader.Read(new("icx.toml", text), diagnostics);
        var found = Assert.Single(diagnostics.Items);
        Assert.Equal("ICX9013", found.Code);
        Assert.Equal(1, Assert.Single(found.Related).Location.Position.Line);
    }

    [Fact]
    public void No_text_makes_it_fail_or_loop()
    {
        const string Characters = "ab=[]\"'\\.#\n\r\t 1-_{}\u00e9";
        var random = new Random(7);
        for (var i = 0; i < 20_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(24)).Select(_ => Characters[random.Next(Characters.Length)]));
            var diagnostics = new DiagnosticBag();
            var entries = TomlReader.Read(new("icx.toml", text), diagnostics);
            Assert.All(diagnostics.Items, d => Assert.InRange(d.Location.Span.End, 0, text.Length + 1));
            Assert.All(entries, e => Assert.InRange(e.ValueLocation.Span.End, 0, text.Length));
        }
    }
}
