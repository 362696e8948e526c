using InterconnectDsl.Language.Syntax;

namespace InterconnectDsl.Language.Binding;

/// <summary>Finds modules that use each other in a ring, and reports each ring once, at the <c>use</c> that closes it.</summary>
internal sealed class UseCycles(BindingSession session)
{
    private readonly HashSet<LoadedModule> _done = new();
    private readonly List<LoadedModule> _path = new();

    public void Report(IReadOnlyList<LoadedModule> modules)
    {
        foreach (var module in modules.ToList())
        {
            Visit(module);
        }
    }

    private void Visit(LoadedModule module)
    {
        if (!_done.Add(module))
        {
            return;
        }

        _path.Add(module);
        foreach (var use in module.Symbol.Tree.Root.Declarations.OfType<UseSyntax>())
        {
            var used = session.Modules.Loaded(use.Module.Text);
            if (used is null)
            {
                continue;
            }

            if (_path.IndexOf(used) is var start and >= 0)
            {
                var ring = string.Join(" uses ", _path.Skip(start).Concat(new[] { used }).Select(m => m.Symbol.Name));
                module.Scope.Report("ICX2024", use.Module.Span, use.Module.Text, ring);
            }
            else
            {
                Visit(used);
            }
        }

        _path.RemoveAt(_path.Count - 1);
    }
}
