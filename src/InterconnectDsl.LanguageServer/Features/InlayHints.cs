using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;
using InterconnectDsl.LanguageServer.Analysis;
using InterconnectDsl.LanguageServer.Protocol;

namespace InterconnectDsl.LanguageServer.Features;

/// <summary>
/// Computed values where they are written: behind a formula what it comes to, behind a step what it loses, behind a path its margin, behind an engine
/// the architecture its links amount to.
/// </summary>
internal static class InlayHints
{
    private const int KindType = 1;

    /// <summary>The hints of the lines a range touches.</summary>
    public static IReadOnlyList<InlayHint> In(FileEvaluation evaluation, TextSpan range, Session session)
    {
        var text = evaluation.Document.Text;
        var hints = new List<InlayHint>();
        lock (evaluation.Gate)
        {
            foreach (var node in Syntax.All(evaluation.Document.Tree.Root).Where(n => n.Span.Start <= range.End && n.Span.End >= range.Start))
            {
                foreach (var (at, label, tooltip) in Of(node, evaluation))
                {
                    if (at >= range.Start && at <= range.End)
                    {
                        hints.Add(new(session.Encoding.PositionOf(text, at), label, KindType, tooltip, PaddingLeft: true));
                    }
                }
            }
        }

        return hints.OrderBy(h => h.Position.Line).ThenBy(h => h.Position.Character).ToList();
    }

    private static IEnumerable<(int At, string Label, string Tooltip)> Of(SyntaxNode node, FileEvaluation evaluation) => node switch
    {
        ParamSyntax n => OfNamed(n.Name.Text, n.Value, evaluation),
        AttributeSyntax { Value: { } value } n => OfFormula(value, evaluation).DefaultIfEmpty(OfNamed(n.Name.Text, value, evaluation).FirstOrDefault()).Where(h => h.Label is not null),
        AssignmentSyntax { Target: NameSyntax target } n => OfFormula(n.Value, evaluation).DefaultIfEmpty(OfNamed(target.Name, n.Value, evaluation).FirstOrDefault()).Where(h => h.Label is not null),
        AssignmentSyntax n => OfFormula(n.Value, evaluation),
        PathSyntax n => OfPath(n, evaluation),
        InstanceSyntax { Kind.Text: "engine" } n => OfEngine(n, evaluation),
        _ => Array.Empty<(int, string, string)>(),
    };

    // A literal says its value itself.
    private static bool IsPlain(ExpressionSyntax? nominal) =>
        nominal is null or NumberSyntax or TextSyntax or DateSyntax or NameSyntax or UnarySyntax { Operand: NumberSyntax } or RangeSyntax
            or ExtentSyntax { Width: NumberSyntax, Height: NumberSyntax } or PointSyntax { X: NumberSyntax, Y: NumberSyntax };

    private static IEnumerable<(int At, string Label, string Tooltip)> OfFormula(ValueSyntax value, FileEvaluation evaluation)
    {
        if (IsPlain(value.Nominal) && value.Nominal is not NameSyntax)
        {
            yield break;
        }

        var found = evaluation.Values.Of(value.Span).Select(v => (Text: v.Text, Name: v.Design.ShortNameOf(v.Group))).Where(v => v.Text is not null).ToList();
        var texts = found.Select(v => v.Text).Distinct(StringComparer.Ordinal).ToList();
        if (texts.Count > 0 && texts[0] != (value.Nominal as NameSyntax)?.Name)
        {
            var more = texts.Count > 1 ? " ..." : "";
            yield return (value.Nominal!.Span.End, "= " + texts[0] + more, string.Join('\n', found.Take(12).Select(v => v.Name + ": " + v.Text)));
        }
    }

    private static IEnumerable<(int At, string Label, string Tooltip)> OfNamed(string name, ValueSyntax value, FileEvaluation evaluation)
    {
        if (IsPlain(value.Nominal) || evaluation.Designs.Count == 0 || !evaluation.Compilation.Modules[0].Members.TryGetValue(name, out var symbol))
        {
            yield break;
        }

        if (ValueText.Of(evaluation.Designs[0].Design, symbol) is { } text)
        {
            yield return (value.Nominal!.Span.End, "= " + text, name + " in " + evaluation.Designs[0].Design.Symbol.Name);
        }
    }

    private static IEnumerable<(int At, string Label, string Tooltip)> OfPath(PathSyntax path, FileEvaluation evaluation)
    {
        foreach (var design in evaluation.Designs.Select(d => d.Design))
        {
            var group = design.Paths.FirstOrDefault(g => g.Extents.Any(e => e.Symbol?.Location.Span == path.Name.Span && ReferenceEquals(e.Symbol.Location.Text, evaluation.Document.Text)));
            if (group is null || group.Count == 0)
            {
                continue;
            }

            for (var i = 0; i < path.Steps.Count && i < group.Written.Count; i++)
            {
                if (OfStep(design, group.Written[i], path.Steps[i].Value is CallSyntax { Arguments.Count: 0 }) is { } label)
                {
                    yield return (path.Steps[i].Value.Span.End, label, "per lane, nominal");
                }
            }

            foreach (var figure in new[] { "form", "margin", "electrical_margin", "load", "rise" }.Where(f => group.Kind.FindAttribute(f) is not null))
            {
                if (ValueText.Of(design, group, figure) is { } value)
                {
                    yield return (path.Span.End, (figure == "form" ? "" : figure.Replace('_', ' ') + " ") + value, $"{design.ShortNameOf(group)} in {design.Symbol.Name}");
                }
            }

            yield break;
        }
    }

    // The classes of the links it is the transmitter of, as far as so many of them tell.
    private static IEnumerable<(int At, string Label, string Tooltip)> OfEngine(InstanceSyntax engine, FileEvaluation evaluation)
    {
        const int Looked = 4096;
        foreach (var design in evaluation.Designs.Select(d => d.Design))
        {
            bool IsIt((Group Group, int Member)? thing) => thing is var (group, member) && group.ExtentOf(member).Symbol is { } symbol
                && symbol.Location.Span == engine.Name.Span && ReferenceEquals(symbol.Location.Text, evaluation.Document.Text);
            var forms = design.Paths.Where(p => p.Kind.FindAttribute("form") is not null).SelectMany(p => Enumerable.Range(0, Math.Min(p.Count, Looked))
                .Where(m => IsIt(design.ThingOf(p, "tx", m))).Select(m => design.TextOf(p, "form", m))).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
            if (forms.Count > 0)
            {
                var head = engine.Place ?? engine.Host ?? engine.Part;
                yield return (head?.Span.End ?? engine.Array?.Span.End ?? engine.Name.Span.End, string.Join(", ", forms), "the class of its links in " + design.Symbol.Name);
                yield break;
            }
        }
    }

    private static string? OfStep(ElaboratedDesign design, StepColumn step, bool isBare)
    {
        if (step.Value is not null || step.Things.Single is not { } group || group.Count == 0)
        {
            return null;
        }

        var said = new List<string>();
        foreach (var name in isBare ? new[] { "length", "electrical_loss", "optical_loss" } : new[] { "electrical_loss", "optical_loss" })
        {
            if (group.Kind.FindAttribute(name) is not null && design.NumberOf(group, name, 0) is not (null or 0) && ValueText.Of(design, group, name) is { } value)
            {
                said.Add(value);
            }
        }

        if (group.Kind.FindAttribute("pmd") is not null && said.Count == 0 && group.Kind.Name == "engine" && design.ThingOf(group, "pmd", 0) is { } pmd)
        {
            said.Add(design.ShortNameOf(pmd.Group));
        }

        return said.Count == 0 ? null : string.Join(", ", said);
    }
}
