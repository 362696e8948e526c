using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Parsing;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Language.Tests.Parsing;

public class ExpressionTests
{
    [Theory]
    [InlineData("a + b * c - d", "(Subtract (Add a (Multiply b c)) d)")]
    [InlineData("a / b / c", "(Divide (Divide a b) c)")]
    [InlineData("a div b mod c", "(Mod (Div a b) c)")]
    [InlineData("2 ^ 3 ^ 4", "(Power 2 (Power 3 4))")]
    [InlineData("-x ^ 2", "(Negate (Power x 2))")]
    [InlineData("2 ^ -3 * y", "(Multiply (Power 2 (Negate 3)) y)")]
    [InlineData("a - -b", "(Subtract a (Negate b))")]
    [InlineData("(a + b) * c", "(Multiply (Add a b) c)")]
    [InlineData("a or b and not c == d", "(Or a (And b (Not (Equal c d))))")]
    [InlineData("not x exists and y missing", "(And (Not (exists x)) (missing y))")]
    [InlineData("a <= x <= b", "(And (LessOrEqual a x) (LessOrEqual x b))")]
    [InlineData("a < b == c", "(And (Less a b) (Equal b c))")]
    [InlineData("a < b and c > d", "(And (Less a b) (Greater c d))")]
    [InlineData("(a < b) < c", "(Less (Less a b) c)")]
    [InlineData("a + b in mW > 3", "(Greater (in (Add a b) mW) 3)")]
    [InlineData("x in {apc, upc} or y", "(Or (in x {apc, upc}) y)")]
    [InlineData("10 ^ ((p in dBm) / 10)", "(Power 10 (Divide (in p dBm) 10))")]
    [InlineData("x within 1 mm .. 2 mm and y", "(And (within x (1mm .. 2mm)) y)")]
    [InlineData("x + 1 within 0.1 % of y + z", "(within (Add x 1) 0.1% of (Add y z))")]
    [InlineData("meet is substrate", "(is meet substrate)")]
    [InlineData("meet is icx.core.substrate", "(is meet icx.core.substrate)")]
    [InlineData("a otherwise b otherwise c >= 1 dB", "(GreaterOrEqual (otherwise (otherwise a b) c) 1dB)")]
    [InlineData("if a then b else if c then d else e", "(if a b (if c d e))")]
    [InlineData("if a then b else c + d", "(if a b (Add c d))")]
    [InlineData("32 mm by 26 mm", "(32mm by 26mm)")]
    [InlineData("(20 mm * c, -3 mm)", "((Multiply 20mm c), (Negate 3mm))")]
    [InlineData("[22 W, 15 W]", "[22W, 15W]")]
    [InlineData("[]", "[]")]
    [InlineData("oe[32 .. 35].power", "oe[(32 .. 35)].power")]
    [InlineData("previous(die).io.budget", "previous(die).io.budget")]
    [InlineData("f(a, n = 2)(b)", "f(a, n=2)(b)")]
    [InlineData("f()", "f()")]
    [InlineData("p.steps", "p.steps")]
    [InlineData("sum(s.loss for s in steps)", "(sum s.loss for s in (steps All  ) if )")]
    [InlineData("sum(s.loss for s in steps before tx if s.live)", "(sum s.loss for s in (steps Before tx ) if s.live)")]
    [InlineData("max(s for s in steps between(a, b))", "(max s for s in (steps Between a b) if )")]
    [InlineData("max(s for s in steps after tx[0])", "(max s for s in (steps After tx[0] ) if )")]
    [InlineData("sum(p.strands for p : path through this if p.open)", "(sum p.strands for p:path Through this if p.open)")]
    [InlineData("sum(p for p : path to this)", "(sum p for p:path To this if )")]
    [InlineData("sum(e.edge for e : engine on this.host)", "(sum e.edge for e:engine On this.host if )")]
    [InlineData("count(l for l : link if l.light == this)", "(count l for l:link Design  if (Equal l.light this))")]
    [InlineData("sum(s.length for s : fiber in steps)", "(sum s.length for s:fiber in (steps All  ) if )")]
    [InlineData("solve t from 45 degC to 0.01 K within 100 steps = a + b", "(solve t 45degC 0.01K 100 (Add a b))")]
    [InlineData("true and index == 3", "(And true (Equal index 3))")]
    [InlineData("x is not_a", "(is x not_a)")]
    [InlineData("index", "index")]
    public void Operators_bind_as_the_grammar_says(string text, string expected) => Assert.Equal(expected, Parsed.Expression(text));

    [Fact]
    public void A_chain_of_comparisons_shares_the_node_in_the_middle()
    {
        var whole = (BinarySyntax)Parser.ParseExpression(new SourceText("a.icx", "0 dB <= margin <= 9 dB"), new DiagnosticBag());
        Assert.Same(((BinarySyntax)whole.Left).Right, ((BinarySyntax)whole.Right).Left);
    }

    [Fact]
    public void The_span_of_an_expression_holds_its_parentheses()
    {
        var text = new SourceText("a.icx", " (a + b) * (c) ");
        var whole = (BinarySyntax)Parser.ParseExpression(text, new DiagnosticBag());
        Assert.Equal("(a + b) * (c)", text.Slice(whole.Span));
        Assert.Equal("a + b", text.Slice(whole.Left.Span));
        Assert.Equal("*", text.Slice(whole.OperatorSpan));
    }

    [Theory]
    [InlineData("\"plain\"", "\"plain\"")]
    [InlineData("\"\"", "\"\"")]
    [InlineData("\"{c} of {c.fibers}\"", "\"{c} of {c.fibers}\"")]
    [InlineData("\"{a + b in dB}\"", "\"{(in (Add a b) dB)}\"")]
    [InlineData("\"{distance(a, b) in mm to 3 digits} mm\"", "\"{(in distance(a, b) mm) to 3} mm\"")]
    [InlineData("\"{{x}} {y}\"", "\"{x} {y}\"")]
    [InlineData("\"{x in {a, b}}\"", "\"{(in x {a, b})}\"")]
    [InlineData("\"a \\\"quoted\\\" \\\\ \\n\"", "\"a \"quoted\" \\ \n\"")]
    [InlineData("\"// no comment\"", "\"// no comment\"")]
    public void Texts_hold_values_in_braces(string text, string expected) => Assert.Equal(expected, Parsed.Expression(text));

    [Fact]
    public void A_value_in_a_text_stands_where_it_is_written()
    {
        var text = new SourceText("a.icx", "  \"loss {a + b} dB\"");
        var whole = (TextSyntax)Parser.ParseExpression(text, new DiagnosticBag());
        Assert.Equal("a + b", text.Slice(whole.Parts[1].Expression!.Span));
        Assert.Null(whole.Plain);
    }

    [Theory]
    [InlineData("a b", "expected an operator or the end, found `b`")]
    [InlineData("", "expected a value, found the end of the file")]
    [InlineData("(a", "the `(` of this line is not closed: expected `)`, found the end of the file")]
    public void A_single_expression_that_is_none_is_reported(string text, string message)
    {
        var diagnostics = new DiagnosticBag();
        Assert.IsType<ErrorExpressionSyntax>(Parser.ParseExpression(new SourceText("a.icx", text), diagnostics));
        Assert.Equal(message, Assert.Single(diagnostics.Items).Message);
    }
}
