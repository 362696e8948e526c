using System.Text;
using InterconnectDsl.Kernels.Lowering;
using InterconnectDsl.Language.Binding;
using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Reporting.Diagnostics;

namespace InterconnectDsl.Reporting.Explanations;

/// <summary>What a rule asks: its words, its formulas as written, and what those rest on by default.</summary>
public static class RuleText
{
    /// <summary>The rule for a terminal.</summary>
    public static string Render(RuleSymbol rule, TextStyle style)
    {
        rule.Bind?.Invoke();
        var output = new StringBuilder();
        var severity = rule.Syntax.Severity switch { RuleSeverity.Error => Role.Error, RuleSeverity.Warning => Role.Warning, _ => Role.Note };
        output.Append(style.Paint(severity, rule.Syntax.Severity.ToString().ToLowerInvariant() + " rule " + rule.Id));
        output.Append(style.Paint(Role.Faint, "  " + rule.Location)).Append('\n');
        if (rule.Doc is { Length: > 0 } doc)
        {
            output.Append('\n');
            TextBlock.Wrapped(output, doc, 0);
        }

        output.Append('\n');
        Entry(output, "for", string.Join(", ", rule.Syntax.Subjects.Select(s => Slice(rule, s))), style);
        Entry(output, "if", rule.Syntax.Condition is { } condition ? Slice(rule, condition) : null, style);
        foreach (var requirement in rule.Syntax.Requirements)
        {
            Entry(output, "requires", Slice(rule, requirement), style);
        }

        Entry(output, "says", rule.Syntax.Message is { } message ? Slice(rule, message) : null, style);
        Entry(output, "help", rule.Syntax.Help is { } help ? Slice(rule, help) : null, style);
        Entry(output, "source", rule.Syntax.Source?.Plain, style);
        Foundations(output, rule, style);
        if (RuleExamples.Of(rule.Id) is var (wrong, right))
        {
            Example(output, "wrong", wrong, style);
            Example(output, "right", right, style);
        }

        return output.ToString();
    }

    /// <summary>The attributes, constants and params the requirements name, with the formulas they have where nothing overrides them.</summary>
    private static void Foundations(StringBuilder output, RuleSymbol rule, TextStyle style)
    {
        var lines = new List<(string Name, Formula? Formula)>();
        foreach (var expression in rule.Requirements.Append(rule.Condition).OfType<BoundExpression>())
        {
            BoundVisitor.Visit(expression, node =>
            {
                if (FoundationOf(node) is { } found && !lines.Contains(found))
                {
                    lines.Add(found);
                }

                return true;
            });
        }

        if (lines.Count == 0)
        {
            return;
        }

        output.Append('\n').Append(style.Paint(Role.Strong, "where")).Append('\n');
        foreach (var (name, formula) in lines)
        {
            output.Append("  ").Append(name).Append(formula is null ? "  is given by the part or the design" : " = " + Written(formula));
            output.Append(style.Paint(Role.Faint, formula is null ? "" : Provenance(formula))).Append('\n');
        }

        Overriding(output, lines, style);
    }

    /// <summary>How a limit is set: those of the design are written in it, without its name.</summary>
    private static void Overriding(StringBuilder output, IReadOnlyList<(string Name, Formula? Formula)> lines, TextStyle style)
    {
        foreach (var (name, formula) in lines.Where(l => l.Formula?.Confidence is not null && l.Name.StartsWith("design.", StringComparison.Ordinal)))
        {
            Entry(output, "change", $"`{name["design.".Length..]} = {Written(formula!)}` in the design, with another value", style);
        }
    }

    private static void Example(StringBuilder output, string label, string text, TextStyle style)
    {
        output.Append('\n').Append(style.Paint(Role.Note, label + ":")).Append('\n');
        TextBlock.Indented(output, text, 2);
    }

    private static (string Name, Formula? Formula)? FoundationOf(BoundExpression node) => node switch
    {
        BoundAttribute { Target.Type: NodeType of } a when of.Kind.FindAttribute(a.Name) is { } attribute => (of.Kind.Name + "." + a.Name, of.Kind.DefaultOf(attribute)),
        BoundConstant c => (c.Symbol.Name, c.Symbol.Formula),
        BoundParam p => (p.Symbol.Name, p.Symbol.Formula),
        _ => null,
    };

    private static string Written(Formula formula)
    {
        var stated = formula.Syntax.Nominal ?? formula.Syntax.Distribution;
        return stated is null ? "" : OneLine(formula.Location.Text.Slice(stated.Span));
    }

    private static string Provenance(Formula formula)
    {
        var text = "  " + formula.Location;
        text += formula.Source is null ? "" : ", " + formula.Source;
        return text + (formula.Confidence is { } confidence ? ", confidence " + confidence : "");
    }

    private static string Slice(RuleSymbol rule, SyntaxNode node) => OneLine(rule.Location.Text.Slice(node.Span));

    private static string OneLine(string text) => string.Join(' ', text.Split(new[] { ' ', '\n', '\r', '\t' }, StringSplitOptions.RemoveEmptyEntries));

    private static void Entry(StringBuilder output, string label, string? text, TextStyle style)
    {
        if (!string.IsNullOrEmpty(text))
        {
            output.Append(style.Paint(Role.Note, label.PadRight(9))).Append(text).Append('\n');
        }
    }
}
