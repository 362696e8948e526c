using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Language.Binding;

/// <content>Paths and their steps.</content>
internal sealed partial class BodyBinder
{
    private void BindPath(PendingPath pending)
    {
        var (path, syntax) = (pending.Symbol, pending.Syntax);
        if (syntax.Array is not null)
        {
            path.Array = BindArray(syntax.Array, pending.Index, new ThingScope(pending.Around, path.Kind, ThingUse.Declaration));
        }

        var inner = pending.Index is null ? pending.Around : new LocalScope(pending.Around, pending.Index);
        var scope = new ThingScope(inner, path.Kind, ThingUse.Step);
        path.Steps = BindSteps(path, syntax, scope);
        var body = new BodyScope(inner, path, path.Body, null);
        var last = syntax.Steps.Count > 0 ? syntax.Steps[syntax.Steps.Count - 1] : null;
        foreach (var members in new[] { syntax.Members, IsMirror(last) ? last!.Members : null })
        {
            if (members is not null)
            {
                Bind(members, path.Kind, path.Body, body, isMany: path.Array is not null, holdsThings: false);
            }
        }
    }

    private List<PathStep> BindSteps(PathSymbol path, PathSyntax syntax, ThingScope scope)
    {
        var steps = new List<PathStep>(syntax.Steps.Count);
        for (var i = 0; i < syntax.Steps.Count; i++)
        {
            var step = syntax.Steps[i];
            if (!IsMirror(step))
            {
                steps.Add(BindStep(path, step, scope, isEnd: i == 0 || i == syntax.Steps.Count - 1));
                continue;
            }

            path.Mirrored = true;
            if (i != syntax.Steps.Count - 1)
            {
                scope.Report("ICX3012", step.Span);
            }
        }

        if (steps.Count < 2)
        {
            scope.Report("ICX3022", syntax.Name.Span, path.Name);
        }

        return steps;
    }

    private static bool IsMirror(StepSyntax? step) => step?.Value is NameSyntax { Name: "mirror" };

    private PathStep BindStep(PathSymbol path, StepSyntax syntax, ThingScope scope, bool isEnd)
    {
        var value = session.Expressions.Bind(syntax.Value, scope);
        Body? body = null;
        switch (value)
        {
            case { Type: ErrorType }:
                break;
            case { Type: ListType { Element: NodeType } }:
                ReportBareArray(syntax.Value, scope, path.Array?.Index?.Name ?? (path.Array is null ? "0" : "index"));
                value = ExpressionBinder.Error(syntax.Value, scope);
                break;
            case BoundPart part when part.Use.Part.Kind.Is(session.CoreKinds.Step):
                body = syntax.Members is null ? null : BindStepBody(syntax.Members, part.Use.Part, scope);
                session.Requirements.Defer(part.Use, body, value.Location, scope);
                break;
            case BoundInstance or BoundElement or BoundPosition when value.Type is NodeType type && type.Kind.Is(session.CoreKinds.Step):
                break;
            case { Type: QuantityType { Flavour: Flavour.TemperaturePoint } } when isEnd
                && (session.CoreKinds.Heat is not { } heat || path.Kind.Is(heat)):
                break;
            default:
                ReportNoStep(path, value, syntax, scope);
                value = ExpressionBinder.Error(syntax.Value, scope);
                break;
        }

        if (syntax.Members is { } members && body is null && value.Type is not ErrorType)
        {
            scope.Report(
                "ICX3016", members.Count > 0 ? members[0].Span : syntax.Span, "a value", "behind a thing in a path",
                "behind a part that is applied in place");
        }

        return new(value, body);
    }

    private void ReportNoStep(PathSymbol path, BoundExpression value, StepSyntax syntax, Scope scope)
    {
        var what = value.Type is NodeType node ? Names.Article(node.Kind.Name) : Names.Value(value.Type);
        var help = value.Type is QuantityType { Flavour: Flavour.TemperaturePoint } && session.CoreKinds.Heat is { } heat
            ? $"only a {heat.Name} path ends in a temperature" : null;
        scope.ReportWithHelp("ICX3010", syntax.Value.Span, help, null, scope.Text.Slice(syntax.Value.Span), what, path.Name);
    }

    private Body BindStepBody(IReadOnlyList<DeclarationSyntax> members, PartSymbol part, Scope scope)
    {
        var body = new Body();
        Bind(members, part.Kind, body, scope.Parent!, isMany: false, holdsThings: false);
        return body;
    }
}
