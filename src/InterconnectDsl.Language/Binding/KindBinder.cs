using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Language.Binding;

/// <summary>Gives the kinds of a module their bases and attributes, bases first; formulas and inferred types wait until they are asked for.</summary>
internal sealed class KindBinder(BindingSession session, LoadedModule module)
{
    private readonly HashSet<KindSymbol> _bound = new();
    private readonly List<KindSymbol> _underway = new();

    public void Bind(KindSymbol kind, KindSyntax syntax)
    {
        if (!_bound.Add(kind))
        {
            return;
        }

        _underway.Add(kind);
        kind.Base = BaseOf(kind, syntax);
        kind.Base?.Derived.Add(kind);
        kind.IsBroken |= kind.Base is { IsBroken: true };
        _underway.Remove(kind);
        if (TypeNames.Find(kind.Name) is not null)
        {
            module.Scope.Report("ICX2009", syntax.Name.Span, kind.Name, "a type", "the language itself");
        }

        foreach (var member in syntax.Members)
        {
            BindMember(kind, member);
        }
    }

    private KindSymbol? BaseOf(KindSymbol kind, KindSyntax syntax)
    {
        var isCore = module == session.Modules.Core || module.Symbol.Name == "icx.core";
        if (syntax.Base is not { } name)
        {
            if (isCore && kind.Name is "node" or "path" or "design")
            {
                return null;
            }

            module.Scope.ReportWithHelp("ICX3001", syntax.Name.Span, null, null, kind.Name);
            return session.CoreKinds.Node;
        }

        if (session.Types.Kind(name, module.Scope) is not { } found)
        {
            kind.IsBroken = true;
            return session.CoreKinds.Node;
        }

        if (_underway.IndexOf(found) is var start and >= 0)
        {
            var ring = string.Join(" is a ", _underway.Skip(start).Concat(new[] { found }).Select(k => k.Name));
            module.Scope.Report("ICX3002", name.Span, kind.Name, ring);
            return session.CoreKinds.Node;
        }

        if (module.Kinds.Find(k => ReferenceEquals(k.Symbol, found)).Syntax is { } own)
        {
            Bind(found, own);
        }

        return found;
    }

    private void BindMember(KindSymbol kind, DeclarationSyntax member)
    {
        switch (member)
        {
            case AttributeSyntax { Members: null } attribute:
                DeclareAttribute(kind, attribute, attribute.Name, attribute.Type, attribute.Value);
                break;
            case AssignmentSyntax { Target: NameSyntax name } assignment when kind.FindAttribute(name.Name) is { } inherited
                && !ReferenceEquals(inherited.Owner, kind):
                Redefine(kind, inherited, name, assignment.Value);
                break;
            case AssignmentSyntax { Target: NameSyntax name } assignment:
                DeclareAttribute(kind, assignment, new(name.Name, name.Span), null, assignment.Value);
                break;
            case not ErrorDeclarationSyntax:
                var place = member is InstanceSyntax or PathSyntax ? "in a part or a design" : "in a design";
                module.Scope.Report("ICX3016", member.Span, Names.Misplaced(member), "in a kind", place);
                break;
        }
    }

    private void Redefine(KindSymbol kind, AttributeSymbol inherited, NameSyntax name, ValueSyntax value)
    {
        if (kind.Redefinitions.ContainsKey(name.Name))
        {
            module.Scope.Report("ICX2009", name.Span, name.Name, "a value", "this kind");
            return;
        }

        var scope = new ThingScope(module.Scope, kind, ThingUse.Formula);
        scope.Note(name.Span, inherited);
        kind.Redefinitions.Add(name.Name, session.Formulas.MakeFor(inherited, kind, value, scope, isMany: false));
    }

    private void DeclareAttribute(KindSymbol kind, DeclarationSyntax syntax, Identifier name, TypeSyntax? type, ValueSyntax? value)
    {
        if (name.Text.Length == 0)
        {
            return;
        }

        if (kind.FindAttribute(name.Text) is { } other)
        {
            ReportRepeated(kind, other, name);
            return;
        }

        var scope = new ThingScope(module.Scope, kind, ThingUse.Formula);
        var attribute = new AttributeSymbol(
            name.Text, module.Scope.At(name),
            kind) { Doc = syntax.Doc, Optional = type is not null && TypeBinder.IsOptional(type), IsTyped = type is not null };
        var formula = value is null ? null : session.Formulas.MakeDefault(attribute, value, scope, isTyped: type is not null);
        attribute.Default = value is { Nominal: not null } or { Distribution: not null } ? formula : null;
        attribute.PlausibleFrom = value?.Plausible is null ? null : formula;
        attribute.TypeOf = type is null
            ? () => session.Formulas.Infer(attribute, formula, scope)
            : () => session.Types.Bind(type, module.Scope, kind.Name + "." + name.Text);
        kind.Attributes.Add(attribute);
        session.Attributes.Add(attribute);
    }

    private void ReportRepeated(KindSymbol kind, AttributeSymbol other, Identifier name)
    {
        if (ReferenceEquals(other.Owner, kind))
        {
            module.Scope.ReportRelated("ICX2009", name.Span, other.Location, "the first is here", name.Text, "an attribute", "this kind");
        }
        else
        {
            module.Scope.ReportRelated("ICX3018", name.Span, other.Location, "it is declared here", kind.Name, name.Text, other.Owner.Name);
        }
    }
}
