using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Language.Binding;

/// <summary>
/// The braces of one design or part, and all braces within: first every thing by name, so that they may be named in any order, then what they set.
/// </summary>
internal sealed partial class BodyBinder(BindingSession session, Symbol root, RootNames names)
{
    private readonly List<PendingInstance> _instances = new();
    private readonly List<PendingPath> _paths = new();
    private readonly List<(InstanceSymbol Symbol, AttributeSyntax Syntax, Scope Around, BodyScope Inner)> _replaced = new();

    /// <summary>An instance whose names are known and whose expressions are not bound yet.</summary>
    private readonly record struct PendingInstance(InstanceSymbol Symbol, InstanceSyntax Syntax, Scope Around, BodyScope? Inner, LocalSymbol? Index);

    private readonly record struct PendingPath(PathSymbol Symbol, PathSyntax Syntax, Scope Around, LocalSymbol? Index);

    /// <summary>Makes symbols of the things and paths among the members, and of those in their braces.</summary>
    public void Declare(IReadOnlyList<DeclarationSyntax> members, Symbol container, Body body, Scope scope)
    {
        foreach (var member in members)
        {
            switch (member)
            {
                case InstanceSyntax instance:
                    DeclareInstance(instance, container, body, scope);
                    break;
                case PathSyntax path:
                    DeclarePath(path, container, body, scope);
                    break;
            }
        }
    }

    /// <summary>Binds what was declared: counts, arguments, hosts, places, steps, braces.</summary>
    public void BindPending()
    {
        foreach (var instance in _instances)
        {
            BindInstance(instance);
        }

        foreach (var (symbol, syntax, around, inner) in _replaced)
        {
            BindReplacement(symbol, syntax, around, inner);
        }

        foreach (var path in _paths)
        {
            BindPath(path);
        }
    }

    /// <summary>Holds every declared thing and path to having all it needs.</summary>
    public void RequireAll()
    {
        var amendments = new AmendedAttributes(root is DesignSymbol design ? design.Body : ((PartSymbol)root).Body);
        foreach (var instance in _instances)
        {
            session.Requirements.Check(instance.Symbol, amendments, instance.Around);
        }

        foreach (var (symbol, _, around, _) in _replaced)
        {
            session.Requirements.Check(symbol, amendments, around);
        }

        foreach (var path in _paths)
        {
            session.Requirements.Check(path.Symbol, amendments, path.Around);
        }
    }

    private void DeclareInstance(InstanceSyntax syntax, Symbol container, Body body, Scope scope)
    {
        var kind = InstanceKind(syntax, scope);
        var part = kind is null || syntax.Part is null ? null : session.Parts.Find(syntax.Part, scope, "a part");
        if (kind is null || (syntax.Part is not null && part is null or { Declaration.IsBroken: true }))
        {
            SilenceAll(syntax.Name.Text, syntax.Members);
            return;
        }

        if (part is not null && !part.Kind.Is(kind))
        {
            scope.ReportWithHelp("ICX3014", syntax.Part!.Span, $"write `{part.Kind.Name} {syntax.Name.Text}`, or use a part of kind {kind.Name}", null, part.Name, part.Kind.Name, kind.Name);
            kind = part.Kind;
        }

        var instance = new InstanceSymbol(syntax.Name.Text, scope.At(syntax.Name), part?.Kind ?? kind)
        {
            Doc = syntax.Doc, Container = container, Declared = kind, Part = part is null ? null : session.Parts.PlainUse(part),
        };
        var index = IndexOf(syntax.Array, scope);
        var inner = syntax.Members is null ? null : new BodyScope(index is null ? scope : new LocalScope(scope, index), instance, instance.Body, null);
        if (AddThing(body, instance, container, scope))
        {
            body.Add(instance);
        }

        _instances.Add(new(instance, syntax, scope, inner, index));
        if (inner is not null)
        {
            Declare(syntax.Members!, instance, instance.Body, inner);
        }
    }

    private KindSymbol? InstanceKind(InstanceSyntax syntax, Scope scope)
    {
        var kind = session.Types.Kind(syntax.Kind, scope);
        if (kind is { IsPath: true })
        {
            scope.Report("ICX3015", syntax.Name.Span, syntax.Name.Text, kind.Name);
            return null;
        }

        return kind;
    }

    private void DeclarePath(PathSyntax syntax, Symbol container, Body body, Scope scope)
    {
        var kind = session.Types.Kind(syntax.Kind, scope);
        if (kind is { IsPath: false })
        {
            scope.ReportWithHelp("ICX3013", syntax.Kind.Span, null, null, syntax.Name.Text, kind.Name);
            kind = null;
        }

        if (kind is null)
        {
            session.Silence(syntax.Name.Text);
            return;
        }

        var path = new PathSymbol(syntax.Name.Text, scope.At(syntax.Name), kind) { Doc = syntax.Doc, Container = container, BothDirections = syntax.BothDirections };
        if (AddThing(body, path, container, scope))
        {
            body.Add(path);
        }

        _paths.Add(new(path, syntax, scope, IndexOf(syntax.Array, scope)));
    }

    private static LocalSymbol? IndexOf(ArraySyntax? array, Scope scope) =>
        array?.Index is { Text.Length: > 0 } name ? new(name.Text, scope.At(name), Units.IntType.Instance) : null;

    private bool AddThing(Body body, Symbol thing, Symbol container, Scope scope)
    {
        if (thing.Name.Length == 0)
        {
            return false;
        }

        if (body.Names?.Find(thing.Name) is { } first)
        {
            var inherited = root is DesignSymbol { Base: { } @base } && IsOf(@base, first);
            var help = inherited ? $"`{thing.Name} : part` puts another in its place, `without {thing.Name}` removes it" : null;
            var made = Diagnostics.DiagnosticCatalogue.Make("ICX2009", thing.Location, new object[] { thing.Name, Names.Sort(first), first.Location.ToString() });
            scope.Bag.Add(made with { Help = help ?? made.Help, Related = new[] { new Diagnostics.RelatedLocation(first.Location, "the first is here") } });
            return false;
        }

        if (container is InstanceSymbol host && host.Kind.FindAttribute(thing.Name) is { } attribute)
        {
            scope.ReportRelated("ICX3023", thing.Location.Span, attribute.Location, "the attribute is declared here", thing.Name, host.Kind.Name);
        }

        (body.Names ??= new()).Add(thing);
        names.Add(thing);
        return true;
    }

    private static bool IsOf(DesignSymbol design, Symbol thing) => ReferenceEquals(design.Body.Names?.Find(thing.Name), thing);

    private void SilenceAll(string name, IReadOnlyList<DeclarationSyntax>? members)
    {
        session.Silence(name);
        foreach (var member in members ?? Array.Empty<DeclarationSyntax>())
        {
            switch (member)
            {
                case InstanceSyntax instance:
                    SilenceAll(instance.Name.Text, instance.Members);
                    break;
                case PathSyntax path:
                    session.Silence(path.Name.Text);
                    break;
            }
        }
    }
}
