using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Language.Binding;

/// <summary>The lines of one study over one design.</summary>
internal sealed class StudyClauseBinder(BindingSession session, Scope scope, DesignSymbol design)
{
    private readonly List<StudyKnob?> _knobs = new();
    private readonly List<(ParamSymbol, BoundExpression)> _with = new();
    private readonly List<Amendment> _amendments = new();
    private readonly List<(LocalSymbol Local, BoundExpression Value)> _locals = new();
    private readonly List<BoundExpression?> _figures = new();
    private readonly Dictionary<string, List<BoundExpression>> _terms = new(StringComparer.Ordinal);
    private Scope _scope = scope;

    public BoundStudy Bind(StudySyntax study)
    {
        foreach (var clause in study.Clauses)
        {
            switch (clause)
            {
                case KnobSyntax knob:
                    BindKnob(knob);
                    break;
                case StudyTermSyntax term:
                    BindTerm(term);
                    break;
                case StudyBindingsSyntax bindings:
                    BindBindings(bindings);
                    break;
            }
        }

        CheckAim(study);
        new StudyRepetitions(_scope).Check(study);
        CheckPurpose(study);
        CheckSamples(study);
        return new(
            design, _knobs, _with, _amendments, _figures, Terms("expect"), Terms("subject"), Terms("maximize").Concat(Terms("minimize")).FirstOrDefault(),
            Terms("maximize").Count > 0, Terms("sample").FirstOrDefault(), Terms("seed").FirstOrDefault());
    }

    private IReadOnlyList<BoundExpression> Terms(string word) => _terms.TryGetValue(word, out var terms) ? terms : Array.Empty<BoundExpression>();

    private void BindKnob(KnobSyntax syntax)
    {
        if (session.Studies.BindKnob(syntax.Knob, _scope) is not { } knob)
        {
            _knobs.Add(null);
            return;
        }

        var values = new List<BoundExpression>();
        var within = syntax.Over.Count == 0 ? knob.Range : null;
        if (syntax.Over.Count == 1 && syntax.Over[0] is RangeSyntax range)
        {
            within = session.Expressions.BindRange(range, _scope, knob.Type);
            CheckRange(within, range, syntax.Logarithmic);
        }
        else
        {
            values.AddRange(syntax.Over.Select(v => session.Expressions.BindTo(v, _scope, knob.Type)));
        }

        CheckPlausibility(knob, within is null ? values : new() { within.From, within.To });
        var points = syntax.Points is null ? null : CheckCount(syntax.Points, "points");
        _knobs.Add(new(ParamOf(knob, syntax), syntax.Choose, values, within, points, syntax.Logarithmic, _scope.At(syntax.Knob)));
        if (syntax.Over.Count == 0 && within is null)
        {
            _scope.Report("ICX5003", syntax.Knob.Span, _scope.Text.Slice(syntax.Knob.Span));
        }
        else if (!syntax.Choose && syntax.Points is null && syntax.Over.Count == 1 && syntax.Over[0] is RangeSyntax && knob.Type is not IntType)
        {
            _scope.Report("ICX5004", syntax.Over[0].Span, _scope.Text.Slice(syntax.Over[0].Span));
        }
    }

    // An attribute of things is turned through a param that all of them follow.
    private ParamSymbol ParamOf(StudyBinder.Knob knob, KnobSyntax syntax)
    {
        if (knob.Param is { } param)
        {
            return param;
        }

        var (location, written) = (_scope.At(syntax.Knob), new ValueSyntax(syntax.Knob.Span) { Nominal = syntax.Knob });
        Formula Of(BoundExpression? nominal) => new(written, location, _ => new(nominal, null, null, null, null));
        var own = new ParamSymbol(_scope.Text.Slice(syntax.Knob.Span), location, Of(null)) { TypeOf = () => knob.Type };
        _amendments.Add(knob.Amendment(location, Of(new BoundParam(own, location))));
        return own;
    }

    private void CheckPlausibility(StudyBinder.Knob knob, List<BoundExpression> values)
    {
        if (knob.PlausibleFrom?.Bound.Plausible is { } plausible)
        {
            var check = new PlausibilityCheck(_scope, plausible);
            values.ForEach(v => check.Check(new BoundFormula(v, null, null, null, null)));
        }
    }

    private void CheckRange(BoundRange range, RangeSyntax syntax, bool isLogarithmic)
    {
        if (RangeCheck.EndsInOrder(range, syntax, _scope) && isLogarithmic && ConstantFolder.TryFold(range.From, out var low) && low <= 0)
        {
            _scope.Report("ICX5010", syntax.From.Span, _scope.Text.Slice(syntax.From.Span));
        }
    }

    private void BindTerm(StudyTermSyntax syntax)
    {
        var word = syntax.Word.Text;
        var bound = word is "sample" or "seed" ? CheckCount(syntax.Value, word)
            : word is "minimize" or "maximize" ? CheckFigure(session.Expressions.Bind(syntax.Value, _scope), syntax.Value)
            : session.Expressions.BindTo(syntax.Value, _scope, BoolType.Instance);
        if (!_terms.TryGetValue(word, out var terms))
        {
            _terms.Add(word, terms = new());
        }

        terms.Add(WithFigures(bound));
    }

    // What was observed above may be named.
    private BoundExpression WithFigures(BoundExpression bound) => _locals.Count == 0 ? bound : new BoundBlock(_locals.ToArray(), bound, bound.Location);

    private void BindBindings(StudyBindingsSyntax syntax)
    {
        foreach (var binding in syntax.Bindings)
        {
            if (syntax.Word.Text == "with")
            {
                Hold(binding);
                continue;
            }

            var value = CheckFigure(session.Expressions.Bind(binding.Value, _scope), binding.Value);
            _figures.Add(value is BoundError ? null : WithFigures(value));
            var local = new LocalSymbol(binding.Name.Text, _scope.At(binding.Name), value.Type);
            _locals.Add((local, value));
            _scope = new LocalScope(_scope, local);
        }
    }

    private void Hold(LocalSyntax binding)
    {
        if (session.Studies.BindKnob(ExpressionBinder.Reference(binding.Name), _scope) is not { } knob)
        {
            return;
        }

        var value = session.Expressions.BindTo(binding.Value, _scope, knob.Type);
        CheckPlausibility(knob, new() { value });
        if (knob.Param is { } param)
        {
            _with.Add((param, value));
            return;
        }

        var written = new ValueSyntax(binding.Value.Span) { Nominal = binding.Value };
        _amendments.Add(knob.Amendment(_scope.At(binding), new(written, _scope.At(binding.Value), _ => new(value, null, null, null, null))));
    }

    private BoundExpression CheckCount(ExpressionSyntax syntax, string word)
    {
        var count = session.Expressions.BindTo(syntax, _scope, IntType.Instance);
        if (count.Type is IntType && ConstantFolder.TryFold(count, out var value) && value < (word == "seed" ? 0 : 1))
        {
            _scope.Report("ICX5006", syntax.Span, word, _scope.Text.Slice(syntax.Span));
        }

        return count;
    }

    private BoundExpression CheckFigure(BoundExpression value, ExpressionSyntax syntax)
    {
        if (value.Type is ListType or NodeType or TextType)
        {
            _scope.Report("ICX5007", syntax.Span, Names.Value(value.Type));
        }

        return value;
    }

    // Where a line is wrong, that may be the one that shows something.
    private void CheckPurpose(StudySyntax study)
    {
        var shows = study.Clauses.Any(c => c is StudyBindingsSyntax { Word.Text: "observe" } or KnobSyntax { Choose: true }
            or StudyTermSyntax { Word.Text: "expect" or "minimize" or "maximize" });
        if (!shows && _scope.Bag.Items.Count == 0)
        {
            _scope.Report("ICX5011", study.Name.Span, study.Name.Text);
        }
    }

    // A figure over samples needs some.
    private void CheckSamples(StudySyntax study)
    {
        if (_scope.Bag.Items.Count > 0 || study.Clauses.Any(c => c is StudyTermSyntax { Word.Text: "sample" }))
        {
            return;
        }

        foreach (var call in study.Clauses.SelectMany(Below).OfType<CallSyntax>())
        {
            if (call.Target is NameSyntax { Name: var name } && Intrinsics.Sampled.Contains(name))
            {
                _scope.Report("ICX5012", call.Span, name, study.Name.Text);
            }
        }
    }

    private static IEnumerable<SyntaxNode> Below(SyntaxNode node) => new[] { node }.Concat(SyntaxParts.Children(node).SelectMany(Below));

    // Something to choose needs an aim, and the other way round.
    private void CheckAim(StudySyntax study)
    {
        var chooses = study.Clauses.Any(c => c is KnobSyntax { Choose: true });
        var aims = study.Clauses.OfType<StudyTermSyntax>().Where(t => t.Word.Text is "minimize" or "maximize").ToList();
        if (chooses != aims.Count > 0 || aims.Count > 1)
        {
            var span = aims.Count > 1 ? aims[1].Word.Span : study.Name.Span;
            _scope.Report(
                "ICX5008", span, study.Name.Text,
                aims.Count > 1 ? "two aims" : chooses ? "something to choose and no aim" : "an aim and nothing to choose");
        }
    }
}
