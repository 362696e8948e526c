namespace InterconnectDsl.Language.Tests.Parsing;

public class MessageTests
{
    [Theory]
    [InlineData("param reach : length = 500 m engnie", "1:30 ICX1001 expected a clause such as `within`, an operator or the end of the line, found `engnie`")]
    [InlineData("param reach : length 500 m", "1:22 ICX1001 expected `=`, `~` or an operator, found `500`")]
    [InlineData("param reach : length =\nparam b = 3", "1:23 ICX1001 expected a value, found the end of the line")]
    [InlineData("param reach : = 3 m", "1:15 ICX1001 expected a type, found `=`")]
    [InlineData("design { board main }", "1:8 ICX1001 expected a name, found `{`")]
    [InlineData("x = f(a b)", "1:9 ICX1001 expected an operator, `,` or `)`, found `b`")]
    [InlineData("x = a + * b", "1:9 ICX1001 expected a value, found `*`")]
    [InlineData("x = if a then b", "1:16 ICX1001 expected `else` or an operator, found the end of the file")]
    [InlineData("x = (a within 3 mm)", "1:19 ICX1001 expected `..`, `of` or an operator, found `)`")]
    [InlineData("x = 3 mm within 4 mm", "1:21 ICX1001 expected `..` or an operator, found the end of the file")]
    [InlineData("x = sum(p for p)", "1:16 ICX1001 expected `:` or `in`, found `)`")]
    [InlineData("use icx.oif.{}", "1:14 ICX1001 expected a name, found `}`")]
    [InlineData("fn f(x : length -> ratio = 3", "1:17 ICX1001 expected `=`, an operator, `,` or `)`, found `->`")]
    [InlineData("rule r for engine { require a }", "1:19 ICX1001 expected `as`, found `{`")]
    [InlineData("study s of A { 3 }", "1:16 ICX1001 expected `sweep`, `choose`, `observe`, `with`, `expect`, `sample`, `seed`, `minimize`, `maximize` or `subject`, found `3`")]
    [InlineData("design D { link x = a }", "1:23 ICX1001 expected `{`, `->`, `<->` or an operator, found `}`")]
    [InlineData("design D { oe[3] : Mpo }", "1:18 ICX1001 expected `=`, `~` or `{`, found `:`")]
    [InlineData("design D { 3 }", "1:12 ICX1001 expected an attribute, a thing or a path, found `3`")]
    [InlineData("allow icx_fits until 2027-6-30 because \"x\"", "1:22 ICX1001 expected a date like 2027-06-30, found `2027`")]
    [InlineData("test closes of A { expect a }", "1:6 ICX1001 expected a text in quotes, found `closes`")]
    [InlineData("x = \"{a b}\"", "1:9 ICX1001 expected `to`, an operator or `}`, found `b`")]
    public void What_was_expected_is_said_in_the_words_of_the_user(string text, string expected) =>
        Assert.Equal(expected, Parsed.Lines(Parsed.File(text)));

    [Theory]
    [InlineData("desgin Cpo51 {\n  board main\n}", "1:1 ICX1002 `desgin` is no word that can stand here; did you mean `design`?")]
    [InlineData("parm reach : length = 3 m", "1:1 ICX1002 `parm` is no word that can stand here; did you mean `param`?")]
    [InlineData("studdy s of A { seed 7 }", "1:1 ICX1002 `studdy` is no word that can stand here; did you mean `study`?")]
    [InlineData("Part Mpo : connector", "1:1 ICX1002 `Part` is no word that can stand here; did you mean `part`?")]
    [InlineData("import icx.fiber", "1:1 ICX1002 `import` is no word that can stand here; did you mean `use`?")]
    [InlineData("rule r for engine as e { requre e.x }", "1:26 ICX1002 `requre` is no word that can stand here; did you mean `require`?")]
    [InlineData("x = if a thn b else c", "1:10 ICX1002 `thn` is no word that can stand here; did you mean `then`?")]
    [InlineData("x = 3 mm plausable 1 mm .. 2 mm", "1:10 ICX1002 `plausable` is no word that can stand here; did you mean `plausible`?")]
    [InlineData("x = a adn b", "1:7 ICX1002 `adn` is no word that can stand here; did you mean `and`?")]
    [InlineData("x = sum(p fro p : path)", "1:11 ICX1002 `fro` is no word that can stand here; did you mean `for`?")]
    [InlineData("design D { alow icx_fits until 2027-06-30 because \"x\" }", "1:12 ICX1002 `alow` is no word that can stand here; did you mean `allow`?")]
    public void A_misspelled_keyword_is_read_as_what_was_meant(string text, string expected)
    {
        var tree = Parsed.File(text);
        Assert.Equal(expected, Parsed.Lines(tree));
        Assert.IsNotType<Syntax.ErrorDeclarationSyntax>(tree.Root.Declarations.Single());
        Assert.NotNull(tree.Diagnostics[0].Replacement);
    }

    [Theory]
    [InlineData("x = \"abc\ny = 3", "1:5 ICX1005 this text has no closing quote")]
    [InlineData("x = f(\"abc)\ny = 3", "1:7 ICX1005 this text has no closing quote")]
    [InlineData("x = 3 $ + 4", "1:7 ICX1006 `$` means nothing in icx")]
    [InlineData("x = a && b || !c", "1:7 ICX1007 icx writes `and` for `&&`\n1:12 ICX1007 icx writes `or` for `||`\n1:15 ICX1007 icx writes `not` for `!`")]
    [InlineData("x = a − b ≤ c", "1:7 ICX1007 icx writes `-` for `−`\n1:11 ICX1007 icx writes `<=` for `≤`")]
    [InlineData("x = 'abc' # done", "1:5 ICX1007 icx writes `\"` for `'`\n1:11 ICX1007 icx writes `//` for `#`")]
    [InlineData("/* one\n two */ x = 3", "1:1 ICX1007 icx writes `//` for `/*`")]
    [InlineData("x = 1__0", "1:5 ICX1008 `1__0` is not written as a number")]
    [InlineData("x = .5", "1:5 ICX1008 `.5` is not written as a number")]
    [InlineData("x = 1e999", "1:5 ICX1009 `1e999` is beyond what a number can hold")]
    [InlineData("x = 1e-999", "1:5 ICX1009 `1e-999` is beyond what a number can hold")]
    [InlineData("allow r until 2027-13-45 because \"x\"", "1:15 ICX1010 `2027-13-45` is no day of the calendar")]
    [InlineData("param größe = 3", "1:7 ICX1012 the name `größe` holds characters outside ASCII")]
    [InlineData("x = y\0z", "1:6 ICX1017 the file holds NUL characters: it is no UTF-8 text")]
    [InlineData("x = 3 source \"a\" source \"b\"", "1:18 ICX1019 `source` is said twice")]
    [InlineData("x = 3 confidence high", "1:18 ICX1025 `high` is no confidence")]
    [InlineData("x = \"{a\"", "1:6 ICX1023 this `{` has no `}` in its text")]
    [InlineData("x = +3 dBm", "1:5 ICX1033 a value is written without a plus sign in front")]
    [InlineData("x = a + if b then c else d", "1:9 ICX1034 an `if` inside a formula stands in parentheses")]
    [InlineData("x = a\n  + b", "2:3 ICX1035 `+` stands at the start of a line; icx writes it at the end of the line before")]
    public void What_is_not_well_formed_is_said_once(string text, string expected) => Assert.Equal(expected, Parsed.Lines(Parsed.File(text)));

    [Fact]
    public void What_can_be_mended_by_one_edit_says_which()
    {
        Assert.Equal("10", Parsed.File("x = 1__0").Diagnostics.Single().Replacement);
        Assert.Equal("0.5", Parsed.File("x = .5").Diagnostics.Single().Replacement);
        Assert.Equal("and", Parsed.File("x = a && b").Diagnostics.Single().Replacement);
        Assert.Equal("", Parsed.File("x = +3").Diagnostics.Single().Replacement);
    }

    [Fact]
    public void What_is_not_closed_names_the_place_of_its_opening()
    {
        var brace = Parsed.File("design Cpo51 {\n  board main\n\nparam reach : length = 3 m").Diagnostics.Single();
        Assert.Equal("the `{` of `design Cpo51` is not closed: expected `}`, found `param`", brace.Message);
        Assert.Equal(4, brace.Location.Position.Line);
        Assert.Equal((1, 14), (brace.Related.Single().Location.Position.Line, brace.Related.Single().Location.Position.Column));

        var paren = Parsed.File("x = f(a,\n  g(b\ny = 3").Diagnostics.Single();
        Assert.Equal("the `(` of `g` is not closed: expected `)`, found the end of the line", paren.Message);
        Assert.Equal((2, 6), (paren.Location.Position.Line, paren.Location.Position.Column));
        Assert.Equal((2, 4), (paren.Related.Single().Location.Position.Line, paren.Related.Single().Location.Position.Column));
    }
}
