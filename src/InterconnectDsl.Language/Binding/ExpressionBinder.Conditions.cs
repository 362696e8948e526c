using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Language.Binding;

/// <content>What asks about a value: is, exists, in, within; and the one equation, solve.</content>
internal sealed partial class ExpressionBinder
{
    private BoundExpression BindIs(IsSyntax syntax, Scope scope)
    {
        var value = Bind(syntax.Value, scope);
        var kind = session.Types.Kind(syntax.Kind, scope);
        if (kind is null || value.Type is ErrorType)
        {
            return Error(syntax, scope);
        }

        return value.Type is NodeType
            ? new BoundIs(value, kind, scope.At(syntax))
            : Reported("ICX2012", syntax.Value, scope, TypeAlgebra.ExplainMismatch(value.Type, kind.Type));
    }

    private BoundExpression BindExists(ExistsSyntax syntax, Scope scope)
    {
        BoundExpression exists = new BoundExists(Bind(syntax.Value, scope), scope.At(syntax));
        return syntax.Negated ? new BoundUnary(UnaryOperator.Not, exists, BoolType.Instance, scope.At(syntax)) : exists;
    }

    // x in {a, b} is x == a or x == b
    private BoundExpression BindInSet(InSetSyntax syntax, Scope scope)
    {
        BoundExpression? any = null;
        var value = Bind(syntax.Value, scope);
        foreach (var item in syntax.Items)
        {
            var same = new BinarySyntax(item.Span, BinaryOperator.Equal, item.Span, syntax.Value, item);
            var equal = Combine(same, value, Bind(item, scope, WordsOf(value.Type) ?? value.Type as NodeType), scope);
            any = any is null ? equal : new BoundBinary(BinaryOperator.Or, any, equal, BoolType.Instance, scope.At(syntax));
        }

        return any ?? new BoundNumber(0, BoolType.Instance, scope.At(syntax), null);
    }

    // x within a .. b is a <= x and x <= b
    private BoundExpression BindWithin(WithinRangeSyntax syntax, Scope scope)
    {
        var value = Bind(syntax.Value, scope);
        var above = new BinarySyntax(syntax.Span, BinaryOperator.GreaterOrEqual, syntax.Span, syntax.Value, syntax.Range.From);
        var below = new BinarySyntax(syntax.Span, BinaryOperator.LessOrEqual, syntax.Span, syntax.Value, syntax.Range.To);
        var from = Combine(above, value, Bind(syntax.Range.From, scope), scope);
        var to = Combine(below, value, Bind(syntax.Range.To, scope), scope);
        return from.Type is ErrorType || to.Type is ErrorType
            ? Error(syntax, scope)
            : new BoundBinary(BinaryOperator.And, from, to, BoolType.Instance, scope.At(syntax));
    }

    // x within 0.1 % of y is abs(x - y) <= 0.1 % * abs(y); x within 0.5 dB of y is abs(x - y) <= 0.5 dB
    private BoundExpression BindWithin(WithinOfSyntax syntax, Scope scope)
    {
        var (value, of, tolerance) = (Bind(syntax.Value, scope), Bind(syntax.Of, scope), Bind(syntax.Tolerance, scope));
        var made = TypeAlgebra.Within(value.Type, tolerance.Type, of.Type, out var relative);
        if (made.Type is null or ErrorType)
        {
            return made.Type is null ? Reported("ICX2013", syntax, scope, made) : Error(syntax, scope);
        }

        if (relative && syntax.Tolerance is NumberSyntax { Unit: null } bare)
        {
            var share = bare.Digits + " %";
            scope.ReportWithHelp("ICX2041", bare.Span, $"write `{share}`, or the share as such in %", share, bare.Digits);
            return Error(syntax, scope);
        }

        var location = scope.At(syntax);
        var difference = new BoundBinary(BinaryOperator.Subtract, value, of, TypeAlgebra.DifferenceOf(value.Type), location);
        var bound = relative ? new BoundBinary(BinaryOperator.Multiply, tolerance, Absolute(of), of.Type, tolerance.Location) : tolerance;
        return new BoundBinary(BinaryOperator.LessOrEqual, Absolute(difference), bound, BoolType.Instance, location);
    }

    private static BoundExpression Absolute(BoundExpression value) => new BoundIntrinsic("abs", new[] { value }, value.Type, value.Location);

    private BoundExpression BindSolve(SolveSyntax syntax, Scope scope)
    {
        var start = Bind(syntax.Start, scope);
        var unknown = new LocalSymbol(syntax.Unknown.Text, scope.At(syntax.Unknown), start.Type);
        var tolerance = BindTo(syntax.Tolerance, scope, TypeAlgebra.DifferenceOf(start.Type));
        var limit = BindTo(syntax.Limit, scope, IntType.Instance);
        return new BoundSolve(unknown, start, tolerance, limit, BindTo(syntax.Body, new LocalScope(scope, unknown), start.Type), scope.At(syntax));
    }
}
