using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Language.Binding;

/// <content>Numbers, texts, lists, pairs, ranges.</content>
internal sealed partial class ExpressionBinder
{
    private static readonly string[] Bases = { "per_direction", "aggregate" };

    private readonly IcxType _length = TypeNames.Find("length") ?? QuantityTypes.Real;

    private readonly IcxType _bandwidth = TypeNames.Find("bandwidth") ?? QuantityTypes.Real;

    private readonly IcxType _dataRate = TypeNames.Find("data_rate") ?? QuantityTypes.Real;

    // The sign belongs to the number, not to the value: -40 degC is 233.15 K.
    private BoundExpression BindNumber(NumberSyntax syntax, double value, ExpressionSyntax whole, Scope scope)
    {
        if (syntax.Unit is null)
        {
            if (syntax.Basis is { } lonely)
            {
                return Reported("ICX2037", whole, scope, lonely.Text, "a plain number");
            }

            var isWhole = syntax.Digits.IndexOfAny(new[] { '.', 'e', 'E' }) < 0;
            return new BoundNumber(value, isWhole ? IntType.Instance : QuantityTypes.Real, scope.At(whole), null);
        }

        if (!UnitTable.TryParse(syntax.Unit.Text, out var unit, out var problem, out var suggestion))
        {
            scope.ReportWithHelp(
                "ICX2002", syntax.Unit.Span, suggestion is null ? null : $"did you mean `{suggestion}`?", suggestion, syntax.Unit.Text,
                problem ?? "");
            return Error(whole, scope);
        }

        var coherent = Quantities.ToCoherent(value, unit);
        return syntax.Basis is { } basis
            ? BindBasis(basis, coherent, unit, whole, scope)
            : new BoundNumber(coherent, unit.Type, scope.At(whole), unit);
    }

    private BoundExpression BindBasis(Identifier basis, double value, Unit unit, ExpressionSyntax whole, Scope scope)
    {
        if (basis.Text is not ("per_direction" or "aggregate"))
        {
            scope.ReportUnknown("ICX2001", basis, Bases);
            return Error(whole, scope);
        }

        if (!unit.Type.Equals(_dataRate))
        {
            return Reported("ICX2037", whole, scope, basis.Text, Names.Value(unit.Type));
        }

        // An aggregate counts both directions; the value is held per direction.
        return new BoundNumber(basis.Text == "aggregate" ? value / 2 : value, _bandwidth, scope.At(whole), unit);
    }

    private BoundExpression BindList(ListSyntax syntax, Scope scope, IcxType? expected)
    {
        var wanted = (expected as ListType)?.Element;
        var items = new BoundExpression[syntax.Items.Count];
        IcxType? type = null;
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = Bind(syntax.Items[i], scope, wanted ?? type as WordType ?? expected as WordType);
            var met = type is null ? new(items[i].Type, null, null) : TypeAlgebra.Unify(type, items[i].Type);
            if (met.Type is null)
            {
                return Reported("ICX2013", syntax.Items[i], scope, met);
            }

            type = met.Type;
        }

        return new BoundList(items, new ListType(type ?? wanted ?? ErrorType.Instance), scope.At(syntax));
    }

    private BoundExpression BindPair(ExpressionSyntax syntax, ExpressionSyntax first, ExpressionSyntax second, IcxType type, Scope scope) =>
        new BoundPair(BindTo(first, scope, _length), BindTo(second, scope, _length), type, scope.At(syntax));

    private BoundExpression BindRange(RangeSyntax syntax, Scope scope) =>
        new BoundRange(
            BindTo(syntax.From, scope, IntType.Instance), BindTo(syntax.To, scope, IntType.Instance), RangeType.Instance, scope.At(syntax));

    /// <summary>A range of values of a type: what a study explores, what is plausible.</summary>
    public BoundRange BindRange(RangeSyntax syntax, Scope scope, IcxType type) =>
        new(BindTo(syntax.From, scope, type), BindTo(syntax.To, scope, type), type, scope.At(syntax));

    private BoundExpression BindBlock(BlockSyntax syntax, Scope scope, IcxType? expected)
    {
        var locals = new List<(LocalSymbol, BoundExpression)>(syntax.Locals.Count);
        foreach (var local in syntax.Locals)
        {
            var type = local.Type is null ? null : session.Types.Bind(local.Type, scope, local.Name.Text);
            var value = type is null ? Bind(local.Value, scope) : BindTo(local.Value, scope, type);
            CheckLocal(local.Name, scope);
            var symbol = new LocalSymbol(local.Name.Text, scope.At(local.Name), type ?? value.Type);
            locals.Add((symbol, value));
            scope = new LocalScope(scope, symbol);
        }

        return new BoundBlock(locals, expected is null ? Bind(syntax.Result, scope) : BindTo(syntax.Result, scope, expected), scope.At(syntax));
    }

    private static void CheckLocal(Identifier name, Scope scope)
    {
        for (var at = scope; at is LocalScope local; at = at.Parent!)
        {
            if (local.Local.Name == name.Text && name.Text.Length > 0)
            {
                scope.ReportRelated("ICX2009", name.Span, local.Local.Location, "the first is here", name.Text, "a name", "this function");
                return;
            }
        }
    }
}
