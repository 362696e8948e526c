using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Language.Binding;

/// <content>Symbols of things and paths.</content>
internal sealed partial class BodyBinder
{
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
            scope.ReportWithHelp(
                "ICX3014", syntax.Part!.Span, $"write `{part.Kind.Name} {syntax.Name.Text}`, or use a part of kind {kind.Name}", null, part.Name,
                part.Kind.Name, kind.Name);
            kind = part.Kind;
        }

        var instance = new InstanceSymbol(syntax.Name.Text, scope.At(syntax.Name), part?.Kind ?? kind)
        {
            Doc = syntax.Doc, Container = container, Declared = kind, Part = part is null ? null : session.Parts.PlainUse(part),
        };
        var index = IndexOf(syntax.Array, scope);
        var inner = syntax.Members is null
            ? null
            : new BodyScope(index is null ? scope : new LocalScope(scope, index), instance, instance.Body, null);
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

        var path = new PathSymbol(
            syntax.Name.Text, scope.At(syntax.Name), kind) { Doc = syntax.Doc, Container = container, BothDirections = syntax.BothDirections };
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
            var made = DiagnosticCatalogue.Make(
                "ICX2009", thing.Location, new object[] { thing.Name, Names.Sort(first), first.Location.ToString() });
            var related = new[] { new RelatedLocation(first.Location, "the first is here") };
            scope.Bag.Add(made with { Help = help ?? made.Help, Related = related });
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
