using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Language.Binding;

/// <summary>Finds what one study or test says twice: a design, a figure, a knob, the number of samples.</summary>
internal sealed class StudyRepetitions(Scope scope)
{
    private readonly Dictionary<string, TextSpan> _first = new(StringComparer.Ordinal);

    public void Check(StudySyntax study)
    {
        foreach (var design in study.Of)
        {
            Note("the design", design.Text, design.Span);
        }

        foreach (var clause in study.Clauses)
        {
            switch (clause)
            {
                case KnobSyntax knob:
                    Note("the knob", scope.Text.Slice(knob.Knob.Span), knob.Knob.Span);
                    break;
                case StudyBindingsSyntax bindings:
                    foreach (var binding in bindings.Bindings)
                    {
                        Note(bindings.Word.Text == "with" ? "the knob" : "the figure", binding.Name.Text, binding.Name.Span);
                    }

                    break;
                case StudyTermSyntax { Word.Text: "sample" or "seed" } term:
                    Note("the line", term.Word.Text, term.Word.Span);
                    break;
            }
        }
    }

    public void Check(TestSyntax test)
    {
        foreach (var setting in test.With)
        {
            Note("the knob", scope.Text.Slice(setting.Target.Span), setting.Target.Span);
        }
    }

    private void Note(string what, string name, TextSpan span)
    {
        if (name.Length > 0 && _first.TryGetValue(what + " " + name, out var first))
        {
            scope.ReportRelated("ICX5009", span, scope.At(first), "the first is here", what, name);
            return;
        }

        _first[what + " " + name] = span;
    }
}
