using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Language.Binding;

/// <summary>What stands behind <c>~</c>, and the nominal value it gives when none is written: its median, of a choice the likeliest.</summary>
internal sealed class DistributionBinder(BindingSession session)
{
    // Value: of the attribute's type. Spread: what two values differ by. Inner: a distribution.
    private enum Role
    {
        Value,
        Spread,
        Number,
        Inner,
    }

    private static readonly Dictionary<string, (Role[] Roles, string Form)> Known = new(StringComparer.Ordinal)
    {
        ["normal"] = (new[] { Role.Value, Role.Spread }, "normal(mean, sigma)"),
        ["uniform"] = (new[] { Role.Value, Role.Value }, "uniform(low, high)"),
        ["triangular"] = (new[] { Role.Value, Role.Value, Role.Value }, "triangular(low, likeliest, high)"),
        ["lognormal"] = (new[] { Role.Value, Role.Number }, "lognormal(median, sigma of the logarithm)"),
        ["truncated"] = (new[] { Role.Inner, Role.Value, Role.Value }, "truncated(distribution, low, high)"),
        ["choice"] = (new[] { Role.Value }, "choice(value, other, ...) of equal shares, or choice([value, other], [70 %, 30 %])"),
    };

    public static bool IsDistribution(string name) => Known.ContainsKey(name);

    /// <summary>How a distribution is written.</summary>
    public static string FormOf(string name) => Known[name].Form;

    /// <summary>The bound call, of the type asked for or of its first value's, and its median.</summary>
    public (BoundExpression? Distribution, BoundExpression Median) Bind(ExpressionSyntax syntax, Scope scope, IcxType? type)
    {
        var error = (default(BoundExpression), ExpressionBinder.Error(syntax, scope));
        if (syntax is not CallSyntax { Target: NameSyntax name } call)
        {
            if (syntax is not ErrorExpressionSyntax)
            {
                scope.Report(
                    "ICX2030", syntax.Span, scope.Text.Slice(syntax.Span),
                    "a distribution is wanted: normal, uniform, triangular, lognormal, truncated or choice");
            }

            return error;
        }

        if (!Known.TryGetValue(name.Name, out var form))
        {
            scope.ReportUnknown("ICX2030", new(name.Name, name.Span), Known.Keys, "a distribution is wanted: " + string.Join(", ", Known.Keys));
            return error;
        }

        var isOpen = name.Name == "choice";
        if (isOpen ? call.Arguments.Count == 0 : call.Arguments.Count != form.Roles.Length)
        {
            scope.Report("ICX2018", syntax.Span, name.Name, isOpen ? "a value" : $"{Quantities.FormatNumber(form.Roles.Length)} arguments", form.Form);
            return error;
        }

        if (isOpen && call.Arguments.Any(a => a.Value is ListSyntax))
        {
            return BindShares(call, scope, type);
        }

        return BindArguments(call, name.Name, form.Roles, scope, type);
    }

    /// <summary>What is truncated: one of the continuous ones.</summary>
    private BoundExpression Inner(ExpressionSyntax syntax, Scope scope, IcxType? type)
    {
        var inner = Bind(syntax, scope, type).Distribution;
        if (inner is BoundIntrinsic { Name: "choice" or "truncated" } other)
        {
            scope.Report("ICX2030", syntax.Span, scope.Text.Slice(syntax.Span), $"normal, uniform, triangular or lognormal can be truncated, `{other.Name}` not");
            inner = null;
        }

        return inner ?? ExpressionBinder.Error(syntax, scope);
    }

    /// <summary>A choice of values whose shares are given; bound, each value stands before its share.</summary>
    private (BoundExpression? Distribution, BoundExpression Median) BindShares(CallSyntax call, Scope scope, IcxType? type)
    {
        if (call.Arguments.Count != 2 || call.Arguments[0].Value is not ListSyntax { Items.Count: > 0 } values || call.Arguments[1].Value is not ListSyntax shares)
        {
            scope.Report("ICX2018", call.Span, "choice", "values and shares", FormOf("choice"));
            return (null, ExpressionBinder.Error(call, scope));
        }

        var first = type is null ? session.Expressions.Bind(values.Items[0], scope) : session.Expressions.BindTo(values.Items[0], scope, type);
        var drawn = values.Items.Skip(1).Select(v => session.Expressions.BindTo(v, scope, first.Type)).Prepend(first).ToList();
        var weights = shares.Items.Select(s => session.Expressions.BindTo(s, scope, QuantityTypes.Real)).ToList();
        if (drawn.Concat(weights).Any(e => e.Type is ErrorType))
        {
            return (null, ExpressionBinder.Error(call, scope));
        }

        var known = weights.Select(w => ConstantFolder.TryFold(w, out var share) ? share : default(double?)).ToList();
        return new DistributionCheck(scope, call).CheckShares(drawn.Count, known)
            ? (Choice(drawn, weights, scope.At(call)), drawn[known.IndexOf(known.Max())])
            : (null, ExpressionBinder.Error(call, scope));
    }

    private static BoundIntrinsic Choice(IEnumerable<BoundExpression> values, IEnumerable<BoundExpression> shares, SourceSpan location)
    {
        var pairs = values.Zip(shares, (v, s) => new[] { v, s }).SelectMany(p => p).ToList();
        return new("choice", pairs, pairs[0].Type, location);
    }

    private (BoundExpression? Distribution, BoundExpression Median) BindArguments(
        CallSyntax call, string name, Role[] roles, Scope scope, IcxType? type)
    {
        var arguments = new BoundExpression[call.Arguments.Count];
        for (var i = 0; i < arguments.Length; i++)
        {
            var value = call.Arguments[i].Value;
            switch (roles[Math.Min(i, roles.Length - 1)])
            {
                case Role.Inner:
                    arguments[i] = Inner(value, scope, type);
                    type ??= arguments[i].Type;
                    break;
                case Role.Value when type is null:
                    arguments[i] = session.Expressions.Bind(value, scope);
                    type = arguments[i].Type;
                    break;
                case Role.Value:
                    arguments[i] = session.Expressions.BindTo(value, scope, type!);
                    break;
                case Role.Spread:
                    arguments[i] = session.Expressions.BindTo(value, scope, TypeAlgebra.DifferenceOf(type!));
                    break;
                default:
                    arguments[i] = session.Expressions.BindTo(value, scope, QuantityTypes.Real);
                    break;
            }
        }

        var location = scope.At(call);
        if (!Array.TrueForAll(arguments, a => a.Type is not ErrorType) || !new DistributionCheck(scope, call).Check(name, arguments))
        {
            return (null, new BoundError(location));
        }

        return name == "choice"
            ? (Choice(arguments, arguments.Select(_ => new BoundNumber(1.0 / arguments.Length, QuantityTypes.Real, location, null)), location), arguments[0])
            : (new BoundIntrinsic(name, arguments, type!, location), DistributionQuantiles.Median(name, arguments, location));
    }
}
