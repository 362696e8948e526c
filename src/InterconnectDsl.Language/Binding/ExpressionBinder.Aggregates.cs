using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Language.Binding;

/// <content>What is made of a list.</content>
internal sealed partial class ExpressionBinder
{
    private BoundExpression BindAggregateCall(string function, CallSyntax syntax, Scope scope)
    {
        if (syntax.Arguments.Count != 1 || syntax.Arguments[0].Name is not null)
        {
            return Reported(
                "ICX2018", syntax, scope, function, "one list", $"{function}(list), {function}(x.attribute for x in list), {function}([a, b])");
        }

        var argument = syntax.Arguments[0].Value;
        var source = Bind(argument, scope);
        if (source.Type is ErrorType)
        {
            return source;
        }

        if (source.Type is not ListType)
        {
            // One thing is a list of one: min(lane.margin) reads the same whether there is one lane or many.
            source = new BoundList(new[] { source }, new ListType(source.Type), source.Location);
        }

        var element = ((ListType)source.Type).Element;
        if (function is "any" or "all" && element is not (BoolType or ErrorType))
        {
            return Reported("ICX2012", argument, scope, TypeAlgebra.ExplainMismatch(element, BoolType.Instance));
        }

        return AggregateType(function, element, argument, scope) is { } type
            ? new BoundAggregate(function, source, null, null, null, type, scope.At(syntax))
            : Error(syntax, scope);
    }

    /// <summary>What a function over a list of values of a type gives; null, and reported, when it cannot be taken.</summary>
    private static IcxType? AggregateType(string function, IcxType value, ExpressionSyntax syntax, Scope scope)
    {
        Operation made;
        switch (function)
        {
            case "count":
                return IntType.Instance;
            case "any" or "all":
                return BoolType.Instance;
            case "sum":
                made = TypeAlgebra.Binary(BinaryOperator.Add, value, value);
                break;
            case "product":
                // Of a length the dimension would depend on how many there are.
                made = TypeAlgebra.Binary(BinaryOperator.Multiply, value, value);
                if (made.Type is QuantityType product && !product.Equals(value))
                {
                    made = new(null, $"a product of many of {Names.Value(value)} has no unit of its own", "take the product of plain numbers");
                }

                break;
            case "mean":
                made = TypeAlgebra.Binary(BinaryOperator.Subtract, value, value);
                made = made.Type is null ? made : new(value is IntType ? QuantityTypes.Real : value, null, null);
                break;
            default:
                made = TypeAlgebra.Binary(BinaryOperator.Less, value, value);
                made = made.Type is null ? made : new(value, null, null);
                break;
        }

        if (made.Type is null)
        {
            Reported("ICX2013", syntax, scope, made);
        }

        return made.Type;
    }
}
