using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Language.Binding;

/// <content>What stands behind a dot or in brackets.</content>
internal sealed partial class ExpressionBinder
{
    private static readonly string[] BuiltIn = { "host", "index", "steps", "forth", "back", "position", "directions", "mirrored" };

    /// <summary>An attribute, a nested thing or a built-in property of a bound target.</summary>
    public BoundExpression Member(BoundExpression target, Identifier name, ExpressionSyntax syntax, Scope scope)
    {
        switch (target.Type)
        {
            case ErrorType:
                return Error(syntax, scope);
            case NodeType node:
                return MemberOfThing(target, node.Kind, name, syntax, scope);
            case ListType { Element: NodeType node }:
                return MemberOfThing(target, node.Kind, name, syntax, scope);
            case ListType when name.Text == "count":
                return new BoundAggregate("count", target, null, null, null, IntType.Instance, scope.At(syntax));
            case PointType when name.Text is "x" or "y":
                return new BoundPairMember(target, name.Text == "y", _length, scope.At(syntax));
            case ExtentType when name.Text is "width" or "height":
                return new BoundPairMember(target, name.Text == "height", _length, scope.At(syntax));
            case RangeType when name.Text is "from" or "to":
                return new BoundPairMember(target, name.Text == "to", IntType.Instance, scope.At(syntax));
        }

        var known = target.Type is PointType ? new[] { "x", "y" } : target.Type is ExtentType ? new[] { "width", "height" } : Array.Empty<string>();
        scope.ReportUnknown("ICX2003", name, known, Names.Value(target.Type));
        return Error(syntax, scope);
    }

    private BoundExpression MemberOfThing(BoundExpression target, KindSymbol kind, Identifier name, ExpressionSyntax syntax, Scope scope)
    {
        var location = scope.At(syntax);
        var isOwn = target is BoundContext { Name: ContextName.This, Target: null };
        var inner = isOwn ? null : target;
        if (AttributeType(kind, name, scope) is { } type)
        {
            session.Uses.NoteAttribute(name.Text);
            return type is ErrorType
                ? Error(syntax, scope)
                : new BoundAttribute(inner, name.Text, target.Type is ListType ? ListOf(type) : type, location);
        }

        if (DeclaredThing(target, scope) is { } thing && NestedThing(thing, name.Text) is { } nested)
        {
            return Instance(target, scope.Note(name.Span, nested), location);
        }

        if (BuiltInMember(target, inner, kind, name.Text, location) is { } known)
        {
            return known;
        }

        if (!session.IsSilenced(name.Text) && !kind.IsBroken)
        {
            var owner = target is BoundInstance { Symbol: { } symbol } ? $"`{symbol.Name}`, {Names.Sort(symbol)}," : Names.Article(kind.Name);
            var things = DeclaredThing(target, scope) is { } declared ? NestedNames(declared) : Array.Empty<string>();
            scope.ReportUnknown("ICX2003", name, AttributeIndex.NamesOf(kind).Concat(things).Concat(BuiltIn), owner);
        }

        return Error(syntax, scope);
    }

    private BoundExpression? BuiltInMember(BoundExpression target, BoundExpression? inner, KindSymbol kind, string name, SourceSpan location)
    {
        var isMany = target.Type is ListType;
        IcxType Each(IcxType type) => isMany ? new ListType(type) : type;
        var core = session.CoreKinds;
        return name switch
        {
            "host" when !kind.IsPath => new BoundContext(ContextName.Host, inner, isMany ? core.Node.ListType : core.Node.Type, location),
            "index" => new BoundContext(ContextName.Index, inner, Each(IntType.Instance), location),
            "mirrored" => new BoundContext(ContextName.Mirrored, inner, Each(BoolType.Instance), location),
            "directions" when kind.IsPath => new BoundContext(ContextName.Directions, inner, Each(IntType.Instance), location),
            "forth" or "back" when kind.IsPath => target,
            "steps" when kind.IsPath && !isMany => new BoundSteps(inner, StepsPortion.All, null, null, core.Step.ListType, location),
            "count" when isMany => new BoundAggregate("count", target, null, null, null, IntType.Instance, location),
            _ => null,
        };
    }

    /// <summary>
    /// The type of an attribute of a kind; where only derived kinds have it, the type they agree on; null when none has it, an error when they
    /// disagree.
    /// </summary>
    private IcxType? AttributeType(KindSymbol kind, Identifier name, Scope scope)
    {
        if (kind.FindAttribute(name.Text) is { } own)
        {
            return scope.Note(name.Span, own).Type;
        }

        var below = session.Attributes.Below(kind, name.Text);
        for (var i = 1; i < below.Count; i++)
        {
            if (!below[i].Type.Equals(below[0].Type))
            {
                scope.Report(
                    "ICX2023", name.Span, name.Text, kind.Name, below[0].Owner.Name, Names.Value(below[0].Type), below[i].Owner.Name,
                    Names.Value(below[i].Type));
                return ErrorType.Instance;
            }
        }

        return below.Count > 0 ? scope.Note(name.Span, below[0]).Type : null;
    }

    // A list of lists reads as one list.
    private static IcxType ListOf(IcxType type) => type as ListType ?? new ListType(type);
}
