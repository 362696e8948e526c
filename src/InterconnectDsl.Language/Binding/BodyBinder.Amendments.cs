using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Language.Binding;

/// <content>Amendments of things declared elsewhere.</content>
internal sealed partial class BodyBinder
{
    // oe.power = 9 W
    private void AmendOne(MemberAccessSyntax target, AssignmentSyntax syntax, Body body, Scope scope, BoundExpression? within)
    {
        if (Target(target.Target, scope, within) is not { } thing)
        {
            return;
        }

        var made = new Body();
        var kind = KindOf(thing);
        Override(new(target.Name.Span, target.Name.Text), syntax.Value, kind, made, new(scope, kind, ThingUse.Formula), thing.Type is ListType);
        body.Add(new Amendment(scope.At(syntax), thing, made));
    }

    // oe[32 .. 35] { spare = true }
    private void Amend(AmendSyntax syntax, Body body, Scope scope, BoundExpression? within)
    {
        if (Target(syntax.Target, scope, within) is not { } thing)
        {
            return;
        }

        var (made, kind) = (new Body(), KindOf(thing));
        foreach (var member in syntax.Members)
        {
            switch (member)
            {
                case AssignmentSyntax { Target: MemberAccessSyntax inner } assignment:
                    AmendOne(inner, assignment, body, scope, thing);
                    break;
                case AmendSyntax inner:
                    Amend(inner, body, scope, thing);
                    break;
                case InstanceSyntax or PathSyntax:
                    var on = scope.Text.Slice(syntax.Target.Span);
                    scope.Report("ICX3016", member.Span, Names.Misplaced(member), "in an amendment", $"in the design, with `on {on}`");
                    break;
            }
        }

        Bind(syntax.Members.Where(IsValue).ToList(), kind, made, scope, thing.Type is ListType);
        body.Add(new Amendment(scope.At(syntax), thing, made));
    }

    private static bool IsValue(DeclarationSyntax member) =>
        member is not (AmendSyntax or InstanceSyntax or PathSyntax or AssignmentSyntax { Target: MemberAccessSyntax });

    private static KindSymbol KindOf(BoundExpression thing) => ((NodeType)(thing.Type is ListType list ? list.Element : thing.Type)).Kind;

    /// <summary>The thing or members a target names; null, and reported, when it names none.</summary>
    public BoundExpression? Target(ExpressionSyntax syntax, Scope scope, BoundExpression? within)
    {
        var bound = within is null ? session.Expressions.Bind(syntax, scope) : Nested(syntax, scope, within);
        if (bound is BoundInstance or BoundElement { List: BoundInstance or BoundElement })
        {
            return bound;
        }

        if (bound.Type is not ErrorType)
        {
            scope.Report("ICX3021", syntax.Span, scope.Text.Slice(syntax.Span), Names.Value(bound.Type));
        }

        return null;
    }

    private BoundExpression Nested(ExpressionSyntax syntax, Scope scope, BoundExpression within)
    {
        switch (syntax)
        {
            case NameSyntax name:
                return session.Expressions.Member(within, new(name.Name, name.Span), syntax, scope);
            case MemberAccessSyntax member:
                var target = Nested(member.Target, scope, within);
                return session.Expressions.Member(target, member.Name, syntax, scope);
            case IndexSyntax index:
                return session.Expressions.Element(Nested(index.Target, scope, within), index, scope);
            default:
                return session.Expressions.Bind(syntax, scope);
        }
    }
}
