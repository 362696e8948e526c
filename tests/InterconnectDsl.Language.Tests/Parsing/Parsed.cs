using System.Globalization;
using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Parsing;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Language.Tests.Parsing;

/// <summary>Short ways to parse, and to write what came of it on one line.</summary>
internal static class Parsed
{
    public static SyntaxTree File(string text) => Parser.Parse(new SourceText("a.icx", text));

    /// <summary>The declarations of a text that must parse without a word.</summary>
    public static IReadOnlyList<DeclarationSyntax> Declarations(string text)
    {
        var tree = File(text);
        Assert.Equal("", Lines(tree));
        return tree.Root.Declarations;
    }

    /// <summary>The members of a design around a text that must parse without a word.</summary>
    public static IReadOnlyList<DeclarationSyntax> Members(string text) => ((DesignSyntax)Declarations($"design Cpo51 {{\n{text}\n}}")[0]).Members;

    /// <summary>An expression that must parse without a word, operators in front of their operands.</summary>
    public static string Expression(string text)
    {
        var diagnostics = new DiagnosticBag();
        var expression = Parser.ParseExpression(new SourceText("a.icx", text), diagnostics);
        Assert.Equal("", string.Join("\n", diagnostics.Items.Select(d => d.Message)));
        return Of(expression);
    }

    /// <summary><c>line:column code message</c> for each diagnostic.</summary>
    public static string Lines(SyntaxTree tree) => string.Join("\n", tree.Diagnostics.Select(Line));

    /// <summary>An expression as a list in parentheses.</summary>
    public static string Of(ExpressionSyntax? expression) => expression switch
    {
        null => "",
        NumberSyntax n => n.Digits + n.Unit?.Text + (n.Basis is { } basis ? ":" + basis.Text : ""),
        NameSyntax n => n.Name,
        TextSyntax n => "\"" + string.Concat(n.Parts.Select(Of)) + "\"",
        DateSyntax n => string.Create(CultureInfo.InvariantCulture, $"{n.Year}/{n.Month}/{n.Day}"),
        MemberAccessSyntax n => Of(n.Target) + "." + n.Name,
        IndexSyntax n => Of(n.Target) + "[" + Of(n.Index) + "]",
        CallSyntax n => Of(n.Target) + "(" + string.Join(", ", n.Arguments.Select(a => (a.Name is { } name ? name + "=" : "") + Of(a.Value))) + ")",
        UnarySyntax n => $"({n.Operator} {Of(n.Operand)})",
        BinarySyntax n => $"({n.Operator} {Of(n.Left)} {Of(n.Right)})",
        RangeSyntax n => $"({Of(n.From)} .. {Of(n.To)})",
        WithinRangeSyntax n => $"(within {Of(n.Value)} {Of(n.Range)})",
        WithinOfSyntax n => $"(within {Of(n.Value)} {Of(n.Tolerance)} of {Of(n.Of)})",
        IsSyntax n => $"(is {Of(n.Value)} {n.Kind})",
        InSetSyntax n => $"(in {Of(n.Value)} {{{string.Join(", ", n.Items.Select(Of))}}})",
        InUnitSyntax n => $"(in {Of(n.Value)} {n.Unit.Text})",
        ExistsSyntax n => $"({(n.Negated ? "missing" : "exists")} {Of(n.Value)})",
        OtherwiseSyntax n => $"(otherwise {Of(n.Value)} {Of(n.Fallback)})",
        IfSyntax n => $"(if {Of(n.Condition)} {Of(n.Then)} {Of(n.Else)})",
        ListSyntax n => "[" + string.Join(", ", n.Items.Select(Of)) + "]",
        PointSyntax n => $"({Of(n.X)}, {Of(n.Y)})",
        ExtentSyntax n => $"({Of(n.Width)} by {Of(n.Height)})",
        ComprehensionSyntax n =>
            $"({n.Function} {Of(n.Value)} for {n.Name}{(n.Kind is { } k ? ":" + k : "")} "
            + $"{n.Scope?.ToString() ?? "in"} {Of(n.Source)} if {Of(n.Condition)})",
        StepsSyntax n => $"(steps {n.Portion} {Of(n.From)} {Of(n.To)})",
        SolveSyntax n => $"(solve {n.Unknown} {Of(n.Start)} {Of(n.Tolerance)} {Of(n.Limit)} {Of(n.Body)})",
        _ => expression.GetType().Name,
    };

    public static string Of(TypeSyntax type) => type switch
    {
        NamedTypeSyntax t => Of(t.Expression) + (t.Optional ? "?" : ""),
        WordsTypeSyntax t => string.Join("|", t.Words) + (t.Optional ? "?" : ""),
        _ => throw new ArgumentException(type.GetType().Name, nameof(type)),
    };

    private static string Of(TextPart part) => part.Literal ?? "{" + Of(part.Expression) + Digits(part.Digits) + "}";

    private static string Digits(int? digits) => digits is null ? "" : " to " + digits.Value.ToString(CultureInfo.InvariantCulture);

    private static string Line(Diagnostic diagnostic)
    {
        var (line, column) = diagnostic.Location.Position;
        return string.Create(CultureInfo.InvariantCulture, $"{line}:{column} {diagnostic.Code} {diagnostic.Message}");
    }
}
