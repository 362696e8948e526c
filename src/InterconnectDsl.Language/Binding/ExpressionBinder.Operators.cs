using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Language.Binding;

/// <content>Operators, choices, comparisons.</content>
internal sealed partial class ExpressionBinder
{
    private BoundExpression BindBinary(BinarySyntax syntax, Scope scope)
    {
        // A sum of many terms leans to the left: it is bound in a loop, so that only what is nested costs stack.
        var spine = new Stack<BinarySyntax>();
        ExpressionSyntax leftmost = syntax;
        while (leftmost is BinarySyntax binary)
        {
            spine.Push(binary);
            leftmost = binary.Left;
        }

        BoundExpression? left = null;
        while (spine.Count > 0)
        {
            left = BindOperation(spine.Pop(), left, scope);
        }

        return left!;
    }

    private BoundExpression BindOperation(BinarySyntax syntax, BoundExpression? left, Scope scope)
    {
        switch (syntax.Operator)
        {
            case BinaryOperator.And or BinaryOperator.Or:
                var first = left is null ? BindTo(syntax.Left, scope, BoolType.Instance) : Convert(left, syntax.Left, scope, BoolType.Instance);
                return Combine(syntax, first, BindTo(syntax.Right, scope, BoolType.Instance), scope);
            case BinaryOperator.Power:
                return BindPower(syntax, left ?? Bind(syntax.Left, scope), scope);
            case BinaryOperator.Equal or BinaryOperator.NotEqual when left is null:
                var (a, b) = BindSides(syntax.Left, syntax.Right, scope);
                return Combine(syntax, a, b, scope);
            default:
                left ??= Bind(syntax.Left, scope);
                return Combine(syntax, left, Bind(syntax.Right, scope, WordsOf(left.Type)), scope);
        }
    }

    private static BoundExpression Combine(BinarySyntax syntax, BoundExpression left, BoundExpression right, Scope scope)
    {
        if (left.Type is ErrorType || right.Type is ErrorType)
        {
            return Error(syntax, scope);
        }

        if (Together(syntax, left, right, scope) is { } together)
        {
            return together;
        }

        var made = TypeAlgebra.Binary(syntax.Operator, left.Type, right.Type, UnitOf(left), UnitOf(right));
        return made.Type is null
            ? Reported("ICX2013", syntax, scope, made)
            : new BoundBinary(syntax.Operator, Opened(left, right.Type), Opened(right, left.Type), made.Type, scope.At(syntax));
    }

    // References to one thing compare when one kind derives from the other; what a general reference holds may be of the special kind.
    private static BoundExpression? Together(BinarySyntax syntax, BoundExpression left, BoundExpression right, Scope scope)
    {
        if (syntax.Operator is not (BinaryOperator.Equal or BinaryOperator.NotEqual) || left.Type is not NodeType a || right.Type is not NodeType b)
        {
            return null;
        }

        if (a.Kind.Is(b.Kind) || b.Kind.Is(a.Kind))
        {
            return new BoundBinary(syntax.Operator, left, right, BoolType.Instance, scope.At(syntax));
        }

        return Reported(
            "ICX2013", syntax, scope,
            new Operation(null, $"{Names.Value(a)} is never {Names.Value(b)}", "things are compared that may be one and the same"));
    }

    private static Unit? UnitOf(BoundExpression expression) => (expression as BoundNumber)?.Unit;

    // A literal takes the closed form of what it meets: 0.35 dB beside an optical gain is an optical gain.
    private static BoundExpression Opened(BoundExpression literal, IcxType other) =>
        literal is BoundNumber { Type: QuantityType type, Unit: not null } number && other is QuantityType closed
            && closed.Dimension == type.Dimension
        && closed.Flavour != type.Flavour && TypeAlgebra.IsAssignable(type, closed)
            ? new BoundNumber(number.Value, closed, number.Location, number.Unit)
            : literal;

    private BoundExpression BindPower(BinarySyntax syntax, BoundExpression left, Scope scope)
    {
        var exponent = BindTo(syntax.Right, scope, QuantityTypes.Real);
        if (left.Type is ErrorType || exponent.Type is ErrorType)
        {
            return Error(syntax, scope);
        }

        var made = ConstantFolder.TryFold(exponent, out var value)
            ? TypeAlgebra.Power(left.Type, value)
            : TypeAlgebra.Binary(BinaryOperator.Power, left.Type, exponent.Type);
        return made.Type is null
            ? Reported("ICX2013", syntax, scope, made)
            : new BoundBinary(BinaryOperator.Power, left, exponent, made.Type, scope.At(syntax));
    }

    private BoundExpression BindUnary(UnarySyntax syntax, Scope scope, IcxType? expected)
    {
        if (syntax.Operator == UnaryOperator.Not)
        {
            return new BoundUnary(UnaryOperator.Not, BindTo(syntax.Operand, scope, BoolType.Instance), BoolType.Instance, scope.At(syntax));
        }

        if (syntax.Operand is NumberSyntax number)
        {
            return BindNumber(number, -session.NumberOf(number), syntax, scope);
        }

        var operand = Bind(syntax.Operand, scope, expected as QuantityType);
        var made = TypeAlgebra.Unary(UnaryOperator.Negate, operand.Type);
        return made.Type is null
            ? Reported("ICX2013", syntax, scope, made)
            : new BoundUnary(UnaryOperator.Negate, operand, made.Type, scope.At(syntax));
    }

    private BoundExpression BindIf(IfSyntax syntax, Scope scope, IcxType? expected)
    {
        var condition = BindTo(syntax.Condition, scope, BoolType.Instance);
        var (then, @else) = BindSides(syntax.Then, syntax.Else, scope, expected);
        return Branches(syntax, then, @else, scope) is { } type
            ? new BoundIf(condition, Typed(then, type), Typed(@else, type), type, scope.At(syntax))
            : Error(syntax, scope);
    }

    private BoundExpression BindOtherwise(OtherwiseSyntax syntax, Scope scope, IcxType? expected)
    {
        var (value, fallback) = BindSides(syntax.Value, syntax.Fallback, scope, expected);
        return Branches(syntax, value, fallback, scope) is { } type
            ? new BoundOtherwise(value, Typed(fallback, type), type, scope.At(syntax))
            : Error(syntax, scope);
    }

    private static IcxType? Branches(ExpressionSyntax syntax, BoundExpression a, BoundExpression b, Scope scope)
    {
        var met = TypeAlgebra.Unify(a.Type, b.Type);
        if (met.Type is null)
        {
            Reported("ICX2013", syntax, scope, met);
        }

        return met.Type;
    }

    private static BoundExpression Typed(BoundExpression expression, IcxType type) =>
        expression is BoundNumber number && !number.Type.Equals(type) && type is QuantityType
            ? new BoundNumber(number.Value, type, number.Location, number.Unit)
            : expression;
}
