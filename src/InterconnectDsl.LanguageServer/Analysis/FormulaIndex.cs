using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;
using InterconnectDsl.LanguageServer.Features;

namespace InterconnectDsl.LanguageServer.Analysis;

/// <summary>
/// The formulas of a file that may change while all else stays: of params, of kinds, of parts and of things. What rests on a constant may be known from the text
/// alone, so constants are not among them.
/// </summary>
internal sealed class FormulaIndex
{
    private readonly Dictionary<SourceText, List<Entry>> _byText = new();

    public FormulaIndex(ModuleSymbol module, SourceText text)
    {
        var found = new List<Entry>();
        foreach (var member in module.Members.Values)
        {
            Add(member, found);
        }

        found.RemoveAll(f => !ReferenceEquals(f.Formula.Location.Text, text));
        found.Sort((a, b) => a.Start.CompareTo(b.Start));
        _byText.Add(text, found);
    }

    // One that stands alone: its numbers may be others, and yet the design is the same design.
    private readonly record struct Entry(int Start, Formula Formula, bool IsAlone);

    /// <summary>The literal at an offset and the formulas whose nominal value it is part of; none when it is part of anything else.</summary>
    public (NumberSyntax Literal, IReadOnlyList<Formula> Formulas)? At(SourceText text, int offset)
    {
        var entries = _byText[text];
        var behind = Behind(entries, offset);
        var last = behind < 0 ? default : entries[behind];
        if (last.Formula?.Syntax.Nominal is not { } nominal || offset >= nominal.Span.End || !ReferenceEquals(last.Formula.Location.Text, text) || !(last.IsAlone || IsBare(last.Formula.Syntax)))
        {
            return null;
        }

        return Syntax.All(nominal).OfType<NumberSyntax>().FirstOrDefault(n => n.Span.Start == offset) is { } literal ? (literal, Of(text, last.Start)) : null;
    }

    /// <summary>The formulas written between two offsets, those that are written in one place together: designs that extend one another share them.</summary>
    public IEnumerable<IReadOnlyList<Formula>> In(SourceText text, TextSpan span)
    {
        var entries = _byText[text];
        for (var i = Behind(entries, span.Start - 1) + 1; i < entries.Count && entries[i].Start < span.End; i++)
        {
            if ((i == 0 || entries[i - 1].Start != entries[i].Start) && Of(text, entries[i].Start) is { Count: > 0 } formulas)
            {
                yield return formulas;
            }
        }
    }

    /// <summary>Formulas are written in another text now.</summary>
    public void Move(IReadOnlyList<Formula> formulas, SourceText from, int start)
    {
        var to = formulas[0].Location;
        if (!_byText.TryGetValue(to.Text, out var entries))
        {
            _byText.Add(to.Text, entries = new(formulas.Count));
        }

        entries.AddRange(_byText[from].Where(e => e.Start == start && formulas.Contains(e.Formula)).Select(e => e with { Start = to.Span.Start }));
    }

    // Those that start at an offset and have not been written elsewhere since.
    private List<Formula> Of(SourceText text, int start)
    {
        var entries = _byText[text];
        var found = new List<Formula>();
        for (var i = Behind(entries, start); i >= 0 && entries[i].Start == start; i--)
        {
            if (ReferenceEquals(entries[i].Formula.Location.Text, text))
            {
                found.Add(entries[i].Formula);
            }
        }

        return found;
    }

    // The last that starts at an offset or before it.
    private static int Behind(List<Entry> entries, int offset)
    {
        var (low, high) = (0, entries.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = entries[middle].Start <= offset ? (middle + 1, high) : (low, middle);
        }

        return low - 1;
    }

    private static void Add(Symbol symbol, List<Entry> found)
    {
        switch (symbol)
        {
            case ParamSymbol param:
                Add(new[] { param.Formula }, true, found);
                break;
            case KindSymbol kind:
                Add(kind.Attributes.Select(a => a.Default).OfType<Formula>(), true, found);
                Add(kind.Redefinitions.Values, true, found);
                break;
            case PartSymbol part:
                Add(part.Body, true, found);
                break;
            case DesignSymbol design:
                Add(design.Body, true, found);
                break;
        }
    }

    // What a design says of itself and what a part says stands once, whatever the number. Things are alike that say the same: of theirs, only a number that
    // stands alone may differ among those that are alike.
    private static void Add(Body body, bool isAlone, List<Entry> found)
    {
        Add(body.Overrides.Values, isAlone, found);
        foreach (var amendment in body.Amendments)
        {
            Add(amendment.Body, true, found);
        }

        foreach (var inner in body.Instances.Select(i => i.Body).Concat(body.Paths.Select(p => p.Body)).Concat(body.Paths.SelectMany(p => p.Steps).Select(s => s.Body).OfType<Body>()))
        {
            Add(inner, false, found);
        }
    }

    private static void Add(IEnumerable<Formula> formulas, bool isAlone, List<Entry> found) => found.AddRange(formulas.Select(f => new Entry(f.Location.Span.Start, f, isAlone)));

    private static bool IsBare(ValueSyntax value) =>
        value is { Nominal: NumberSyntax or UnarySyntax { Operand: NumberSyntax }, Tolerance: null, Distribution: null, Source: null, Confidence: null, Within: null, Plausible: null };
}
