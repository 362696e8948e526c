using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Language.Binding;

/// <content>Instances and paths: counts, arguments, hosts, places, steps.</content>
internal sealed partial class BodyBinder
{
    private void BindInstance(PendingInstance pending)
    {
        var (instance, syntax) = (pending.Symbol, pending.Syntax);
        var inner = pending.Index is null ? pending.Around : new LocalScope(pending.Around, pending.Index);
        if (syntax.Array is not null)
        {
            instance.Array = BindArray(syntax.Array, pending.Index, new ThingScope(pending.Around, instance.Kind, ThingUse.Declaration));
        }

        if (syntax.Part is not null && instance.Part is { } use)
        {
            BindPartOf(instance, use.Part, syntax.Part, new ThingScope(inner, instance.Kind, ThingUse.Declaration));
        }

        if (syntax.Host is not null)
        {
            instance.Host = BindHost(syntax.Host, instance, new ThingScope(inner, instance.Kind, ThingUse.Declaration));
        }

        if (syntax.Place is not null)
        {
            instance.Place = session.Expressions.BindTo(syntax.Place, new ThingScope(inner, instance.Kind, ThingUse.Placement), PointType.Instance);
        }

        if (syntax.Members is { } members)
        {
            Bind(members, instance.Kind, instance.Body, pending.Inner!, isMany: instance.Array is not null);
        }
    }

    /// <summary>Takes on a thing that a design puts in the place of an inherited one.</summary>
    public void Replace(InstanceSymbol instance, AttributeSyntax syntax, Scope scope)
    {
        var index = instance.Array?.Index;
        var inner = new BodyScope(index is null ? scope : new LocalScope(scope, index), instance, instance.Body, null);
        _replaced.Add(new(instance, syntax, scope, inner));
        Declare(syntax.Members ?? Array.Empty<DeclarationSyntax>(), instance, instance.Body, inner);
    }

    private void BindReplacement(InstanceSymbol instance, AttributeSyntax syntax, Scope scope, BodyScope inner)
    {
        if (syntax.Type is NamedTypeSyntax type && instance.Part is { } use)
        {
            BindPartOf(instance, use.Part, type.Expression, new ThingScope(scope, instance.Kind, ThingUse.Declaration));
        }

        Bind(syntax.Members ?? Array.Empty<DeclarationSyntax>(), instance.Kind, instance.Body, inner, isMany: instance.Array is not null);
    }

    private ArrayBounds BindArray(ArraySyntax syntax, LocalSymbol? index, Scope scope)
    {
        if (syntax.Bounds is RangeSyntax range)
        {
            return new(
                index, session.Expressions.BindTo(range.From, scope, IntType.Instance), null,
                session.Expressions.BindTo(range.To, scope, IntType.Instance));
        }

        var count = session.Expressions.BindTo(syntax.Bounds, scope, IntType.Instance);
        if (ConstantFolder.TryFold(count, out var value) && value < 0)
        {
            scope.Report("ICX3024", syntax.Bounds.Span, scope.Text.Slice(syntax.Bounds.Span));
        }

        return new(index, null, count, null);
    }

    private void BindPartOf(InstanceSymbol instance, PartSymbol part, ExpressionSyntax syntax, Scope scope)
    {
        var arguments = syntax is CallSyntax call ? call.Arguments : Array.Empty<ArgumentSyntax>();
        if (session.Expressions.BindUse(part, arguments, syntax, scope) is { } use)
        {
            instance.Part = use;
        }
    }

    private BoundExpression? BindHost(ExpressionSyntax syntax, InstanceSymbol instance, Scope scope)
    {
        var host = session.Expressions.Bind(syntax, scope);
        switch (host.Type)
        {
            case ErrorType:
                return null;
            case NodeType { Kind.IsPath: false } when host is BoundInstance or BoundElement:
                if (host is BoundInstance { Symbol: { } own } && ReferenceEquals(own, instance))
                {
                    scope.Report("ICX3025", syntax.Span, instance.Name);
                    return null;
                }

                return host;
            case ListType { Element: NodeType { Kind.IsPath: false } }:
                ReportBareArray(syntax, scope, instance.Array?.Index?.Name ?? (instance.Array is null ? "0" : "index"));
                return null;
            default:
                scope.Report("ICX3017", syntax.Span, scope.Text.Slice(syntax.Span), instance.Name);
                return null;
        }
    }

    private static void ReportBareArray(ExpressionSyntax syntax, Scope scope, string index)
    {
        var name = scope.Text.Slice(syntax.Span);
        scope.ReportWithHelp("ICX3011", syntax.Span, $"write `{name}[{index}]` for one of them", $"{name}[{index}]", name);
    }
}
