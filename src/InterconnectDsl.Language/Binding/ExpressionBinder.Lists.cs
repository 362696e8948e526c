using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Language.Binding;

/// <content>Lists: comprehensions, queries, steps of a path, and what is made of them.</content>
internal sealed partial class ExpressionBinder
{
    private BoundExpression BindComprehension(ComprehensionSyntax syntax, Scope scope)
    {
        var function = syntax.Function.Text;
        if (Array.IndexOf((string[])Intrinsics.Aggregates, function) < 0)
        {
            scope.ReportUnknown("ICX2017", syntax.Function, Intrinsics.Aggregates);
            return Error(syntax, scope);
        }

        var source = BindSource(syntax, scope, out var standsFor);
        var element = source.Type switch { ListType list => list.Element, _ => ErrorType.Instance };
        var variable = new LocalSymbol(syntax.Name.Text, scope.At(syntax.Name), element);
        var inner = new LocalScope(scope, variable) { StandsFor = standsFor };
        var value = function is "any" or "all" ? BindTo(syntax.Value, inner, BoolType.Instance) : Bind(syntax.Value, inner);
        var condition = syntax.Condition is null ? null : BindTo(syntax.Condition, inner, BoolType.Instance);
        if (source.Type is ErrorType)
        {
            return source;
        }

        return AggregateType(function, value.Type, syntax.Value, scope) is { } type
            ? new BoundAggregate(function, source, variable, value, condition, type, scope.At(syntax))
            : Error(syntax, scope);
    }

    private BoundExpression BindSource(ComprehensionSyntax syntax, Scope scope, out Symbol? standsFor)
    {
        standsFor = null;
        if (syntax.Scope is not { } query)
        {
            return BindListSource(syntax, scope, out standsFor);
        }

        if (syntax.Kind is not { } name)
        {
            return Error(syntax, scope);
        }

        if (query == QueryScope.Design && !scope.HasDesign)
        {
            return Reported("ICX2035", syntax, scope, scope.Text.Slice(name.Span), "in a design: constants and params stand outside of all; write a function, or ask in the design");
        }

        // `l : lane` names things of the design and not a kind.
        if (query == QueryScope.Design && session.Modules.Resolve(scope.Module, name.Text) is not KindSymbol && ThingNamed(name, scope) is { } things)
        {
            standsFor = DeclaredThing(things, scope);
            return things.Type is ListType ? things : new BoundList(new[] { things }, new ListType(things.Type), scope.At(name));
        }

        var kind = session.Types.Kind(name, scope);
        var place = syntax.Source is null ? null : Bind(syntax.Source, scope);
        if (kind is null || (place is not null && !IsThing(place, syntax.Source!, scope)))
        {
            return Error(syntax, scope);
        }

        if (query is QueryScope.Through or QueryScope.To && !kind.IsPath)
        {
            scope.Report("ICX2025", name.Span, name.Text, query == QueryScope.To ? "to" : "through");
            return Error(syntax, scope);
        }

        return new BoundQuery(query, kind, place, scope.At(syntax));
    }

    private BoundExpression BindListSource(ComprehensionSyntax syntax, Scope scope, out Symbol? standsFor)
    {
        standsFor = null;
        var list = Bind(syntax.Source!, scope);
        standsFor = DeclaredThing(list, scope);
        if (list.Type is ErrorType)
        {
            return list;
        }

        if (list.Type is not ListType { Element: var element })
        {
            return Reported("ICX2034", syntax.Source!, scope, syntax.Function.Text, Names.Value(list.Type));
        }

        if (syntax.Kind is not { } name)
        {
            return list;
        }

        var kind = session.Types.Kind(name, scope);
        return kind is null ? Error(syntax, scope)
            : element is NodeType ? new BoundOfKind(list, kind, scope.At(syntax))
            : Reported("ICX2012", syntax.Source!, scope, TypeAlgebra.ExplainMismatch(list.Type, kind.ListType));
    }

    private BoundExpression? ThingNamed(Identifier name, Scope scope)
    {
        for (var at = scope; at is not null; at = at.Parent)
        {
            if (at is BodyScope body && FindThing(body, name.Text) is not null)
            {
                return Lookup(name.Text, new NameSyntax(name.Span, name.Text), scope);
            }
        }

        return null;
    }

    private BoundExpression BindSteps(StepsSyntax syntax, Scope scope) => BindSteps(syntax, syntax.Portion, syntax.From, syntax.To, scope);

    private BoundExpression BindSteps(ExpressionSyntax syntax, StepsPortion portion, ExpressionSyntax? from, ExpressionSyntax? to, Scope scope)
    {
        if (scope.Thing is not { SeesOwn: true, Kind.IsPath: true })
        {
            return Reported("ICX2035", syntax, scope, "steps", "in the formulas of a path; elsewhere say of which, `lane[0].steps`");
        }

        var (first, second) = (from is null ? null : Bind(from, scope), to is null ? null : Bind(to, scope));
        var isGood = (first is null || IsThing(first, from!, scope)) && (second is null || IsThing(second, to!, scope));
        return isGood ? new BoundSteps(null, portion, first, second, session.CoreKinds.Step.ListType, scope.At(syntax)) : Error(syntax, scope);
    }
}
