using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Language.Binding;

/// <content>Arguments: in order, by name, by default, and what a placement is told unasked.</content>
internal sealed partial class ExpressionBinder
{
    private static readonly string[] Filled = { "index", "count", "host", "size" };

    private BoundExpression[]? BindArguments(
        Symbol callee, IReadOnlyList<LocalSymbol> parameters, IReadOnlyList<ArgumentSyntax> arguments, ExpressionSyntax syntax, Scope scope,
        bool fills)
    {
        var bound = new BoundExpression?[parameters.Count];
        var isGood = true;
        var next = 0;
        foreach (var argument in arguments)
        {
            var at = argument.Name is { } name ? IndexOf(parameters, name.Text) : NextFree(parameters, bound, ref next, fills);
            if (at < 0 || bound[at] is not null)
            {
                isGood = false;
                ReportArgument(callee, parameters, argument, at, scope);
                Bind(argument.Value, scope);
            }
            else
            {
                scope.Note(argument.Name?.Span ?? default, argument.Name is null ? null : parameters[at]);
                bound[at] = BindTo(argument.Value, scope, parameters[at].Type);
            }
        }

        for (var i = 0; i < bound.Length; i++)
        {
            bound[i] ??= (fills ? Fill(parameters[i], syntax, scope) : null) ?? parameters[i].Default;
        }

        return isGood && AllGiven(callee, parameters, bound, syntax, scope) ? Array.ConvertAll(bound, b => b!) : null;
    }

    private static int IndexOf(IReadOnlyList<LocalSymbol> parameters, string name)
    {
        for (var i = 0; i < parameters.Count; i++)
        {
            if (parameters[i].Name == name)
            {
                return i;
            }
        }

        return -1;
    }

    private static int NextFree(IReadOnlyList<LocalSymbol> parameters, BoundExpression?[] bound, ref int next, bool fills)
    {
        while (next < bound.Length && (bound[next] is not null || (fills && Array.IndexOf(Filled, parameters[next].Name) >= 0)))
        {
            next++;
        }

        return next < bound.Length ? next++ : -1;
    }

    private static void ReportArgument(Symbol callee, IReadOnlyList<LocalSymbol> parameters, ArgumentSyntax argument, int at, Scope scope)
    {
        if (argument.Name is not { } name)
        {
            scope.ReportWithHelp(
                "ICX2018", argument.Span, null, null, callee.Name, parameters.Count == 0 ? "no argument" : "no further argument",
                Signature(callee, parameters));
        }
        else if (at >= 0)
        {
            scope.Report("ICX2009", name.Span, name.Text, "an argument", "this call");
        }
        else
        {
            scope.ReportUnknown("ICX2019", name, parameters.Select(p => p.Name), callee.Name, Signature(callee, parameters));
        }
    }

    private static bool AllGiven(Symbol callee, IReadOnlyList<LocalSymbol> parameters, BoundExpression?[] bound, ExpressionSyntax syntax, Scope scope)
    {
        for (var i = 0; i < bound.Length; i++)
        {
            if (bound[i] is null)
            {
                scope.Report(
                    "ICX2018", syntax.Span, callee.Name, $"`{parameters[i].Name}`, {Names.Value(parameters[i].Type)}", Signature(callee, parameters));
                return false;
            }
        }

        return true;
    }

    private static string Signature(Symbol callee, IReadOnlyList<LocalSymbol> parameters) =>
        callee.Name + "(" + string.Join(", ", parameters.Select(p => p.Name + " : " + p.Type.Display + (p.Default is null ? "" : " = ..."))) + ")";

    // What a placement function is told without being asked: where in the array, how many, how large host and thing are.
    private BoundExpression? Fill(LocalSymbol parameter, ExpressionSyntax syntax, Scope scope)
    {
        var location = scope.At(syntax);
        switch (parameter.Name)
        {
            case "index":
                return new BoundContext(ContextName.Index, null, IntType.Instance, location);
            case "count":
                return new BoundContext(ContextName.Count, null, IntType.Instance, location);
            case "host":
                var host = new BoundContext(ContextName.Host, null, session.CoreKinds.Node.Type, location);
                return parameter.Type is NodeType ? host : new BoundAttribute(host, "size", ExtentType.Instance, location);
            case "size":
                return new BoundAttribute(null, "size", ExtentType.Instance, location);
            default:
                return null;
        }
    }
}
