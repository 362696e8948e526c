using InterconnectDsl.Kernels.Checking;
using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Language.Binding;
using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.LanguageServer.Analysis;

/// <summary>A formula at work: an attribute of a group of things in one design.</summary>
/// <param name="Design">The design.</param>
/// <param name="Group">The things.</param>
/// <param name="Attribute">The attribute.</param>
internal sealed record FormulaValue(ElaboratedDesign Design, Group Group, AttributeSymbol Attribute)
{
    /// <summary>The value as text; where members differ, the least and the greatest. Null when it is absent.</summary>
    public string? Text => ValueText.Of(Design, Group, Attribute.Name);
}

/// <summary>Finds what the formulas of a file came to. Callers hold the gate of the evaluation.</summary>
internal sealed class DesignValues
{
    private readonly Dictionary<TextSpan, List<FormulaValue>> _byFormula = new();

    public DesignValues(FileEvaluation evaluation)
    {
        var text = evaluation.Document.Text;
        foreach (var design in evaluation.Designs.Select(d => d.Design))
        {
            foreach (var group in design.Groups.Where(g => g.Count > 0).ToList())
            {
                Note(design, group, text);
            }
        }
    }

    /// <summary>Where a formula of this span is at work.</summary>
    public IReadOnlyList<FormulaValue> Of(TextSpan formula) => _byFormula.TryGetValue(formula, out var found) ? found : Array.Empty<FormulaValue>();

    private void Note(ElaboratedDesign design, Group group, SourceText text)
    {
        for (var kind = group.Kind; kind is not null; kind = kind.Base)
        {
            foreach (var attribute in kind.Attributes)
            {
                var first = group.Extents.Count > 0 ? group.Extents[0].Offset : 0;
                if (design.FormulaOf(group, attribute.Name, first) is { Formula: { } formula } && ReferenceEquals(formula.Location.Text, text))
                {
                    if (!_byFormula.TryGetValue(formula.Location.Span, out var list))
                    {
                        _byFormula.Add(formula.Location.Span, list = new());
                    }

                    list.Add(new(design, group, attribute));
                }
            }
        }
    }
}

/// <summary>Values of groups as text.</summary>
internal static class ValueText
{
    /// <summary>Significant digits that are shown: as many as a designer reads at a glance.</summary>
    private const int Digits = 4;

    /// <summary>An attribute of a group; where members differ, the least and the greatest. Null when it is absent.</summary>
    public static string? Of(ElaboratedDesign design, Group group, string name)
    {
        if (group.Count == 0)
        {
            return null;
        }

        if (design.Attribute(group, name) is not LoweredNumber { Value: var value } || value.Domain.Count != group.Count)
        {
            var first = Of(design, group, name, 0);
            return group.Count == 1 || first == Of(design, group, name, group.Count - 1) ? first : null;
        }

        var column = design.Interpreter.Evaluate(value);
        var (least, greatest) = (-1, -1);
        for (var c = 0; c < column.Classes.ClassCount; c++)
        {
            if (!double.IsNaN(column.OfClass(c)))
            {
                least = least < 0 || column.OfClass(c) < column.OfClass(least) ? c : least;
                greatest = greatest < 0 || column.OfClass(c) > column.OfClass(greatest) ? c : greatest;
            }
        }

        if (least < 0)
        {
            return null;
        }

        var low = Of(design, group, name, column.Classes.FirstMember(least));
        var high = Of(design, group, name, column.Classes.FirstMember(greatest));
        return low == high || high is null ? low : $"{low} .. {high}";
    }

    private static string? Of(ElaboratedDesign design, Group group, string name, int member) =>
        group.Kind.FindAttribute(name) is { } attribute ? design.Print(design.Attribute(group, name), attribute.Type, member, null, Digits) : null;

    /// <summary>A param or a constant in a design.</summary>
    public static string? Of(ElaboratedDesign design, Symbol symbol)
    {
        BoundExpression? read = symbol switch
        {
            ParamSymbol param => new BoundParam(param, param.Location),
            ConstantSymbol constant => new BoundConstant(constant, constant.Location),
            _ => null,
        };
        return read is not null && design.Evaluate(read) is { } value ? design.Print(value, read.Type, 0, null, Digits) : null;
    }

    /// <summary>An expression as <c>icx eval</c> answers it; null when it cannot be read there.</summary>
    public static string? Of(FileEvaluation evaluation, CheckedDesign design, string expression)
    {
        var diagnostics = new Language.Diagnostics.DiagnosticBag();
        var bound = evaluation.Compilation.BindExpression(new SourceText("expression", expression), design.Design.Symbol, diagnostics);
        return bound is not null && !diagnostics.HasErrors && design.Design.Evaluate(bound) is { } value ? design.Design.Print(value, bound.Type, 0, bound is BoundNumber n ? n.Unit : null, Digits) : null;
    }
}
