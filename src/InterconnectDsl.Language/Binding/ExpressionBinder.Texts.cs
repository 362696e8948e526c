using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Language.Binding;

/// <content>Texts, and numbers in a unit.</content>
internal sealed partial class ExpressionBinder
{
    private BoundExpression BindText(TextSyntax syntax, Scope scope)
    {
        var parts = new List<BoundTextPart>(syntax.Parts.Count);
        foreach (var part in syntax.Parts)
        {
            parts.Add(part.Expression is null ? new(part.Literal, null, null, null) : BindTextPart(part, part.Expression, scope));
        }

        return new BoundText(parts, scope.At(syntax));
    }

    private BoundTextPart BindTextPart(TextPart part, ExpressionSyntax expression, Scope scope)
    {
        if (expression is not InUnitSyntax inUnit)
        {
            return new(null, Bind(expression, scope), null, part.Digits);
        }

        var value = Bind(inUnit.Value, scope);
        var unit = UnitFor(inUnit, value, scope);
        return new(null, unit is null ? Error(expression, scope) : value, unit, part.Digits);
    }

    private BoundExpression BindInUnit(InUnitSyntax syntax, Scope scope)
    {
        var value = Bind(syntax.Value, scope);
        var type = value.Type is ListType ? (IcxType)new ListType(QuantityTypes.Real) : QuantityTypes.Real;
        return UnitFor(syntax, value, scope) is { } unit ? new BoundInUnit(value, unit, type, scope.At(syntax)) : Error(syntax, scope);
    }

    private static Unit? UnitFor(InUnitSyntax syntax, BoundExpression value, Scope scope)
    {
        if (!UnitTable.TryParse(syntax.Unit.Text, out var unit, out var problem, out var suggestion))
        {
            scope.ReportWithHelp(
                "ICX2002", syntax.Unit.Span, suggestion is null ? null : $"did you mean `{suggestion}`?", suggestion, syntax.Unit.Text,
                problem ?? "");
            return null;
        }

        var type = value.Type is ListType list ? list.Element : value.Type;
        switch (type)
        {
            case ErrorType:
                return null;
            case QuantityType or IntType:
                var quantity = type as QuantityType ?? QuantityTypes.Real;
                if (Quantities.TryFromCoherent(1, quantity, unit, out _, out problem))
                {
                    return unit;
                }

                scope.Report("ICX2029", syntax.Unit.Span, problem ?? "");
                return null;
            default:
                scope.Report("ICX2029", syntax.Unit.Span, $"{Names.Value(type)} has no unit");
                return null;
        }
    }
}
