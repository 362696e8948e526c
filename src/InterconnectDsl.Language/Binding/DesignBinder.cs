using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Language.Binding;

/// <summary>A design's syntax and how far it is bound.</summary>
internal sealed class DesignDeclaration(DesignSyntax syntax, LoadedModule module)
{
    public DesignSyntax Syntax { get; } = syntax;

    public LoadedModule Module { get; } = module;

    public bool IsUnderway { get; set; }

    public bool IsComplete { get; set; }

    /// <summary>Whether the design it extends is not known, which is reported.</summary>
    public bool IsBroken { get; set; }

    public RootNames Names { get; } = new();

    /// <summary>What names mean in its braces.</summary>
    public Scope Scope { get; set; } = null!;
}

/// <summary>Designs: what is inherited merged first, then what stands in the braces.</summary>
internal sealed class DesignBinder(BindingSession session)
{
    public DesignSymbol Declare(DesignSyntax syntax, LoadedModule module) =>
        new(
            syntax.Name.Text,
            module.Scope.At(syntax.Name)) { Declaration = new(syntax, module), Module = module.Symbol, Kind = session.CoreKinds.Design };

    /// <summary>Binds a design wholly but for its formulas.</summary>
    public void Complete(DesignSymbol design)
    {
        var declaration = design.Declaration!;
        if (declaration.IsComplete || declaration.IsUnderway)
        {
            return;
        }

        declaration.IsUnderway = true;
        session.Enter();
        design.Kind = session.CoreKinds.Design;
        design.Base = BaseOf(design, declaration);
        declaration.Scope = ScopeOf(design, declaration.Module.Scope);
        if (!declaration.IsBroken)
        {
            var extension = design.Base is null ? null : new DesignExtension(session, design, design.Base);
            extension?.Inherit();
            BindBody(design, declaration, extension);
        }

        declaration.IsUnderway = false;
        declaration.IsComplete = true;
        session.Leave();
    }

    /// <summary>The names of a design over a module's: its own module's, or one that reads an expression typed at a prompt.</summary>
    public static BodyScope ScopeOf(DesignSymbol design, Scope module, ThingUse use = ThingUse.Formula) =>
        new(new ThingScope(module, design.Kind, use), design, design.Body, design.Declaration!.Names);

    /// <summary>The design of this name; null, and reported, when there is none.</summary>
    public DesignSymbol? Find(Identifier name, Scope scope, string code)
    {
        switch (scope.Note(name.Span, session.Modules.ResolveDotted(scope.Module, name.Text)))
        {
            case DesignSymbol design:
                return design;
            case { } other:
                scope.Report("ICX2006", name.Span, name.Text, Names.Sort(other), "a design");
                return null;
            default:
                if (!session.IsSilenced(name.Text))
                {
                    session.Types.ReportUnknown(code, name, scope, s => s is DesignSymbol);
                }

                return null;
        }
    }

    private void BindBody(DesignSymbol design, DesignDeclaration declaration, DesignExtension? extension)
    {
        var members = declaration.Syntax.Members;
        var binder = new BodyBinder(session, design, declaration.Names);
        extension?.Change(members, binder, declaration);
        binder.Declare(members, design, design.Body, declaration.Scope);
        binder.BindPending();
        binder.Bind(members, design.Kind, design.Body, declaration.Scope, isMany: false);
        extension?.CheckLeftOver(declaration.Scope);
        binder.RequireAll();
        session.Requirements.Check(design, declaration.Scope);
    }

    private DesignSymbol? BaseOf(DesignSymbol design, DesignDeclaration declaration)
    {
        if (declaration.Syntax.Base is not { } name || Find(name, declaration.Module.Scope, "ICX5001") is not { } found)
        {
            declaration.IsBroken = declaration.Syntax.Base is not null;
            return null;
        }

        Complete(found);
        declaration.IsBroken = found.Declaration!.IsBroken;
        if (found.Declaration!.IsUnderway)
        {
            declaration.Module.Scope.Report("ICX3005", name.Span, design.Name, found.Name);
            return null;
        }

        return found;
    }
}
