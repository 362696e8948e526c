using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Language.Binding;

/// <summary>
/// What a design that extends another makes of it: things are shared until one is replaced or removed; then it, and what it stands in, are copied.
/// </summary>
internal sealed partial class DesignExtension(BindingSession session, DesignSymbol design, DesignSymbol @base)
{
    private readonly Dictionary<Symbol, Symbol?> _changes = new();
    private readonly HashSet<Symbol> _touched = new();
    private readonly List<(Symbol Thing, TextSpan Span)> _removed = new();

    /// <summary>Takes over the base's values, waivers and amendments; things follow when it is known which change.</summary>
    public void Inherit() => design.Body.AddValuesOf(@base.Body);

    /// <summary>Applies <c>name : part</c> and <c>without name</c>, then takes over the things.</summary>
    public void Change(IReadOnlyList<DeclarationSyntax> members, BodyBinder binder, DesignDeclaration declaration)
    {
        var scope = declaration.Scope;
        var replaced = new List<(InstanceSymbol Symbol, AttributeSyntax Syntax)>();
        foreach (var member in members)
        {
            switch (member)
            {
                case WithoutSyntax without when Inherited(without.Name, scope) is { } thing:
                    Mark(thing, null);
                    _removed.Add((thing, without.Name.Span));
                    break;
                case AttributeSyntax attribute when Inherited(attribute.Name, scope) is { } thing
                    && Replacement(attribute, thing, scope) is { } fresh:
                    Mark(thing, fresh);
                    replaced.Add((fresh, attribute));
                    break;
                case AssignmentSyntax { Target: NameSyntax name }:
                    design.Body.Unset(name.Name);
                    break;
            }
        }

        TakeOver(@base.Body, design.Body, design, isInherited: true);
        Name(design.Body, declaration.Names);
        foreach (var (symbol, syntax) in replaced)
        {
            binder.Replace(symbol, syntax, scope);
        }
    }

    /// <summary>A path that still goes through what was removed is reported where it was removed.</summary>
    public void CheckLeftOver(Scope scope)
    {
        foreach (var (thing, span) in _removed)
        {
            if (PathThrough(design.Body, thing) is { } path)
            {
                scope.ReportRelated("ICX3009", span, path.Location, "the path is here", thing.Name, path.Name);
            }
        }
    }

    private Symbol? Inherited(Identifier name, Scope scope)
    {
        var names = @base.Declaration!.Names;
        if (@base.Body.Names?.Find(name.Text) is { } own)
        {
            return own;
        }

        if (names.Shared(name.Text) is { } shared)
        {
            scope.Report("ICX2011", name.Span, name.Text, string.Join(", ", shared.Select(s => $"`{Names.Path(s)}`")));
            return null;
        }

        if (names.Find(name.Text) is { } nested)
        {
            return nested;
        }

        if (!session.IsSilenced(name.Text))
        {
            scope.ReportUnknown("ICX3008", name, names.All, @base.Name);
        }

        return null;
    }

    private InstanceSymbol? Replacement(AttributeSyntax syntax, Symbol thing, Scope scope)
    {
        if (thing is not InstanceSymbol old || syntax.Value is not null || syntax.Type is not NamedTypeSyntax { Optional: false } type)
        {
            scope.ReportWithHelp(
                "ICX3007", syntax.Name.Span, thing is PathSymbol ? $"`without {thing.Name}` removes the path; then declare it anew" : null, null,
                syntax.Name.Text);
            return null;
        }

        if (session.Parts.Find(type.Expression, scope, "a part") is not { } part)
        {
            return null;
        }

        var declared = old.Declared ?? old.Kind;
        if (!part.Kind.Is(declared))
        {
            scope.Report("ICX3029", type.Span, part.Name, part.Kind.Name, old.Name, declared.Name);
            return null;
        }

        var fresh = new InstanceSymbol(old.Name, scope.At(syntax.Name), part.Kind)
        {
            Array = old.Array, Host = old.Host, Place = old.Place, Declared = declared, Container = old.Container, Doc = syntax.Doc ?? old.Doc,
            Part = session.Parts.PlainUse(part),
        };
        TakeOver(old.Body, fresh.Body, fresh, isInherited: false);
        return fresh;
    }

    private static PathSymbol? PathThrough(Body body, Symbol thing)
    {
        foreach (var path in body.Paths)
        {
            foreach (var step in path.Steps)
            {
                if (Mentions(step.Value, thing))
                {
                    return path;
                }
            }
        }

        return body.Instances.Select(i => PathThrough(i.Body, thing)).FirstOrDefault(p => p is not null);
    }

    private static bool Mentions(BoundExpression? expression, Symbol thing) => expression switch
    {
        BoundInstance instance => ReferenceEquals(instance.Symbol, thing) || Mentions(instance.Container, thing),
        BoundElement element => Mentions(element.List, thing),
        BoundPosition position => Mentions(position.Connector, thing),
        _ => false,
    };
}
