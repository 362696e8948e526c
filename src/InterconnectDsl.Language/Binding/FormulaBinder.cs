using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Language.Binding;

/// <summary>Values with their clauses: what is bound when a <see cref="Formula"/> is first asked for.</summary>
internal sealed class FormulaBinder(BindingSession session)
{
    private readonly DistributionBinder _distributions = new(session);

    /// <summary>A formula of a param or a constant; without a type it gives its own.</summary>
    public Formula Make(ValueSyntax value, Scope scope, Func<IcxType?> typeOf, Func<Symbol> owner) =>
        new(
            value, scope.At(value),
            formula => typeOf() is { } type ? Bind(formula, scope, type) : BindInferred(formula, scope, owner()));

    /// <summary>The default of an attribute.</summary>
    public Formula MakeDefault(AttributeSymbol attribute, ValueSyntax value, Scope scope, bool isTyped) =>
        new(
            value, scope.At(value),
            formula => isTyped ? Bind(formula, scope, attribute.Type) : BindInferred(formula, scope, attribute));

    /// <summary>
    /// A new value for an attribute, in a kind, a part or a thing; <paramref name="isMany"/> where a list may give each member its own.
    /// </summary>
    public Formula MakeFor(AttributeSymbol attribute, KindSymbol kind, ValueSyntax value, Scope scope, bool isMany) =>
        new(value, scope.At(value), formula => Bind(formula, scope, attribute.Type, PlausibleOf(attribute, kind, formula), isMany));

    /// <summary>The type a formula gives; a ring of formulas that give each other's types is an error.</summary>
    public IcxType Infer(Symbol symbol, Formula? formula, Scope scope)
    {
        var start = session.Underway.IndexOf(symbol);
        if (start >= 0)
        {
            ReportRing(symbol, start, scope);
            return ErrorType.Instance;
        }

        return formula?.Bound.Nominal?.Type ?? ErrorType.Instance;
    }

    /// <summary>Binds a value to a type at once: for tests, studies and <c>--set</c>.</summary>
    public BoundFormula Bind(ValueSyntax syntax, Scope scope, IcxType type, Formula? plausibleFrom, bool isMany)
    {
        session.Enter();
        var nominal = syntax.Nominal is null ? null
            : isMany ? session.Expressions.BindMany(syntax.Nominal, scope, type)
            : session.Expressions.BindTo(syntax.Nominal, scope, type);
        var bound = Clauses(syntax, scope, nominal, type);
        if (plausibleFrom?.Bound.Plausible is { } plausible)
        {
            new PlausibilityCheck(scope, plausible).Check(bound);
        }

        session.Leave();
        return bound;
    }

    // A formula may have been written anew, in lines of their own.
    private BoundFormula Bind(Formula formula, Scope scope, IcxType type, Formula? plausibleFrom = null, bool isMany = false) =>
        Bind(formula.Syntax, scope.In(formula.Location.Text), type, plausibleFrom, isMany);

    private void ReportRing(Symbol symbol, int start, Scope scope)
    {
        var ring = session.Underway.Skip(start).Concat(new[] { symbol }).Select(s => s.Name);
        scope.Bag.Report("ICX2021", symbol.Location, symbol.Name, string.Join(" needs ", ring));
    }

    private BoundFormula BindInferred(Formula formula, Scope scope, Symbol owner)
    {
        scope = scope.In(formula.Location.Text);
        session.Enter();
        var isFirst = !session.Underway.Contains(owner);
        if (isFirst)
        {
            session.Underway.Add(owner);
        }

        session.Expressions.Deepen(1);
        var nominal = formula.Syntax.Nominal is { } value ? session.Expressions.Bind(value, scope) : null;
        var bound = Clauses(formula.Syntax, scope, nominal, nominal?.Type);
        session.Expressions.Deepen(-1);
        if (isFirst)
        {
            session.Underway.Remove(owner);
        }

        session.Leave();
        return bound;
    }

    private BoundFormula Clauses(ValueSyntax syntax, Scope scope, BoundExpression? nominal, IcxType? type)
    {
        BoundExpression? distribution = null;
        if (syntax.Distribution is { } written)
        {
            var drawn = _distributions.Bind(written, scope, nominal is null || type is null ? type : TypeAlgebra.DifferenceOf(type));
            distribution = drawn.Distribution;
            nominal ??= drawn.Median;
            type ??= nominal.Type;
        }

        type ??= ErrorType.Instance;
        var tolerance = syntax.Tolerance is null ? null : BindTolerance(syntax.Tolerance, scope, nominal, type);
        var within = syntax.Within is null ? null : session.Expressions.BindRange(syntax.Within, scope, type);
        var plausible = syntax.Plausible is null ? null : session.Expressions.BindRange(syntax.Plausible, scope, type);
        if (within is not null && RangeCheck.EndsInOrder(within, syntax.Within!, scope))
        {
            RangeCheck.StartsInside(nominal, within, scope);
        }

        var bound = new BoundFormula(nominal, tolerance, distribution, within, plausible);
        if (plausible is not null && RangeCheck.EndsInOrder(plausible, syntax.Plausible!, scope))
        {
            new PlausibilityCheck(scope, plausible).Check(bound);
        }

        return bound;
    }

    // ± 10 % of a plain quantity is a share of it; of a level or a temperature only a difference makes sense.
    private BoundExpression BindTolerance(ExpressionSyntax syntax, Scope scope, BoundExpression? nominal, IcxType type)
    {
        var difference = TypeAlgebra.DifferenceOf(type);
        var tolerance = session.Expressions.Bind(syntax, scope, difference);
        if (tolerance.Type is not ErrorType && ConstantFolder.TryFold(tolerance, out var width) && width < 0)
        {
            scope.Report("ICX2045", syntax.Span, scope.Text.Slice(syntax.Span));
        }

        var isShare = tolerance.Type.Equals(QuantityTypes.Real) && nominal is not null && difference is QuantityType { Dimension.IsNone: false };
        return isShare && TypeAlgebra.Binary(BinaryOperator.Multiply, tolerance.Type, type).Type is { } scaled && type.Equals(scaled)
            ? new BoundBinary(
                BinaryOperator.Multiply, tolerance, new BoundIntrinsic("abs", new[] { nominal! }, type, nominal!.Location), type, tolerance.Location)
            : session.Expressions.Convert(tolerance, syntax, scope, difference);
    }

    // The nearest plausible range among the kind and its bases; a value with a range of its own is held to that.
    private static Formula? PlausibleOf(AttributeSymbol attribute, KindSymbol kind, Formula formula)
    {
        if (formula.Syntax.Plausible is not null)
        {
            return null;
        }

        for (var at = kind; at is not null && !ReferenceEquals(at, attribute.Owner); at = at.Base)
        {
            if (at.Redefinitions.TryGetValue(attribute.Name, out var own) && own.Syntax.Plausible is not null && !ReferenceEquals(own, formula))
            {
                return own;
            }
        }

        return attribute.PlausibleFrom;
    }
}
