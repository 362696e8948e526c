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
    private readonly List<Replaced> _replaced = new();

    /// <summary>An instance whose names are known and whose expressions are not bound yet.</summary>
    private sealed record PendingInstance(InstanceSymbol Symbol, InstanceSyntax Syntax, Scope Around, BodyScope? Inner, LocalSymbol? Index);

    private sealed record Replaced(InstanceSymbol Symbol, AttributeSyntax Syntax, Scope Around, BodyScope Inner);

    private sealed record PendingPath(PathSymbol Symbol, PathSyntax Syntax, Scope Around, LocalSymbol? Index);

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
}
