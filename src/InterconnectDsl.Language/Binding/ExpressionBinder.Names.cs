using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Language.Binding;

/// <content>Names: bound names, own attributes, the things around, params, the module, what it uses, the core; last what the language calls by a word.</content>
internal sealed partial class ExpressionBinder
{
    private static readonly string[] ContextWords = { "path", "previous", "next", "gap", "directions", "count", "design", "mirrored" };

    private BoundExpression BindName(NameSyntax syntax, Scope scope, IcxType? expected)
    {
        var name = syntax.Name;
        if (Reserved(syntax, scope) is { } reserved)
        {
            return reserved;
        }

        if (expected is WordType words && words.IndexOf(name) is var position and >= 0)
        {
            return BindWord(syntax, scope, words, position);
        }

        if (Lookup(name, syntax, scope) is { } found)
        {
            return found;
        }

        if (!session.IsSilenced(name))
        {
            ReportUnknown(syntax, scope, expected);
        }

        return Error(syntax, scope);
    }

    private BoundExpression? Reserved(NameSyntax syntax, Scope scope)
    {
        var location = scope.At(syntax);
        switch (syntax.Name)
        {
            case "true":
                return new BoundNumber(1, BoolType.Instance, location, null);
            case "false":
                return new BoundNumber(0, BoolType.Instance, location, null);
            case "this":
                return scope.Thing is { Use: not (ThingUse.Step or ThingUse.Rule) } thing
                    ? new BoundContext(ContextName.This, null, thing.Kind.Type, location)
                    : Reported("ICX2035", syntax, scope, "this", "in the formulas of a kind, a part or a thing");
            case "index":
                return scope.Thing is { Use: not ThingUse.Rule } || IsLocal("index", scope)
                    ? Lookup("index", syntax, scope) ?? new BoundContext(ContextName.Index, null, IntType.Instance, location)
                    : Reported("ICX2035", syntax, scope, "index", "in an array; where several nest, name the index, `oe[i in 16]`");
            case "steps":
                return BindSteps(syntax, StepsPortion.All, null, null, scope);
            case "mirror" or "far":
                return Reported("ICX2035", syntax, scope, syntax.Name, "at the end of a path");
            case "":
                return Error(syntax, scope);
            default:
                return null;
        }
    }

    private static bool IsLocal(string name, Scope scope)
    {
        for (var at = scope; at is not null; at = at.Parent)
        {
            if (at is LocalScope local && local.Local.Name == name)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What a name stands for as a value; null, and nothing reported, when it is not known at all.</summary>
    private BoundExpression? Lookup(string name, ExpressionSyntax syntax, Scope scope)
    {
        ThingScope? own = null;
        for (var at = scope; at is not null; at = at.Parent)
        {
            switch (at)
            {
                case LocalScope local when local.Local.Name == name:
                    return new BoundLocal(local.Local, scope.At(syntax));
                case ThingScope thing when own is null:
                    own = thing;
                    if (thing.SeesOwn && thing.Kind.FindAttribute(name) is { } attribute)
                    {
                        return new BoundAttribute(null, name, attribute.Type, scope.At(syntax));
                    }

                    break;
                case BodyScope body when FindThing(body, name) is { } thing:
                    return body.Names?.Shared(name) is { } shared && body.Body.Names?.Find(name) is null
                        ? ReportAmbiguous(syntax, scope, name, shared)
                        : Reference(thing, scope.At(syntax), scope);
                case ModuleScope:
                    if (session.Modules.Resolve(scope.Module, name) is { } symbol)
                    {
                        // `path` and `design` are kinds of the core, and also what a step, a rule or a formula calls its own.
                        return (symbol is KindSymbol ? Context(name, syntax, scope, own) : null) ?? ValueOf(symbol, syntax, scope);
                    }

                    break;
            }
        }

        return Context(name, syntax, scope, own);
    }

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
        var (kind, isArray) = thing is PathSymbol path ? (path.Kind, path.Array is not null) : (((InstanceSymbol)thing).Kind, ((InstanceSymbol)thing).Array is not null);
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

    private BoundExpression ValueOf(Symbol symbol, ExpressionSyntax syntax, Scope scope)
    {
        switch (symbol)
        {
            case ParamSymbol param:
                return new BoundParam(param, scope.At(syntax));
            case ConstantSymbol constant:
                return new BoundConstant(constant, scope.At(syntax));
            case PartSymbol part:
                return BindPart(part, Array.Empty<ArgumentSyntax>(), syntax, scope);
            case FunctionSymbol function when scope.Thing?.Use == ThingUse.Placement:
                return BindFunction(function, Array.Empty<ArgumentSyntax>(), syntax, scope);
            case FunctionSymbol:
                return Reported("ICX2022", syntax, scope, symbol.Name, "a function", $"it is called, `{symbol.Name}(...)`");
            case KindSymbol kind:
                return Reported("ICX2022", syntax, scope, symbol.Name, "a kind", $"`x : {kind.Name}` in a comprehension asks for all of them, `first({kind.Name})` for a step");
            default:
                return Reported("ICX2022", syntax, scope, symbol.Name, Names.Sort(symbol), "name what is meant in it");
        }
    }

    private BoundExpression? Context(string name, ExpressionSyntax syntax, Scope scope, ThingScope? own)
    {
        if (own is null)
        {
            return null;
        }

        var location = scope.At(syntax);
        var core = session.CoreKinds;
        var isStep = own.Use == ThingUse.Step || (own.Use != ThingUse.Rule && own.Kind.Is(core.Step) && !own.Kind.IsPath);
        return name switch
        {
            "path" when isStep => new BoundContext(ContextName.Path, null, core.Path.Type, location),
            "previous" when isStep => new BoundContext(ContextName.Previous, null, core.Step.Type, location),
            "next" when isStep => new BoundContext(ContextName.Next, null, core.Step.Type, location),
            "gap" when isStep => new BoundContext(ContextName.Gap, null, _length, location),
            "mirrored" when isStep => new BoundContext(ContextName.Mirrored, null, BoolType.Instance, location),
            "directions" when own.Kind.IsPath => new BoundContext(ContextName.Directions, null, IntType.Instance, location),
            "count" when own.Use != ThingUse.Rule => new BoundContext(ContextName.Count, null, IntType.Instance, location),
            "design" => new BoundContext(ContextName.Design, null, core.Design.Type, location),
            _ => null,
        };
    }

    private void ReportUnknown(NameSyntax syntax, Scope scope, IcxType? expected)
    {
        var name = new Identifier(syntax.Name, syntax.Span);
        if (expected is WordType words)
        {
            scope.ReportUnknown("ICX2015", name, words.List.Concat(VisibleNames(scope)), string.Join(", ", words.List), words.Owner);
            return;
        }

        if (session.Attributes.OwnersOfWord(name.Text) is { } owner)
        {
            scope.ReportWithHelp("ICX2001", name.Span, $"it is a word of `{owner}`: write `{owner}.{name.Text}`", owner + "." + name.Text, name.Text);
            return;
        }

        if (scope.Thing is { Use: ThingUse.Declaration or ThingUse.Placement } thing && thing.Kind.FindAttribute(name.Text) is not null)
        {
            scope.ReportWithHelp("ICX2001", name.Span, $"`this.{name.Text}` is its own attribute", "this." + name.Text, name.Text);
            return;
        }

        session.Types.ReportUnknown("ICX2001", name, scope, VisibleNames(scope));
    }

    /// <summary>Every name that is a value here, the nearest first.</summary>
    public IEnumerable<string> VisibleNames(Scope scope)
    {
        ThingScope? own = null;
        for (Scope? at = scope; at is not null; at = at.Parent)
        {
            foreach (var name in NamesIn(at, own))
            {
                yield return name;
            }

            own ??= at as ThingScope;
        }

        foreach (var word in ContextWords)
        {
            yield return word;
        }
    }

    private IEnumerable<string> NamesIn(Scope scope, ThingScope? own) => scope switch
    {
        LocalScope local => new[] { local.Local.Name },
        ThingScope { SeesOwn: true } thing when own is null => AttributesOf(thing.Kind),
        BodyScope body => (body.Body.Names?.All.Select(s => s.Name) ?? Array.Empty<string>()).Concat(body.Names?.All ?? Array.Empty<string>()),
        ModuleScope => session.Modules.Visible(scope.Module, s => s is ParamSymbol or ConstantSymbol or PartSymbol or FunctionSymbol),
        _ => Array.Empty<string>(),
    };

    private static IEnumerable<string> AttributesOf(KindSymbol kind)
    {
        for (var at = kind; at is not null; at = at.Base)
        {
            foreach (var attribute in at.Attributes)
            {
                yield return attribute.Name;
            }
        }
    }
}
