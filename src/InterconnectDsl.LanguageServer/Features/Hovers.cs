using System.Text;
using InterconnectDsl.Kernels.Checking;
using InterconnectDsl.Language.Binding;
using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Language.Units;
using InterconnectDsl.LanguageServer.Analysis;
using InterconnectDsl.LanguageServer.Protocol;

namespace InterconnectDsl.LanguageServer.Features;

/// <summary>What a name is, what it comes to in each design, the formula, and what that rests on.</summary>
internal static class Hovers
{
    private const int MostValues = 8;

    /// <summary>The figures of a thing that a hover shows, where its kind has them.</summary>
    private static readonly string[] Figures =
        { "margin", "form", "architecture", "power", "temperature", "optical_loss", "electrical_loss", "length", "bandwidth", "energy_per_bit", "load", "price" };

    /// <summary>The hover at an offset; null where nothing stands that has a meaning.</summary>
    public static Hover? At(FileAnalysis analysis, FileEvaluation? evaluation, int offset, Session session)
    {
        var around = Syntax.Around(analysis.Document.Tree, offset);
        var text = new StringBuilder();
        TextSpan span;
        lock (analysis.Gate)
        {
            if (analysis.At(offset) is { } use)
            {
                span = use.Span;
                Describe(text, use.Symbol);
                Values(text, use, around, analysis, evaluation);
                Foundation(text, use.Symbol, around, analysis.Document.Text);
            }
            else if (around.OfType<NumberSyntax>().LastOrDefault() is { Unit: { } unit } number && Meaning(unit.Text) is { } meaning)
            {
                span = number.Span;
                text.Append(meaning);
            }
            else
            {
                return null;
            }
        }

        return new(session.Markup(text.ToString().TrimEnd()), session.Encoding.RangeOf(analysis.Document.Text, span));
    }

    /// <summary>What a completion says of a symbol when it is asked for more.</summary>
    public static string About(Symbol symbol)
    {
        var text = new StringBuilder();
        Describe(text, symbol);
        Clauses(text, SymbolText.FormulaOf(symbol));
        return text.ToString().TrimEnd();
    }

    /// <summary>What a unit measures; null for what is no unit.</summary>
    private static string? Meaning(string unit) =>
        UnitTable.TryParse(unit, out var parsed, out _, out _) ? $"`{unit}`: {TypeNames.Describe(parsed.Type)}" : null;

    private static void Describe(StringBuilder text, Symbol symbol)
    {
        text.Append("```icx\n").Append(SymbolText.Signature(symbol)).Append("\n```\n");
        if (symbol.Doc is { Length: > 0 } doc)
        {
            text.Append('\n').Append(doc).Append('\n');
        }

        if (symbol is RuleSymbol { Syntax.Source.Plain: { } source })
        {
            text.Append("\nSource: ").Append(source).Append('\n');
        }

        if (symbol.Location.Text is { IsLibrary: true })
        {
            text.Append("\nDeclared in `").Append(symbol.Location).Append("`\n");
        }
    }

    private static void Values(StringBuilder text, NameUse use, IReadOnlyList<SyntaxNode> around, FileAnalysis analysis, FileEvaluation? evaluation)
    {
        if (evaluation is null)
        {
            return;
        }

        List<string> lines;
        lock (evaluation.Gate)
        {
            lines = Lines(use, around, analysis, evaluation).Distinct(StringComparer.Ordinal).Take(MostValues + 1).ToList();
        }

        if (lines.Count == 0)
        {
            return;
        }

        text.Append('\n');
        foreach (var line in lines.Take(MostValues))
        {
            text.Append("- ").Append(line).Append('\n');
        }

        text.Append(lines.Count > MostValues ? "- and more\n" : "");
        text.Append(ReferenceEquals(evaluation.Document, analysis.Document) ? "" : "\nAs it was before the last edit.\n");
    }

    private static IEnumerable<string> Lines(NameUse use, IReadOnlyList<SyntaxNode> around, FileAnalysis analysis, FileEvaluation evaluation)
    {
        // A formula that stands here: what it comes to wherever it is at work.
        if (around.OfType<DeclarationSyntax>().LastOrDefault() is { } declaration && ValueSpan(declaration, use.Span) is { } formula
            && evaluation.Values.Of(formula) is { Count: > 0 } found)
        {
            return found.Select(v => v.Text is { } value ? $"`{v.Design.ShortNameOf(v.Group)}.{v.Attribute.Name}` = **{value}**" : null).OfType<string>();
        }

        if (use.Symbol is InstanceSymbol or PathSymbol or DesignSymbol)
        {
            return evaluation.Designs.SelectMany(d => OfThing(d, use.Symbol));
        }

        var expression = use.Symbol is ParamSymbol or ConstantSymbol ? use.Symbol.Name : Expression(around, use.Span, analysis.Document.Text);
        var designs = evaluation.Designs.Where(d => Concerns(around, d.Design.Symbol.Name)).ToList();
        return expression is null ? Array.Empty<string>()
            : designs.Select(d => ValueText.Of(evaluation, d, expression) is { } value ? $"`{expression}` = **{value}**{(designs.Count > 1 ? " in " + d.Design.Symbol.Name : "")}" : null)
                .OfType<string>();
    }

    private static IEnumerable<string> OfThing(CheckedDesign design, Symbol symbol)
    {
        foreach (var group in design.Design.Groups.Where(g => g.Extents.Any(e => e.Symbol is not null && e.Symbol.Location == symbol.Location)).ToList())
        {
            yield return group.Count == 1 ? $"one in `{design.Design.Symbol.Name}`" : $"{group.Count} in `{design.Design.Symbol.Name}`";
            foreach (var figure in Figures.Where(f => group.Kind.FindAttribute(f) is not null))
            {
                if (ValueText.Of(design.Design, group, figure) is { } value)
                {
                    yield return $"{figure} = **{value}**";
                }
            }
        }
    }

    private static TextSpan? ValueSpan(DeclarationSyntax declaration, TextSpan name) => declaration switch
    {
        AttributeSyntax { Value: { } value } n when n.Name.Span == name => value.Span,
        AssignmentSyntax n when n.Target is NameSyntax or MemberAccessSyntax && n.Target.Span.End == name.End => n.Value.Span,
        _ => null,
    };

    // A dotted name up to and with the name pointed at, within a design, or what speaks of one.
    private static string? Expression(IReadOnlyList<SyntaxNode> around, TextSpan name, SourceText text)
    {
        if (!around.Any(n => n is DesignSyntax or TestSyntax or StudySyntax))
        {
            return null;
        }

        return around.OfType<ExpressionSyntax>().FirstOrDefault(e => e is NameSyntax or MemberAccessSyntax && e.Span.End == name.End) is { } found
            ? text.Slice(found.Span)
            : null;
    }

    private static bool Concerns(IReadOnlyList<SyntaxNode> around, string design) => around.All(n => n switch
    {
        DesignSyntax d => d.Name.Text == design,
        TestSyntax t => t.Of.Text == design,
        StudySyntax s => s.Of.Any(o => o.Text == design),
        _ => true,
    });

    private static void Foundation(StringBuilder text, Symbol symbol, IReadOnlyList<SyntaxNode> around, SourceText source)
    {
        var here = around.OfType<AssignmentSyntax>().LastOrDefault();
        if (symbol is AttributeSymbol && here is not null && here.Value.Source is { } written)
        {
            text.Append("\nSource: ").Append(written.Plain ?? source.Slice(written.Span)).Append(here.Value.Confidence is { } c ? $", confidence {c.Text}" : "").Append('\n');
            return;
        }

        Clauses(text, SymbolText.FormulaOf(symbol));
    }

    private static void Clauses(StringBuilder text, Formula? formula)
    {
        if (formula?.Source is { } source)
        {
            text.Append("\nSource: ").Append(source).Append(formula.Confidence is { } confidence ? $", confidence {confidence}" : "").Append('\n');
        }
    }
}
