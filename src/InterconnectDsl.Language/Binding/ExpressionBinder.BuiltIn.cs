using System.Globalization;
using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Language.Binding;

/// <content>Functions of the compiler's own: of numbers, and of the structure of a design.</content>
internal sealed partial class ExpressionBinder
{
    /// <summary>A call of a function of the compiler's own; null when it has none of this name.</summary>
    private BoundExpression? BindBuiltIn(string name, CallSyntax syntax, Scope scope)
    {
        var count = syntax.Arguments.Count;
        if (Array.IndexOf((string[])Intrinsics.Aggregates, name) >= 0 && (count == 1 || IntrinsicSignatures.Find(name) is null))
        {
            return BindAggregateCall(name, syntax, scope);
        }

        if (IntrinsicSignatures.Find(name) is { } signature)
        {
            return BindNumeric(signature, syntax, scope);
        }

        switch (name)
        {
            case "first" or "last" or "previous" or "next":
                return BindNeighbour(name, syntax, scope);
            case "host_of":
                return BindHostOf(syntax, scope);
            case "common_host":
                return BindOfThings(name, syntax, scope, session.CoreKinds.Carrier.Type);
            case "distance" or "gap_between":
                return BindOfThings(name, syntax, scope, _length);
            case "same":
                return BindOfThings(name, syntax, scope, BoolType.Instance);
            case "position_of" or "strand_landing" or "strand_leaves" or "strand_arrives" or "strand_wanted":
                return BindOfThings(name, syntax, scope, IntType.Instance, arguments: 1);
            case "strand_meets":
                return BindOfThings(name, syntax, scope, session.CoreKinds.Link.Type, arguments: 1);
            case "offset":
                return BindOfThings(name, syntax, scope, PointType.Instance);
            case "solve_thermal":
                return BindNetwork(syntax, scope);
            case "probability" or "deviation" or "quantile" when scope.Thing?.Use == ThingUse.Study:
                return BindOverSamples(name, syntax, scope);
            default:
                return DistributionBinder.IsDistribution(name) ? Reported("ICX2030", syntax, scope, name, "a distribution stands behind `~`") : null;
        }
    }

    // first(engine) asks the path's own steps for a kind, first(list) a list.
    private BoundExpression BindNeighbour(string name, CallSyntax syntax, Scope scope)
    {
        if (syntax.Arguments.Count != 1)
        {
            return Reported("ICX2018", syntax, scope, name, "one argument", $"{name}(kind)");
        }

        var argument = syntax.Arguments[0].Value;
        if (argument is NameSyntax kindName && session.Modules.Resolve(scope.Module, kindName.Name) is KindSymbol kind)
        {
            var isNear = name is "previous" or "next";
            if (!isNear && scope.Thing is { SeesOwn: true, Kind: { } own } && own.Is(session.CoreKinds.Design))
            {
                var all = new BoundQuery(QueryScope.Design, kind, null, scope.At(argument));
                return new BoundIntrinsic(name, new BoundExpression[] { all }, kind.Type, scope.At(syntax));
            }

            var isHere = scope.Thing is { } thing
                && (isNear ? thing.Use == ThingUse.Step || thing.Kind.Is(session.CoreKinds.Step) : thing.Kind.IsPath);
            return isHere
                ? new BoundIntrinsic(name, Array.Empty<BoundExpression>(), kind.Type, scope.At(syntax)) { Kind = kind }
                : Reported(
                    "ICX2035", syntax, scope, $"{name}({kind.Name})", isNear ? "in a step of a path" : "in the formulas of a path or a design");
        }

        if (name is "previous" or "next")
        {
            if (argument is NameSyntax unknown)
            {
                session.Types.Kind(new(unknown.Name, unknown.Span), scope);
                return Error(syntax, scope);
            }

            return Reported("ICX2012", argument, scope, "a kind is wanted, as in `previous(die)`");
        }

        var list = Bind(argument, scope);
        return list.Type switch
        {
            ListType type => new BoundIntrinsic(name, new[] { list }, type.Element, scope.At(syntax)),
            ErrorType => list,
            _ => Reported("ICX2034", argument, scope, name, Names.Value(list.Type)),
        };
    }

    // Figures over the samples of a study: probability(condition), deviation(x), quantile(x, 5 %).
    private BoundExpression BindOverSamples(string name, CallSyntax syntax, Scope scope)
    {
        var count = name == "quantile" ? 2 : 1;
        if (syntax.Arguments.Count != count)
        {
            var (needs, form) = name switch { "probability" => ("a condition", "probability(x >= 0 dB)"), "quantile" => (
                "a figure and a share", "quantile(x, 5 %)"), _ => ("a figure", "deviation(x)") };
            return Reported("ICX2018", syntax, scope, name, needs, form);
        }

        var first = syntax.Arguments[0].Value;
        var value = name == "probability" ? BindTo(first, scope, BoolType.Instance) : Bind(first, scope);
        var arguments = count == 1 ? new[] { value } : new[] { value, BindTo(syntax.Arguments[1].Value, scope, QuantityTypes.Real) };
        var type = name == "probability" ? QuantityTypes.Real : name == "deviation" ? TypeAlgebra.DifferenceOf(value.Type) : value.Type;
        return new BoundIntrinsic(name, arguments, type, scope.At(syntax));
    }

    private BoundExpression BindHostOf(CallSyntax syntax, Scope scope)
    {
        if (syntax.Arguments.Count != 2 || syntax.Arguments[1].Value is not NameSyntax kindName)
        {
            return Reported("ICX2018", syntax, scope, "host_of", "a thing and a kind", "host_of(x, kind)");
        }

        var thing = Bind(syntax.Arguments[0].Value, scope);
        var kind = session.Types.Kind(new(kindName.Name, kindName.Span), scope);
        if (kind is null || !IsThing(thing, syntax.Arguments[0].Value, scope))
        {
            return Error(syntax, scope);
        }

        return new BoundIntrinsic("host_of", new[] { thing }, kind.Type, scope.At(syntax)) { Kind = kind };
    }

    private BoundExpression BindOfThings(string name, CallSyntax syntax, Scope scope, IcxType type, int arguments = 2)
    {
        if (syntax.Arguments.Count != arguments)
        {
            var form = arguments == 1 ? $"{name}(a)" : $"{name}(a, b)";
            return Reported("ICX2018", syntax, scope, name, arguments == 1 ? "one thing" : "two things", form);
        }

        var bound = new BoundExpression[arguments];
        for (var i = 0; i < arguments; i++)
        {
            bound[i] = Bind(syntax.Arguments[i].Value, scope);
            if (!IsThing(bound[i], syntax.Arguments[i].Value, scope))
            {
                return Error(syntax, scope);
            }
        }

        return new BoundIntrinsic(name, bound, type, scope.At(syntax));
    }

    private bool IsThing(BoundExpression bound, ExpressionSyntax syntax, Scope scope)
    {
        if (bound.Type is not (NodeType or ErrorType))
        {
            Reported("ICX2012", syntax, scope, TypeAlgebra.ExplainMismatch(bound.Type, session.CoreKinds.Node.Type));
        }

        return bound.Type is NodeType;
    }
}
