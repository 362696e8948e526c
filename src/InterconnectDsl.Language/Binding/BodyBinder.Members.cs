using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Language.Binding;

/// <content>What braces set: attributes, amendments, waivers, confirmations.</content>
internal sealed partial class BodyBinder
{
    /// <summary>Binds the members of one pair of braces but for the things in it. <paramref name="scope"/> is that of the braces; <paramref name="kind"/> what they belong to.</summary>
    public void Bind(IReadOnlyList<DeclarationSyntax> members, KindSymbol kind, Body body, Scope scope, bool isMany, bool holdsThings = true)
    {
        var formulas = default(ThingScope);
        foreach (var member in members)
        {
            switch (member)
            {
                case AssignmentSyntax { Target: NameSyntax name } assignment:
                    Override(name, assignment.Value, kind, body, formulas ??= new(scope, kind, ThingUse.Formula), isMany);
                    break;
                case AssignmentSyntax { Target: MemberAccessSyntax target } assignment:
                    AmendOne(target, assignment, body, scope, null);
                    break;
                case AmendSyntax amend:
                    Amend(amend, body, scope, null);
                    break;
                case AllowSyntax allow:
                    Allow(allow, body, scope);
                    break;
                case ConfirmSyntax confirm:
                    Confirm(confirm, body, scope);
                    break;
                case AttributeSyntax or WithoutSyntax when root is DesignSymbol { Base: not null } && ReferenceEquals(body, ((DesignSymbol)root).Body):
                    break;
                case AttributeSyntax attribute:
                    ReportAttribute(attribute, kind, scope);
                    break;
                case InstanceSyntax or PathSyntax when holdsThings:
                    break;
                case not ErrorDeclarationSyntax:
                    ReportMisplaced(member, kind, scope);
                    break;
            }
        }
    }

    private static void ReportMisplaced(DeclarationSyntax member, KindSymbol kind, Scope scope)
    {
        var where = "in the braces of " + Names.Article(kind.Name);
        var instead = member is WithoutSyntax ? "in a design that extends another" : member is AssignmentSyntax ? "in front of a name or a dotted name" : "at module level";
        if (member is InstanceSyntax or PathSyntax)
        {
            instead = "beside it; a value is set with `=`";
        }

        scope.Report("ICX3016", member.Span, DeclarationBinder.Misplaced(member), where, instead);
    }

    private void ReportAttribute(AttributeSyntax syntax, KindSymbol kind, Scope scope)
    {
        var (name, known) = (syntax.Name.Text, kind.FindAttribute(syntax.Name.Text));
        var help = known is not null ? $"to set it, write `{name} = ...`"
            : kind.Root.Name == "design" ? $"a knob is declared above the design, `param {name} : ...`"
            : $"declare it in a kind, `kind my_{kind.Name} : {kind.Name} {{ {name} : ... }}`";
        scope.ReportWithHelp("ICX3007", syntax.Name.Span, help, null, name);
        session.Silence(name);
    }

    private void Override(NameSyntax name, ValueSyntax value, KindSymbol kind, Body body, ThingScope scope, bool isMany)
    {
        if (kind.FindAttribute(name.Name) is not { } attribute)
        {
            ReportUnknown(name, kind, scope);
            session.Defer(() => BindForErrors(value, scope));
            return;
        }

        if (body.Overrides.TryGetValue(name.Name, out var first))
        {
            scope.ReportRelated("ICX2009", name.Span, first.Location, "the first is here", name.Name, "a value", first.Location.ToString());
            return;
        }

        body.Set(name.Name, session.Formulas.MakeFor(attribute, kind, value, scope, isMany));
    }

    // What stands behind an unknown name is still read for mistakes of its own, unless it is a bare word, of which the type would be needed.
    private void BindForErrors(ValueSyntax value, Scope scope)
    {
        if (value.Nominal is { } nominal and not (NameSyntax or ListSyntax))
        {
            session.Expressions.Bind(nominal, scope);
        }
    }

    private void ReportUnknown(NameSyntax name, KindSymbol kind, Scope scope)
    {
        if (session.IsSilenced(name.Name) || kind.IsBroken)
        {
            return;
        }

        var owner = Names.Article(kind.Name);
        if (session.Modules.Resolve(scope.Module, name.Name) is ParamSymbol)
        {
            scope.ReportWithHelp("ICX2003", name.Span, $"`{name.Name}` is a param: its value stands where it is declared; a test or a study sets it `with {name.Name} = ...`", null, name.Name, owner);
        }
        else if (names.Find(name.Name) is { } thing)
        {
            scope.ReportWithHelp("ICX2003", name.Span, $"`{name.Name}` is {Names.Sort(thing)}: `{name.Name} {{ attribute = ... }}` or `{name.Name}.attribute = ...` sets something of it", null, name.Name, owner);
        }
        else
        {
            scope.ReportUnknown("ICX2003", new(name.Name, name.Span), AttributeIndex.NamesOf(kind), owner);
        }
    }

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
                    scope.Report("ICX3016", member.Span, DeclarationBinder.Misplaced(member), "in an amendment", $"in the design, with `on {on}`");
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

    private void Allow(AllowSyntax syntax, Body body, Scope scope)
    {
        if (session.Rules.IdOf(syntax.Rule, scope) is { } id)
        {
            int? until = syntax.Until is { } date ? (((date.Year * 100) + date.Month) * 100) + date.Day : null;
            body.Add(new Waiver(scope.At(syntax), id, until, syntax.Because?.Plain ?? ""));
        }
    }

    private void Confirm(ConfirmSyntax syntax, Body body, Scope scope)
    {
        if (syntax.Value.Source is null)
        {
            scope.Report("ICX3027", syntax.Target.Span, scope.Text.Slice(syntax.Target.Span));
        }

        var (symbol, part, kind) = ConfirmTarget(syntax.Target, scope);
        var formula = symbol switch
        {
            ParamSymbol param => session.Formulas.Make(syntax.Value, scope, () => param.Type, () => param),
            ConstantSymbol constant => session.Formulas.Make(syntax.Value, scope, () => constant.Type, () => constant),
            AttributeSymbol attribute => session.Formulas.MakeFor(attribute, kind!, syntax.Value, scope, isMany: false),
            _ => null,
        };
        if (formula is not null)
        {
            body.Add(new Confirmation(scope.At(syntax), symbol!, part, formula));
        }
    }

    private (Symbol? Symbol, PartSymbol? Part, KindSymbol? Kind) ConfirmTarget(ExpressionSyntax syntax, Scope scope)
    {
        var symbol = session.Parts.FindSymbol(syntax, scope, out var isSilent);
        if (symbol is ParamSymbol or ConstantSymbol || isSilent)
        {
            return (symbol, null, null);
        }

        if (syntax is MemberAccessSyntax member && session.Parts.FindSymbol(member.Target, scope, out isSilent) is PartSymbol or KindSymbol && !isSilent)
        {
            var owner = session.Parts.FindSymbol(member.Target, scope, out _);
            var part = owner as PartSymbol;
            if (part is not null)
            {
                session.Parts.CompleteHead(part);
            }

            var kind = part?.Kind ?? (KindSymbol)owner!;
            var attribute = kind.FindAttribute(member.Name.Text);
            if (attribute is null)
            {
                scope.ReportUnknown("ICX2003", member.Name, AttributeIndex.NamesOf(kind), Names.Article(kind.Name));
            }

            return (attribute, part, kind);
        }

        if (!isSilent)
        {
            scope.Report("ICX3028", syntax.Span, scope.Text.Slice(syntax.Span));
        }

        return (null, null, null);
    }
}
