using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Language.Binding;

/// <content>
/// Names: bound names, own attributes, the things around, params, the module, what it uses, the core; last what the language calls by a word.
/// </content>
internal sealed partial class ExpressionBinder
{
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
                    return new BoundLocal(scope.Note(syntax.Span, local.Local), scope.At(syntax));
                case ThingScope thing when own is null:
                    own = thing;
                    if (thing.SeesOwn && thing.Kind.FindAttribute(name) is { } attribute)
                    {
                        session.Uses.NoteAttribute(name);
                        return new BoundAttribute(null, name, scope.Note(syntax.Span, attribute).Type, scope.At(syntax));
                    }

                    break;
                case BodyScope body when FindThing(body, name) is { } thing:
                    return body.Names?.Shared(name) is { } shared && body.Body.Names?.Find(name) is null
                        ? ReportAmbiguous(syntax, scope, name, shared)
                        : Reference(scope.Note(syntax.Span, thing), scope.At(syntax), scope);
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

    private BoundExpression ValueOf(Symbol symbol, ExpressionSyntax syntax, Scope scope)
    {
        scope.Note(syntax.Span, symbol);
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
                return Reported(
                    "ICX2022", syntax, scope, symbol.Name, "a kind",
                    $"`x : {kind.Name}` in a comprehension asks for all of them, `first({kind.Name})` for a step");
            default:
                return Reported("ICX2022", syntax, scope, symbol.Name, Names.Sort(symbol), "name what is meant in it");
        }
    }
}
