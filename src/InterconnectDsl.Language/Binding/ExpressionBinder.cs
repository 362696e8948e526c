using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Language.Binding;

/// <summary>
/// Expressions: names resolved, types checked. Every mistake is reported once and becomes a <see cref="BoundError"/>, about which all else is
/// silent.
/// </summary>
internal sealed partial class ExpressionBinder(BindingSession session)
{
    private int _depth;

    /// <summary>Counts the levels of stack that a declaration takes which is bound because another asks for it.</summary>
    public void Deepen(int declarations) => _depth += 4 * declarations;

    /// <summary>Binds an expression; words and literals take the expected type where they can.</summary>
    public BoundExpression Bind(ExpressionSyntax syntax, Scope scope, IcxType? expected = null)
    {
        if (_depth >= BindingSession.MaximumDepth)
        {
            scope.Report("ICX3026", syntax.Span, BindingSession.MaximumDepth);
            return Error(syntax, scope);
        }

        _depth++;
        var bound = BindCore(syntax, scope, expected);
        _depth--;
        return bound;
    }

    /// <summary>Binds an expression and holds it to a type; reports when it is of another.</summary>
    public BoundExpression BindTo(ExpressionSyntax syntax, Scope scope, IcxType type) => Convert(Bind(syntax, scope, type), syntax, scope, type);

    /// <summary>Binds a value that may be a list with one item for each member of an array.</summary>
    public BoundExpression BindMany(ExpressionSyntax syntax, Scope scope, IcxType type)
    {
        if (syntax is not ListSyntax list || type is ListType)
        {
            return BindTo(syntax, scope, type);
        }

        var items = new BoundExpression[list.Items.Count];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = BindTo(list.Items[i], scope, type);
        }

        return new BoundList(items, new ListType(type), scope.At(syntax));
    }

    /// <summary>Holds a bound expression to a type: literals and words take it, everything else must be assignable.</summary>
    public BoundExpression Convert(BoundExpression bound, ExpressionSyntax syntax, Scope scope, IcxType type)
    {
        if (bound.Type is ErrorType || type is ErrorType || bound.Type.Equals(type))
        {
            return bound;
        }

        if (TypeAlgebra.IsAssignable(bound.Type, type))
        {
            return bound is BoundNumber number ? new BoundNumber(number.Value, type, number.Location, number.Unit) : bound;
        }

        ReportMismatch(bound, syntax, scope, type);
        return Error(syntax, scope);
    }

    public static BoundExpression Error(ExpressionSyntax syntax, Scope scope) => new BoundError(scope.At(syntax));

    private BoundExpression BindCore(ExpressionSyntax syntax, Scope scope, IcxType? expected) => syntax switch
    {
        NumberSyntax number => BindNumber(number, session.NumberOf(number), number, scope),
        NameSyntax name => BindName(name, scope, expected),
        MemberAccessSyntax member => BindMember(member, scope, expected),
        BinarySyntax binary => BindBinary(binary, scope),
        CallSyntax call => BindCall(call, scope, expected),
        IndexSyntax index => BindIndex(index, scope),
        UnarySyntax unary => BindUnary(unary, scope, expected),
        ComprehensionSyntax comprehension => BindComprehension(comprehension, scope),
        IfSyntax @if => BindIf(@if, scope, expected),
        TextSyntax text => BindText(text, scope),
        StepsSyntax steps => BindSteps(steps, scope),
        InUnitSyntax unit => BindInUnit(unit, scope),
        IsSyntax @is => BindIs(@is, scope),
        ExistsSyntax exists => BindExists(exists, scope),
        OtherwiseSyntax otherwise => BindOtherwise(otherwise, scope, expected),
        InSetSyntax set => BindInSet(set, scope),
        WithinRangeSyntax within => BindWithin(within, scope),
        WithinOfSyntax within => BindWithin(within, scope),
        RangeSyntax range => BindRange(range, scope),
        ListSyntax list => BindList(list, scope, expected),
        PointSyntax point => BindPair(point, point.X, point.Y, PointType.Instance, scope),
        ExtentSyntax extent => BindPair(extent, extent.Width, extent.Height, ExtentType.Instance, scope),
        SolveSyntax solve => BindSolve(solve, scope),
        BlockSyntax block => BindBlock(block, scope, expected),
        DateSyntax => Reported("ICX2022", syntax, scope, scope.Text.Slice(syntax.Span), "a date", "it stands behind `until`"),
        _ => Error(syntax, scope),
    };

    private static BoundExpression Reported(string code, ExpressionSyntax syntax, Scope scope, params object[] arguments)
    {
        scope.Report(code, syntax.Span, arguments);
        return Error(syntax, scope);
    }

    private static BoundExpression Reported(string code, ExpressionSyntax syntax, Scope scope, Operation operation)
    {
        scope.ReportWithHelp(code, syntax.Span, operation.Suggestion, null, operation.Problem ?? "");
        return Error(syntax, scope);
    }

    private void ReportMismatch(BoundExpression bound, ExpressionSyntax syntax, Scope scope, IcxType type)
    {
        var number = bound as BoundNumber;
        if (type is QuantityType { Flavour: Flavour.Bandwidth } bandwidth && bound.Type is QuantityType rate && rate.Dimension == bandwidth.Dimension)
        {
            var written = scope.Text.Slice(syntax.Span);
            scope.ReportWithHelp("ICX2014", syntax.Span, null, number is null ? null : written + " per_direction", number is null ? "x" : written);
            return;
        }

        if (type is QuantityType or IntType && bound.Type is ListType { Element: var element } && syntax is ListSyntax
            && TypeAlgebra.IsAssignable(element, type))
        {
            scope.Report("ICX3019", syntax.Span);
            return;
        }

        var meant = number is null || number.Type is WordType or BoolType ? null : MeantUnit.ForType(Written(number), number.Unit, type);
        var help = meant is null ? null : $"write `{meant}`";
        scope.ReportWithHelp("ICX2012", syntax.Span, help, meant, TypeAlgebra.ExplainMismatch(bound.Type, type, number?.Unit));
    }

    // The number as it was written, its sign included.
    private static double Written(BoundNumber number) =>
        number is { Unit: { } unit, Type: QuantityType type } && Quantities.TryFromCoherent(number.Value, type, unit, out var written, out _)
            ? written
            : number.Value;
}
