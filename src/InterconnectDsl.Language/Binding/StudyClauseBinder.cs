using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Language.Binding;

/// <summary>The lines of one study over one design.</summary>
internal sealed class StudyClauseBinder(BindingSession session, Scope scope)
{
    private Scope _scope = scope;

    public void Bind(StudySyntax study)
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
    }

    private void BindKnob(KnobSyntax syntax)
    {
        if (session.Studies.BindKnob(syntax.Knob, _scope) is not { } knob)
        {
            return;
        }

        if (syntax.Over.Count == 1 && syntax.Over[0] is RangeSyntax range)
        {
            CheckRange(session.Expressions.BindRange(range, _scope, knob.Type), range, syntax.Logarithmic);
        }
        else
        {
            foreach (var value in syntax.Over)
            {
                session.Expressions.BindTo(value, _scope, knob.Type);
            }
        }

        if (syntax.Points is { } points)
        {
            CheckCount(points, "points");
        }

        if (syntax.Over.Count == 0 && !knob.HasRange)
        {
            _scope.Report("ICX5003", syntax.Knob.Span, _scope.Text.Slice(syntax.Knob.Span));
        }
        else if (!syntax.Choose && syntax.Points is null && syntax.Over.Count == 1 && syntax.Over[0] is RangeSyntax && knob.Type is not IntType)
        {
            _scope.Report("ICX5004", syntax.Over[0].Span, _scope.Text.Slice(syntax.Over[0].Span));
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
        switch (syntax.Word.Text)
        {
            case "sample" or "seed":
                CheckCount(syntax.Value, syntax.Word.Text);
                break;
            case "minimize" or "maximize":
                CheckFigure(session.Expressions.Bind(syntax.Value, _scope), syntax.Value);
                break;
            case "subject" or "expect":
                session.Expressions.BindTo(syntax.Value, _scope, BoolType.Instance);
                break;
        }
    }

    private void BindBindings(StudyBindingsSyntax syntax)
    {
        foreach (var binding in syntax.Bindings)
        {
            if (syntax.Word.Text == "with")
            {
                if (session.Studies.BindKnob(ExpressionBinder.Reference(binding.Name), _scope) is { } knob)
                {
                    session.Expressions.BindTo(binding.Value, _scope, knob.Type);
                }

                continue;
            }

            var value = session.Expressions.Bind(binding.Value, _scope);
            CheckFigure(value, binding.Value);
            _scope = new LocalScope(_scope, new(binding.Name.Text, _scope.At(binding.Name), value.Type));
        }
    }

    private void CheckCount(ExpressionSyntax syntax, string word)
    {
        var count = session.Expressions.BindTo(syntax, _scope, IntType.Instance);
        if (count.Type is IntType && ConstantFolder.TryFold(count, out var value) && value < (word == "seed" ? 0 : 1))
        {
            _scope.Report("ICX5006", syntax.Span, word, _scope.Text.Slice(syntax.Span));
        }
    }

    private void CheckFigure(BoundExpression value, ExpressionSyntax syntax)
    {
        if (value.Type is ListType or NodeType or TextType)
        {
            _scope.Report("ICX5007", syntax.Span, Names.Value(value.Type));
        }
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
