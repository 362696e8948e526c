using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Language.Binding;

/// <content>Members of lists, and the declarations that references are known to be of.</content>
internal sealed partial class ExpressionBinder
{
    /// <summary>The declaration an expression refers to, when it is known by name.</summary>
    private static Symbol? DeclaredThing(BoundExpression target, Scope scope)
    {
        switch (target)
        {
            case BoundInstance instance:
                return instance.Symbol;
            case BoundElement element:
                return DeclaredThing(element.List, scope);
            case BoundPart part:
                return part.Use.Part;
            case BoundLocal local:
                for (var at = scope; at is not null; at = at.Parent)
                {
                    if (at is LocalScope found && ReferenceEquals(found.Local, local.Symbol))
                    {
                        return found.StandsFor;
                    }
                }

                return null;
            default:
                return null;
        }
    }

    private Symbol? NestedThing(Symbol thing, string name) =>
        (thing as InstanceSymbol)?.Body.Names?.Find(name) ?? session.Parts.FindNested(thing, name);

    private IEnumerable<string> NestedNames(Symbol thing) =>
        ((thing as InstanceSymbol)?.Body.Names?.All.Select(s => s.Name) ?? Array.Empty<string>()).Concat(session.Parts.NestedNames(thing));

    private BoundExpression BindIndex(IndexSyntax syntax, Scope scope)
    {
        if (syntax.Target is MemberAccessSyntax { Name.Text: "position" } member && Position(syntax, member, scope) is { } position)
        {
            return position;
        }

        return Element(Bind(syntax.Target, scope), syntax, scope);
    }

    /// <summary>A member of a list by its index, or the members of a range.</summary>
    public BoundExpression Element(BoundExpression target, IndexSyntax syntax, Scope scope)
    {
        BoundExpression index = syntax.Index is RangeSyntax range ? BindRange(range, scope) : BindTo(syntax.Index, scope, IntType.Instance);
        if (target.Type is ErrorType)
        {
            return target;
        }

        if (target.Type is not ListType list)
        {
            var what = scope.Text.Slice(syntax.Target.Span);
            scope.ReportWithHelp("ICX2026", syntax.Span, null, what, what, Names.Value(target.Type));
            return Error(syntax, scope);
        }

        return new BoundElement(target, index, index is BoundRange ? list : list.Element, scope.At(syntax));
    }

    private BoundExpression? Position(IndexSyntax syntax, MemberAccessSyntax member, Scope scope)
    {
        var target = Bind(member.Target, scope);
        if (target.Type is not NodeType node)
        {
            var index = BindTo(syntax.Index, scope, IntType.Instance);
            return target.Type is ErrorType || index.Type is ErrorType || target.Type is not ListType
                ? Error(syntax, scope)
                : Reported("ICX3011", member.Target, scope, scope.Text.Slice(member.Target.Span));
        }

        return node.Kind.FindAttribute("position") is not null
            ? null
            : new BoundPosition(target, BindTo(syntax.Index, scope, IntType.Instance), scope.At(syntax));
    }
}
