using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;
using InterconnectDsl.LanguageServer.Features;

namespace InterconnectDsl.LanguageServer.Analysis;

/// <summary>
/// The formulas of a file whose numbers may change while all else stays: of params, of kinds, of parts and of things. What rests on a constant may be known
/// from the text alone, so constants are not among them.
/// </summary>
internal sealed class FormulaIndex
{
    private readonly List<Formula> _formulas = new();

    public FormulaIndex(ModuleSymbol module, SourceText text)
    {
        foreach (var member in module.Members.Values)
        {
            Add(member);
        }

        _formulas.RemoveAll(f => !ReferenceEquals(f.Location.Text, text));
        _formulas.Sort((a, b) => a.Location.Span.Start.CompareTo(b.Location.Span.Start));
    }

    /// <summary>The literal at an offset and the formulas whose nominal value it is part of; none when it is part of anything else.</summary>
    public (NumberSyntax Literal, IReadOnlyList<Formula> Formulas)? At(int offset)
    {
        var (low, high) = (0, _formulas.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _formulas[middle].Location.Span.Start <= offset ? (middle + 1, high) : (low, middle);
        }

        if (low == 0 || _formulas[low - 1].Syntax.Nominal is not { } nominal || offset >= nominal.Span.End)
        {
            return null;
        }

        // Designs that extend one another share what is written once.
        var first = low - 1;
        while (first > 0 && _formulas[first - 1].Location.Span == _formulas[low - 1].Location.Span)
        {
            first--;
        }

        return Syntax.All(nominal).OfType<NumberSyntax>().FirstOrDefault(n => n.Span.Start == offset) is { } literal ? (literal, _formulas.GetRange(first, low - first)) : null;
    }

    private void Add(Symbol symbol)
    {
        switch (symbol)
        {
            case ParamSymbol param:
                _formulas.Add(param.Formula);
                break;
            case KindSymbol kind:
                _formulas.AddRange(kind.Attributes.Select(a => a.Default).OfType<Formula>());
                _formulas.AddRange(kind.Redefinitions.Values);
                break;
            case PartSymbol part:
                Add(part.Body);
                break;
            case DesignSymbol design:
                Add(design.Body);
                break;
        }
    }

    private void Add(Body body)
    {
        _formulas.AddRange(body.Overrides.Values);
        foreach (var inner in body.Instances.Select(i => i.Body).Concat(body.Amendments.Select(a => a.Body)).Concat(body.Paths.Select(p => p.Body)).Concat(body.Paths.SelectMany(p => p.Steps).Select(s => s.Body).OfType<Body>()))
        {
            Add(inner);
        }
    }
}
