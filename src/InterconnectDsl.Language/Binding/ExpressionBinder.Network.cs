using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Language.Binding;

/// <content>The temperature of a thing in a network whose conductances are functions of pairs of things.</content>
internal sealed partial class ExpressionBinder
{
    private const string NetworkForm = "solve_thermal(this, between, outward)";

    private static readonly IcxType Conductance = TypeNames.Find("thermal_conductance")!;

    private BoundExpression BindNetwork(CallSyntax syntax, Scope scope)
    {
        if (syntax.Arguments.Count != 3)
        {
            return Reported("ICX2018", syntax, scope, "solve_thermal", "a thing and two functions", NetworkForm);
        }

        var thing = Bind(syntax.Arguments[0].Value, scope);
        if (!IsThing(thing, syntax.Arguments[0].Value, scope))
        {
            return Error(syntax, scope);
        }

        var between = BindPairing(syntax.Arguments[1].Value, thing, 2, scope);
        var outward = BindPairing(syntax.Arguments[2].Value, thing, 1, scope);
        return between is null || outward is null
            ? Error(syntax, scope)
            : new BoundIntrinsic("solve_thermal", new[] { thing, between, outward }, TypeNames.Find("temperature")!, scope.At(syntax)) { Kind = ((NodeType)thing.Type).Kind };
    }

    /// <summary>A call of a function of one or two things of the kind; null, and reported, when it is none.</summary>
    private BoundCall? BindPairing(ExpressionSyntax syntax, BoundExpression thing, int count, Scope scope)
    {
        if (syntax is not NameSyntax name || session.Modules.Resolve(scope.Module, name.Name) is not FunctionSymbol function)
        {
            Reported("ICX2018", syntax, scope, "solve_thermal", "the names of two functions", NetworkForm);
            return null;
        }

        session.Functions.Complete(function);
        var fits = function.Parameters.Count == count && function.Parameters.All(p => p.Type is NodeType node && ((NodeType)thing.Type).Kind.Is(node.Kind));
        if (!fits || !Conductance.Equals(function.Result))
        {
            var wanted = $"fn {function.Name}({(count == 1 ? "a" : "a, b")} : {Names.Value(thing.Type)}) -> thermal_conductance";
            Reported("ICX2018", syntax, scope, "solve_thermal", "a function such as `" + wanted + "`", NetworkForm);
            return null;
        }

        session.Functions.CheckBody(function);
        var arguments = function.Parameters.Select(p => (BoundExpression)new BoundLocal(new(p.Name, p.Location, thing.Type), scope.At(syntax))).ToList();
        return new(function, arguments, scope.At(syntax));
    }
}
