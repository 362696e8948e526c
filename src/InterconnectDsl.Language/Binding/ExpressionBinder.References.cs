using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Language.Binding;

/// <content>References to declared things.</content>
internal sealed partial class ExpressionBinder
{
    /// <summary>The thing of this name in the braces, in the part they belong to, or, at the outermost braces, anywhere within.</summary>
    private Symbol? FindThing(BodyScope body, string name) =>
        body.Body.Names?.Find(name)
        ?? session.Parts.FindNested(body.Container, name)
        ?? body.Names?.Find(name);

    private static BoundExpression ReportAmbiguous(ExpressionSyntax syntax, Scope scope, string name, IReadOnlyList<Symbol> shared)
    {
        var paths = shared.Select(Names.Path).Distinct(StringComparer.Ordinal).Take(6).Select(p => $"`{p}`");
        return Reported("ICX2011", syntax, scope, name, string.Join(", ", paths));
    }

    /// <summary>A reference to a declared thing: from the scope outward, or through the things it stands in.</summary>
    public BoundExpression Reference(Symbol thing, SourceSpan location, Scope scope) =>
        Names.ContainerOf(thing) is InstanceSymbol container && !IsWithin(scope, container)
            ? Instance(Reference(container, location, scope), thing, location)
            : Instance(null, thing, location);

    private static BoundExpression Instance(BoundExpression? container, Symbol thing, SourceSpan location)
    {
        var (kind, isArray) = thing is PathSymbol path
            ? (path.Kind, path.Array is not null)
            : (((InstanceSymbol)thing).Kind, ((InstanceSymbol)thing).Array is not null);
        IcxType type = isArray || container?.Type is ListType ? kind.ListType : kind.Type;
        return new BoundInstance(container, thing.Name, thing, type, location);
    }

    private static bool IsWithin(Scope scope, Symbol container)
    {
        for (Scope? at = scope; at is not null; at = at.Parent)
        {
            if (at is BodyScope body && ReferenceEquals(body.Container, container))
            {
                return true;
            }
        }

        return false;
    }
}
