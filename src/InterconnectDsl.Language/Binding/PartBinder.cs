using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Language.Binding;

/// <summary>Parts, in stages, so that parts may name each other in any order.</summary>
internal sealed partial class PartBinder(BindingSession session)
{
    public PartSymbol Declare(PartSyntax syntax, LoadedModule module) =>
        new(syntax.Name.Text, module.Scope.At(syntax.Name)) { Declaration = new(syntax, module), Kind = session.CoreKinds.Node };

    /// <summary>Binds kind, base and parameters; the rest follows when the declaration at hand is done.</summary>
    public void CompleteHead(PartSymbol part)
    {
        var declaration = part.Declaration!;
        if (declaration.Stage != PartStage.Declared)
        {
            return;
        }

        declaration.Stage = PartStage.HeadUnderway;
        session.Enter();
        var scope = declaration.Module.Scope;
        part.Kind = session.CoreKinds.Node;
        BindBase(part, declaration, scope);
        declaration.Stage = PartStage.Head;
        var thing = new ThingScope(scope, part.Kind, ThingUse.Formula);
        part.Parameters = session.Functions.Parameters(declaration.Syntax.Parameters, thing, part.Name);
        session.Defer(() => Complete(part));
        session.Leave();
    }

    /// <summary>Binds what the braces set and hold.</summary>
    public void Complete(PartSymbol part)
    {
        CompleteNames(part);
        var declaration = part.Declaration!;
        if (declaration.Stage != PartStage.Names)
        {
            return;
        }

        declaration.Stage = PartStage.Body;
        session.Enter();
        if (part.Base is { } @base)
        {
            var whole = declaration.Syntax.Base;
            part.BaseArguments = session.Expressions.BindUse(
                @base, declaration.BaseArguments, whole, declaration.Scope!)?.Arguments ?? Array.Empty<BoundExpression>();
        }

        if (!declaration.IsBroken)
        {
            declaration.Body!.Bind(declaration.Syntax.Members, part.Kind, part.Body, declaration.Scope!, isMany: false);
        }

        declaration.Body!.BindPending();
        declaration.Body.RequireAll();
        CheckContainment(part);
        session.Leave();
    }

    /// <summary>The use of a part that takes no arguments.</summary>
    public PartUse PlainUse(PartSymbol part) => part.Declaration!.Plain ??= new(part, Array.Empty<BoundExpression>());

    private void BindBase(PartSymbol part, PartDeclaration declaration, Scope scope)
    {
        var syntax = declaration.Syntax.Base;
        declaration.BaseArguments = syntax is CallSyntax call ? call.Arguments : Array.Empty<ArgumentSyntax>();
        switch (FindSymbol(syntax, scope, out _))
        {
            case KindSymbol { IsPath: true } kind:
                scope.Report("ICX3032", syntax.Span, part.Name, kind.Name);
                declaration.IsBroken = true;
                break;
            case KindSymbol kind:
                part.Kind = kind;
                if (declaration.BaseArguments.Count > 0)
                {
                    scope.Report("ICX2006", syntax.Span, kind.Name, "a kind, which takes no arguments,", "a part with parameters");
                }

                break;
            case PartSymbol { Declaration.Stage: PartStage.HeadUnderway } own:
                scope.Report("ICX3003", syntax.Span, part.Name, own.Name);
                declaration.IsBroken = true;
                break;
            default:
                part.Base = Find(syntax, scope, "a kind or a part");
                part.Kind = part.Base?.Kind ?? session.CoreKinds.Node;
                declaration.IsBroken = part.Base is null or { Declaration.IsBroken: true };
                break;
        }
    }

    private void CompleteNames(PartSymbol part)
    {
        CompleteHead(part);
        var declaration = part.Declaration!;
        if (declaration.Stage != PartStage.Head)
        {
            return;
        }

        declaration.Stage = PartStage.NamesUnderway;
        session.Enter();
        var names = new RootNames();
        var scope = LocalScope.With(declaration.Module.Scope, part.Parameters);
        declaration.Scope = new(scope, part, part.Body, names);
        declaration.Body = new(session, part, names);
        declaration.Body.Declare(declaration.Syntax.Members, part, part.Body, declaration.Scope);
        declaration.Stage = PartStage.Names;
        session.Leave();
    }

    // A part that holds itself would never end.
    private void CheckContainment(PartSymbol part)
    {
        var seen = new HashSet<PartSymbol>();
        if (Holds(part.Body, part, seen) is { } instance)
        {
            part.Declaration!.Module.Scope.Bag.Report("ICX3004", instance.Location, part.Name, instance.Name);
        }
    }

    private InstanceSymbol? Holds(Body body, PartSymbol part, HashSet<PartSymbol> seen)
    {
        foreach (var instance in body.Instances)
        {
            for (var held = instance.Part?.Part; held is not null; held = held.Base)
            {
                if (ReferenceEquals(held, part))
                {
                    return instance;
                }

                CompleteNames(held);
                if (seen.Add(held) && Holds(held.Body, part, seen) is not null)
                {
                    return instance;
                }
            }

            if (Holds(instance.Body, part, seen) is { } inner)
            {
                return inner;
            }
        }

        return null;
    }
}
