using InterconnectDsl.Language.Symbols;

namespace InterconnectDsl.Language.Binding;

/// <summary>Binds everything in a module: what is lazy is asked for.</summary>
internal sealed class ModuleBinder(BindingSession session)
{
    public void Bind(LoadedModule module)
    {
        var tree = module.Symbol.Tree;
        if (tree.Root.Declarations.Count == 0 && tree.Diagnostics.Count == 0)
        {
            module.Scope.Report("ICX2046", tree.Root.Module?.Span ?? default);
        }

        foreach (var import in module.Imports.Values)
        {
            var wasUsed = import.IsUsed;
            session.Modules.Resolve(module, import);
            import.IsUsed = wasUsed;
        }

        foreach (var (kind, _) in module.Kinds)
        {
            Force(kind);
        }

        foreach (var member in module.Symbol.Members.Values)
        {
            Force(member);
        }

        foreach (var rule in module.Symbol.Rules)
        {
            rule.Bind?.Invoke();
        }

        foreach (var test in module.Symbol.Tests)
        {
            session.Studies.Bind(test, module);
        }

        foreach (var study in module.Symbol.Studies)
        {
            session.Studies.Bind(study, module);
        }
    }

    private void Force(Symbol member)
    {
        switch (member)
        {
            case ConstantSymbol constant:
                _ = constant.Type;
                _ = constant.Formula.Bound;
                break;
            case ParamSymbol param:
                _ = param.Type;
                _ = param.Formula.Bound;
                break;
            case FunctionSymbol function:
                session.Functions.Complete(function);
                session.Functions.CheckBody(function);
                break;
            case PartSymbol part:
                session.Parts.Complete(part);
                Force(part.Body);
                break;
            case DesignSymbol design:
                session.Designs.Complete(design);
                Force(design.Body);
                break;
        }
    }

    private static void Force(KindSymbol kind)
    {
        foreach (var attribute in kind.Attributes)
        {
            _ = attribute.Type;
            _ = attribute.Default?.Bound;
            _ = attribute.PlausibleFrom?.Bound;
        }

        foreach (var redefinition in kind.Redefinitions.Values)
        {
            _ = redefinition.Bound;
        }
    }

    private static void Force(Body body)
    {
        foreach (var formula in body.Overrides.Values)
        {
            _ = formula.Bound;
        }

        foreach (var amendment in body.Amendments)
        {
            Force(amendment.Body);
        }

        foreach (var confirmation in body.Confirmations)
        {
            _ = confirmation.Formula.Bound;
        }

        foreach (var path in body.Paths)
        {
            Force(path.Body);
            foreach (var step in path.Steps)
            {
                if (step.Body is { } inner)
                {
                    Force(inner);
                }
            }
        }

        foreach (var instance in body.Instances)
        {
            Force(instance.Body);
        }
    }
}
