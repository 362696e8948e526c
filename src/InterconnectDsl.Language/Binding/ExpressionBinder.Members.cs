using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Language.Binding;

/// <content>What stands behind a dot or in brackets.</content>
internal sealed partial class ExpressionBinder
{
    private static readonly string[] BuiltIn = { "host", "index", "steps", "forth", "back", "position", "directions", "mirrored" };

    private BoundExpression BindMember(MemberAccessSyntax syntax, Scope scope, IcxType? expected)
    {
        if (syntax.Name.Text.Length == 0)
        {
            Bind(syntax.Target, scope);
            return Error(syntax, scope);
        }

        if (Qualified(syntax, scope, out var isKnown) is { } symbol)
        {
            return ValueOf(symbol, syntax, scope);
        }

        if (isKnown)
        {
            return Error(syntax, scope);
        }

        return QualifiedWord(syntax, scope, expected) ?? Member(Bind(syntax.Target, scope), syntax.Name, syntax, scope);
    }

    /// <summary>What a dotted name stands for when its first names are a module; <paramref name="isReported"/> when the module has no such name.</summary>
    public Symbol? Qualified(MemberAccessSyntax syntax, Scope scope, out bool isReported)
    {
        isReported = false;
        var module = ModuleNamed(syntax.Target, scope);
        if (module is null)
        {
            return null;
        }

        if (module.Members.TryGetValue(syntax.Name.Text, out var member))
        {
            member.IsUsed = true;
            return member;
        }

        isReported = true;
        scope.ReportUnknown("ICX2008", syntax.Name, module.Members.Keys, module.Name);
        return null;
    }

    private ModuleSymbol? ModuleNamed(ExpressionSyntax syntax, Scope scope)
    {
        if (syntax is NameSyntax name)
        {
            return !IsLocal(name.Name, scope) && scope.Module.Imports.TryGetValue(name.Name, out var whole) && whole.Item is null
                ? session.Modules.Resolve(scope.Module, whole) as ModuleSymbol
                : null;
        }

        if (syntax is not MemberAccessSyntax { Target: NameSyntax or MemberAccessSyntax } member)
        {
            return null;
        }

        // `use icx.oif` is reached as oif.A and as icx.oif.A
        return scope.Module.Imports.TryGetValue(member.Name.Text, out var import) && import.Item is null && import.Use.Module.Text == Dotted(member)
            ? session.Modules.Resolve(scope.Module, import) as ModuleSymbol
            : null;
    }

    /// <summary>The expression a dotted name stands for.</summary>
    public static ExpressionSyntax Reference(Identifier name)
    {
        var parts = name.Text.Split('.');
        var start = name.Span.Start;
        ExpressionSyntax made = new NameSyntax(new(start, parts[0].Length), parts[0]);
        for (var i = 1; i < parts.Length; i++)
        {
            var part = new TextSpan(made.Span.End + 1, parts[i].Length);
            made = new MemberAccessSyntax(new(start, part.End - start), made, new(parts[i], part));
        }

        return made;
    }

    private static string? Dotted(ExpressionSyntax syntax) => syntax switch
    {
        NameSyntax name => name.Name,
        MemberAccessSyntax member when Dotted(member.Target) is { } prefix => prefix + "." + member.Name.Text,
        _ => null,
    };

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
            return type is ErrorType ? Error(syntax, scope) : new BoundAttribute(inner, name.Text, target.Type is ListType ? ListOf(type) : type, location);
        }

        if (DeclaredThing(target, scope) is { } thing && NestedThing(thing, name.Text) is { } nested)
        {
            return Instance(target, nested, location);
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
    /// The type of an attribute of a kind; where only derived kinds have it, the type they agree on; null when none has it, an error when they disagree.
    /// </summary>
    private IcxType? AttributeType(KindSymbol kind, Identifier name, Scope scope)
    {
        if (kind.FindAttribute(name.Text) is { } own)
        {
            return own.Type;
        }

        var below = session.Attributes.Below(kind, name.Text);
        for (var i = 1; i < below.Count; i++)
        {
            if (!below[i].Type.Equals(below[0].Type))
            {
                scope.Report("ICX2023", name.Span, name.Text, kind.Name, below[0].Owner.Name, Names.Value(below[0].Type), below[i].Owner.Name, Names.Value(below[i].Type));
                return ErrorType.Instance;
            }
        }

        return below.Count > 0 ? below[0].Type : null;
    }

    // A list of lists reads as one list.
    private static IcxType ListOf(IcxType type) => type as ListType ?? new ListType(type);

    /// <summary>The declaration an expression refers to, when it is known by name.</summary>
    private static Symbol? DeclaredThing(BoundExpression target, Scope scope)
    {
        switch (target)
        {
            case BoundInstance instance:
                return instance.Symbol;
            case BoundElement element:
                return DeclaredThing(element.List, scope);
            case BoundPart part:
                return part.Use.Part;
            case BoundLocal local:
                for (var at = scope; at is not null; at = at.Parent)
                {
                    if (at is LocalScope found && ReferenceEquals(found.Local, local.Symbol))
                    {
                        return found.StandsFor;
                    }
                }

                return null;
            default:
                return null;
        }
    }

    private Symbol? NestedThing(Symbol thing, string name) =>
        (thing as InstanceSymbol)?.Body.Names?.Find(name) ?? session.Parts.FindNested(thing, name);

    private IEnumerable<string> NestedNames(Symbol thing) =>
        ((thing as InstanceSymbol)?.Body.Names?.All.Select(s => s.Name) ?? Array.Empty<string>()).Concat(session.Parts.NestedNames(thing));

    private BoundExpression BindIndex(IndexSyntax syntax, Scope scope)
    {
        if (syntax.Target is MemberAccessSyntax { Name.Text: "position" } member && Position(syntax, member, scope) is { } position)
        {
            return position;
        }

        return Element(Bind(syntax.Target, scope), syntax, scope);
    }

    /// <summary>A member of a list by its index, or the members of a range.</summary>
    public BoundExpression Element(BoundExpression target, IndexSyntax syntax, Scope scope)
    {
        BoundExpression index = syntax.Index is RangeSyntax range ? BindRange(range, scope) : BindTo(syntax.Index, scope, IntType.Instance);
        if (target.Type is ErrorType)
        {
            return target;
        }

        if (target.Type is not ListType list)
        {
            var what = scope.Text.Slice(syntax.Target.Span);
            scope.ReportWithHelp("ICX2026", syntax.Span, null, what, what, Names.Value(target.Type));
            return Error(syntax, scope);
        }

        return new BoundElement(target, index, index is BoundRange ? list : list.Element, scope.At(syntax));
    }

    private BoundExpression? Position(IndexSyntax syntax, MemberAccessSyntax member, Scope scope)
    {
        var target = Bind(member.Target, scope);
        if (target.Type is not NodeType node)
        {
            var index = BindTo(syntax.Index, scope, IntType.Instance);
            return target.Type is ErrorType || index.Type is ErrorType || target.Type is not ListType
                ? Error(syntax, scope)
                : Reported("ICX3011", member.Target, scope, scope.Text.Slice(member.Target.Span));
        }

        return node.Kind.FindAttribute("position") is not null ? null : new BoundPosition(target, BindTo(syntax.Index, scope, IntType.Instance), scope.At(syntax));
    }
}
