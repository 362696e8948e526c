using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Language.Binding;

/// <content>What braces set: attributes, amendments, waivers, confirmations.</content>
internal sealed partial class BodyBinder
{
    /// <summary>
    /// Binds the members of one pair of braces but for the things in it. <paramref name="scope"/> is that of the braces; <paramref name="kind"/>
    /// what they belong to.
    /// </summary>
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
                case AttributeSyntax or WithoutSyntax when root is DesignSymbol { Base: not null }
                    && ReferenceEquals(body, ((DesignSymbol)root).Body):
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
        var instead = member is WithoutSyntax
            ? "in a design that extends another"
            : member is AssignmentSyntax ? "in front of a name or a dotted name"
            : "at module level";
        if (member is InstanceSyntax or PathSyntax)
        {
            instead = "beside it; a value is set with `=`";
        }

        scope.Report("ICX3016", member.Span, Names.Misplaced(member), where, instead);
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

        scope.Note(name.Span, attribute);
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
            scope.ReportWithHelp(
                "ICX2003", name.Span,
                $"`{name.Name}` is a param: its value stands where it is declared; a test or a study sets it `with {name.Name} = ...`", null,
                name.Name, owner);
        }
        else if (names.Find(name.Name) is { } thing)
        {
            scope.ReportWithHelp(
                "ICX2003", name.Span,
                $"`{name.Name}` is {Names.Sort(thing)}: `{name.Name} {{ attribute = ... }}` or `{name.Name}.attribute = ...` sets something of it",
                null, name.Name, owner);
        }
        else
        {
            scope.ReportUnknown("ICX2003", new(name.Name, name.Span), AttributeIndex.NamesOf(kind), owner);
        }
    }
}
