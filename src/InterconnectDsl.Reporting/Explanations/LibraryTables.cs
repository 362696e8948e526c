using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using InterconnectDsl.Kernels.Lowering;
using InterconnectDsl.Language.Binding;
using InterconnectDsl.Language.Parsing;
using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Reporting.Reading;

namespace InterconnectDsl.Reporting.Explanations;

/// <summary>What the library knows, in two Markdown tables made from its own texts: the rules with their limits, and the models with their sources.</summary>
public static partial class LibraryTables
{
    /// <summary>The rules, by number of their check.</summary>
    /// <param name="rules">The rules of the library.</param>
    public static string Rules(IEnumerable<RuleSymbol> rules)
    {
        var output = new StringBuilder("# The rules of the library\n\nMade by `icx explain rules`. Each has a design that fails and one that passes in `tests/rules`, shown by `icx explain RULE`.\n");
        output.Append("A limit of the design is changed where the design is written, `stub_limit = 0.3 mm`; one of a part in the part.\n\n");
        output.Append("| check | rule | severity | what must hold | limits | source |\n|---|---|---|---|---|---|\n");
        foreach (var rule in rules.OrderBy(r => NumberOf(r), StringComparer.Ordinal).ThenBy(r => r.Id, StringComparer.Ordinal))
        {
            rule.Bind?.Invoke();
            var severity = rule.Syntax.Severity.ToString().ToLowerInvariant();
            Row(output, NumberOf(rule), "`" + rule.Id + "`", severity, Number().Replace(rule.Doc ?? "", ""), string.Join("; ", Limits(rule)), rule.Syntax.Source?.Plain ?? "");
        }

        return output.ToString();
    }

    /// <summary>The models: functions and named constants, module by module.</summary>
    /// <param name="library">The texts of the library.</param>
    public static string Models(IEnumerable<SourceText> library)
    {
        var output = new StringBuilder("# The models of the library\n\nMade by `icx explain models`. A function without a source of its own is algebra, or rests on the constants beside it.\n");
        foreach (var tree in library.Select(Parser.Parse))
        {
            var rows = tree.Root.Declarations.Select(d => RowOf(tree.Text, d)).OfType<string[]>().ToList();
            if (rows.Count > 0)
            {
                output.Append(CultureInfo.InvariantCulture, $"\n## {tree.Root.Module?.Name}\n\n| name | what it is | source | confidence |\n|---|---|---|---|\n");
                rows.ForEach(r => Row(output, r));
            }
        }

        return output.ToString();
    }

    /// <summary>The parts: what one can write behind a colon or into a path, module by module.</summary>
    /// <param name="library">The texts of the library.</param>
    public static string Parts(IEnumerable<SourceText> library)
    {
        var output = new StringBuilder("# The parts of the library\n\nMade by `icx explain parts`; `icx explain NAME` says what one states and what else may be said of it.\n");
        foreach (var tree in library.Select(Parser.Parse))
        {
            var parts = tree.Root.Declarations.OfType<PartSyntax>().ToList();
            if (parts.Count > 0)
            {
                output.Append(CultureInfo.InvariantCulture, $"\n## {tree.Root.Module?.Name}\n\n| part | builds on | what it is |\n|---|---|---|\n");
                parts.ForEach(p => Row(output, $"`{p.Name.Text}{(p.Parameters.Count == 0 ? "" : $"({string.Join(", ", p.Parameters.Select(a => tree.Text.Slice(a.Span)))})")}`", $"`{tree.Text.Slice(p.Base.Span)}`", DesignReader.OneLine(p.Doc ?? "")));
            }
        }

        return output.ToString();
    }

    private static string[]? RowOf(SourceText text, DeclarationSyntax declaration)
    {
        switch (declaration)
        {
            case FunctionSyntax function:
                var parameters = string.Join(", ", function.Parameters.Select(p => text.Slice(p.Span)));
                var result = function.Result is { } type ? " -> " + text.Slice(type.Span) : "";
                var (what, source) = Split(function.Doc);
                return new[] { $"`{function.Name.Text}({parameters}){result}`", what, source, "" };
            case AttributeSyntax { Value: { } value } constant:
                return Constant(text, text.Slice(constant.Name.Span), value, constant.Doc);
            case AssignmentSyntax constant:
                return Constant(text, text.Slice(constant.Target.Span), constant.Value, constant.Doc);
            default:
                return null;
        }
    }

    private static string[] Constant(SourceText text, string name, ValueSyntax value, string? doc) =>
        new[] { $"`{name}{(value.Nominal is { } nominal ? " = " + text.Slice(nominal.Span) : "")}`", doc ?? "", value.Source?.Plain ?? "", value.Confidence?.Text ?? "" };

    private static (string What, string Source) Split(string? doc)
    {
        var at = doc?.IndexOf("Source: ", StringComparison.Ordinal) ?? -1;
        return at < 0 ? (doc ?? "", "") : (doc![..at], doc[(at + "Source: ".Length)..]);
    }

    /// <summary>The limits a rule holds something against: attributes of the design, and figures of parts, with a value and where that comes from.</summary>
    private static List<string> Limits(RuleSymbol rule)
    {
        var limits = new List<string>();
        foreach (var requirement in rule.Requirements)
        {
            BoundVisitor.Visit(requirement, node =>
            {
                if (node is BoundAttribute { Target.Type: NodeType of } a && of.Kind.FindAttribute(a.Name) is { } attribute
                    && of.Kind.DefaultOf(attribute) is { Confidence: { } confidence, Syntax.Nominal: { } nominal } formula)
                {
                    var limit = $"`{of.Kind.Name}.{a.Name} = {formula.Location.Text.Slice(nominal.Span)}` ({confidence})";
                    if (!limits.Contains(limit))
                    {
                        limits.Add(limit);
                    }
                }

                return true;
            });
        }

        return limits;
    }

    private static string NumberOf(RuleSymbol rule) => Number().Match(rule.Doc ?? "") is { Success: true } match ? match.Groups["id"].Value : "";

    private static void Row(StringBuilder output, params string[] cells) =>
        output.Append("| ").Append(string.Join(" | ", cells.Select(c => Blanks().Replace(c.Replace("|", "\\|", StringComparison.Ordinal), " ").Trim()))).Append(" |\n");

    [GeneratedRegex(@"\b(?<id>[A-Z]{3}-\d\d): ", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Number();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Blanks();
}
