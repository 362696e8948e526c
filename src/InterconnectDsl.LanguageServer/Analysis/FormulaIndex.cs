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
                Add(part.Body, isAlone: true);
                break;
            case DesignSymbol design:
                Add(design.Body, isAlone: true);
                break;
        }
    }

    // What a design says of itself and what a part says stands once, whatever the number. Things are alike that say the same: of theirs, only a number that
    // stands alone may differ among those that are alike.
    private void Add(Body body, bool isAlone)
    {
        _formulas.AddRange(body.Overrides.Values.Where(f => isAlone || IsBare(f.Syntax)));
        foreach (var amendment in body.Amendments)
        {
            Add(amendment.Body, isAlone: true);
        }

        foreach (var inner in body.Instances.Select(i => i.Body).Concat(body.Paths.Select(p => p.Body)).Concat(body.Paths.SelectMany(p => p.Steps).Select(s => s.Body).OfType<Body>()))
        {
            Add(inner, isAlone: false);
        }
    }

    private static bool IsBare(ValueSyntax value) =>
        value is { Nominal: NumberSyntax or UnarySyntax { Operand: NumberSyntax }, Tolerance: null, Distribution: null, Source: null, Confidence: null, Within: null, Plausible: null };
}
