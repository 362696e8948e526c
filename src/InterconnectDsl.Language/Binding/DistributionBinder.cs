using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Language.Binding;

/// <summary>What stands behind <c>~</c>, and the nominal value it gives when none is written: its median, of a choice the first.</summary>
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
        ["choice"] = (new[] { Role.Value }, "choice(likeliest, other, ...)"),
    };

    public static bool IsDistribution(string name) => Known.ContainsKey(name);

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
            scope.Report("ICX2018", syntax.Span, name.Name, isOpen ? "a value" : "other arguments", form.Form);
            return error;
        }

        return BindArguments(call, name.Name, form.Roles, scope, type);
    }

    private (BoundExpression? Distribution, BoundExpression Median) BindArguments(
        CallSyntax call, string name, Role[] roles, Scope scope, IcxType? type)
    {
        var arguments = new BoundExpression[call.Arguments.Count];
        BoundExpression? median = null;
        for (var i = 0; i < arguments.Length; i++)
        {
            var value = call.Arguments[i].Value;
            switch (roles[Math.Min(i, roles.Length - 1)])
            {
                case Role.Inner:
                    var inner = Bind(value, scope, type);
                    (arguments[i], median) = (inner.Distribution ?? inner.Median, inner.Median);
                    type ??= inner.Median.Type;
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
        var isGood = Array.TrueForAll(arguments, a => a.Type is not ErrorType);
        median = !isGood ? new BoundError(location) : median ?? Median(name, arguments, location);
        return (isGood ? new BoundIntrinsic(name, arguments, type ?? ErrorType.Instance, location) : null, median);
    }

    private static BoundExpression Median(string name, BoundExpression[] arguments, SourceSpan location) => name switch
    {
        "uniform" => Middle(arguments[0], arguments[1], location),
        "triangular" => MedianOfTriangle(arguments[0], arguments[1], arguments[2], location),
        _ => arguments[0],
    };

    // a + (b - a) / 2: also of levels and temperatures, which do not add.
    private static BoundExpression Middle(BoundExpression a, BoundExpression b, SourceSpan location)
    {
        var difference = TypeAlgebra.DifferenceOf(a.Type);
        var half = Combine(
            BinaryOperator.Divide, Combine(BinaryOperator.Subtract, b, a, difference, location), Number(2, location), difference, location);
        return Combine(BinaryOperator.Add, a, half, a.Type, location);
    }

    // Johnson, Kotz, Balakrishnan: a + sqrt((b-a)(c-a)/2) where the mode c lies above the middle, else b - sqrt((b-a)(b-c)/2).
    private static BoundExpression MedianOfTriangle(BoundExpression a, BoundExpression c, BoundExpression b, SourceSpan location)
    {
        var difference = TypeAlgebra.DifferenceOf(a.Type);
        var square = difference is QuantityType quantity ? QuantityTypes.Of(quantity.Dimension * quantity.Dimension) : QuantityTypes.Real;
        BoundExpression Root(BoundExpression side) => new BoundIntrinsic(
            "sqrt",
            new[]
            {
                Combine(BinaryOperator.Divide, Combine(
                    BinaryOperator.Multiply, Combine(BinaryOperator.Subtract, b, a, difference, location), side, square, location),
                    Number(2, location), square, location),
            },
            difference, location);

        var above = Combine(BinaryOperator.Add, a, Root(Combine(BinaryOperator.Subtract, c, a, difference, location)), a.Type, location);
        var below = Combine(BinaryOperator.Subtract, b, Root(Combine(BinaryOperator.Subtract, b, c, difference, location)), a.Type, location);
        var isAbove = Combine(BinaryOperator.GreaterOrEqual, c, Middle(a, b, location), BoolType.Instance, location);
        return new BoundIf(isAbove, above, below, a.Type, location);
    }

    private static BoundExpression Number(double value, SourceSpan location) => new BoundNumber(value, QuantityTypes.Real, location, null);

    private static BoundExpression Combine(BinaryOperator op, BoundExpression left, BoundExpression right, IcxType type, SourceSpan location) =>
        new BoundBinary(op, left, right, type, location);
}
