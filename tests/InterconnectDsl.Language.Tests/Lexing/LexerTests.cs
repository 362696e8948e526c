using InterconnectDsl.Language.Lexing;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Language.Tests.Lexing;

public class LexerTests
{
    [Theory]
    [InlineData("12 mm", "Number:12 Name:mm")]
    [InlineData("0.35dB", "Number:0.35 Name:dB")]
    [InlineData("1..8", "Number:1 DotDot:.. Number:8")]
    [InlineData("1.5e-9 s", "Number:1.5e-9 Name:s")]
    [InlineData("5 eV", "Number:5 Name:eV")]
    [InlineData("5eV", "Number:5 Name:eV")]
    [InlineData("2_000 USD", "Number:2_000 Name:USD")]
    [InlineData("2027-06-30", "Date:2027-06-30")]
    [InlineData("2027 - 06 - 30", "Number:2027 Minus:- Number:06 Minus:- Number:30")]
    [InlineData("a <-> b -> c", "Name:a DoubleArrow:<-> Name:b Arrow:-> Name:c")]
    [InlineData("a <= b < c >= d > e == f != g", "Name:a LessOrEqual:<= Name:b Less:< Name:c GreaterOrEqual:>= Name:d Greater:> Name:e EqualEqual:== Name:f NotEqual:!= Name:g")]
    [InlineData("x ± y +/- z", "Name:x PlusMinus:± Name:y PlusMinus:+/- Name:z")]
    [InlineData("3 µm 3 μm 50 Ω 20 °C", "Number:3 Name:µm Number:3 Name:μm Number:50 Name:Ω Number:20 Name:°C")]
    [InlineData("\"a \\\" b\" c", "Text:\"a \\\" b\" Name:c")]
    [InlineData("a // b\nc", "Name:a Name:c")]
    [InlineData("", "")]
    [InlineData("\uFEFFa", "Name:a")]
    [InlineData("a\u00A0b\tc\r\nd", "Name:a Name:b Name:c Name:d")]
    public void Text_is_cut_into_tokens(string text, string expected)
    {
        var tokens = Lexer.Lex(new SourceText("a.icx", text));
        var found = Enumerable.Range(0, tokens.Count - 1).Select(i => $"{tokens[i].Kind}:{text.Substring(tokens[i].Start, tokens[i].Length)}");
        Assert.Equal(expected, string.Join(" ", found));
        Assert.Equal(TokenKind.EndOfFile, tokens[tokens.Count - 1].Kind);
    }

    [Fact]
    public void Every_keyword_is_found_by_its_spelling_and_nothing_else_is_one()
    {
        foreach (var spelling in Keywords.All)
        {
            Assert.Equal(spelling, Keywords.Find("(" + spelling + ")", 1, spelling.Length).Spelling());
            Assert.Equal(Keyword.None, Keywords.Find(spelling + "x", 0, spelling.Length + 1));
            Assert.Equal(Keyword.None, Keywords.Find(spelling.ToUpperInvariant(), 0, spelling.Length));
        }
    }

    [Fact]
    public void Only_the_first_token_of_a_line_is_marked()
    {
        var tokens = Lexer.Lex(new SourceText("a.icx", "a b\n\n  c d // e\nf"));
        Assert.Equal(new[] { true, false, true, false, true }, Enumerable.Range(0, 5).Select(i => tokens[i].IsFirstOnLine));
    }

    [Fact]
    public void Comments_and_blank_lines_are_recovered_from_the_gaps()
    {
        var text = new SourceText("a.icx", "a // one\n\n/// two \n  // three\n\n\nb");
        var tokens = Lexer.Lex(text);
        var comments = Trivia.CommentsBefore(text, tokens, 1);
        Assert.Equal(new[] { "// one", "/// two", "// three" }, comments.Select(c => text.Slice(c.Span)));
        Assert.Equal(new[] { 0, 1, 0 }, comments.Select(c => c.BlankLinesBefore));
        Assert.Equal(new[] { false, true, true }, comments.Select(c => c.OwnLine));
        Assert.Equal(new[] { false, true, false }, comments.Select(c => c.IsDocumentation));
        Assert.Equal(2, Trivia.BlankLinesBefore(text, tokens, 1));
    }
}
