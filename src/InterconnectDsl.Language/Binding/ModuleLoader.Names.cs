using System.Runtime.CompilerServices;
using InterconnectDsl.Language.Parsing;
using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Language.Binding;

/// <content>What names mean at module level.</content>
internal sealed partial class ModuleLoader
{
    /// <summary>What a bare name means in a module: its own, what it uses, the core's.</summary>
    public Symbol? Resolve(LoadedModule module, string name)
    {
        if (module.Symbol.Members.TryGetValue(name, out var own))
        {
            session.Uses.Note(own);
            return own;
        }

        var isImported = module.Imports.TryGetValue(name, out var import);
        if (isImported && import!.Item is not null)
        {
            return Resolve(module, import);
        }

        // A whole module is only named in front of a dot: `use icx.fiber` does not hide the kind fiber.
        var shared = Core is not null && Core != module && Core.Symbol.Members.TryGetValue(name, out var found) ? found : null;
        return shared ?? (isImported ? Resolve(module, import!) : null);
    }

    /// <summary>The same for a name that may be dotted: <c>oif.Xsr112</c>, <c>icx.oif.Xsr112</c>.</summary>
    public Symbol? ResolveDotted(LoadedModule module, string name)
    {
        var dot = name.LastIndexOf('.');
        if (dot < 0)
        {
            return Resolve(module, name);
        }

        var prefix = name.Substring(0, dot);
        var last = prefix.Substring(prefix.LastIndexOf('.') + 1);
        var isWhole = module.Imports.TryGetValue(last, out var import) && import.Item is null && (prefix == last || prefix == import.Use.Module.Text);
        if (!isWhole || Resolve(module, import!) is not ModuleSymbol source || !source.Members.TryGetValue(name.Substring(dot + 1), out var member))
        {
            return null;
        }

        session.Uses.Note(member);
        return member;
    }

    /// <summary>What an import brings in; null, and reported once, when there is no such thing.</summary>
    public Symbol? Resolve(LoadedModule module, Import import)
    {
        session.Uses.Note(import);
        if (import.IsResolved)
        {
            return import.Symbol;
        }

        import.IsResolved = true;
        var source = Find(import.Use.Module.Text);
        if (source is null)
        {
            ReportUnknownModule(module, import);
            session.Silence(import.Name.Text);
            return null;
        }

        source.IsUsedByOthers |= source != module;
        import.Symbol = import.Item is null ? module.Scope.Note(import.Use.Module.Span, source.Symbol) : Member(module, source, import.Item);
        if (import.Symbol is not null)
        {
            module.Symbol.Imports[import.Name.Text] = import.Symbol;
        }

        return import.Symbol;
    }

    /// <summary>Names of a sort that a module sees without a further <c>use</c>.</summary>
    public IEnumerable<string> Visible(LoadedModule module, Func<Symbol, bool> sort)
    {
        foreach (var own in module.Symbol.Members)
        {
            if (sort(own.Value))
            {
                yield return own.Key;
            }
        }

        foreach (var import in module.Imports)
        {
            if (import.Value.Symbol is { } symbol && sort(symbol))
            {
                yield return import.Key;
            }
        }

        if (Core is not null && Core != module)
        {
            foreach (var shared in Core.Symbol.Members)
            {
                if (sort(shared.Value))
                {
                    yield return shared.Key;
                }
            }
        }
    }

    /// <summary>A module in reach that declares the name, by its text: to load it would change what applies.</summary>
    public string? ModuleThatDeclares(string name)
    {
        foreach (var module in sources.Modules.OrderBy(m => m, StringComparer.Ordinal))
        {
            var text = All.FirstOrDefault(m => m.Symbol.Name == module)?.Text ?? sources.Find(module);
            if (text is not null && Declares(text.Content, name))
            {
                return module;
            }
        }

        return null;
    }

    private static bool Declares(string text, string name)
    {
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            var end = at + name.Length;
            var start = text.LastIndexOf('\n', at) + 1;
            var isWhole = end == text.Length || !(char.IsLetterOrDigit(text[end]) || text[end] == '_');
            if (isWhole && text.Substring(start, at - start) is "kind " or "part " or "fn " or "param " or "design ")
            {
                return true;
            }
        }

        return false;
    }

    private Symbol? Member(LoadedModule module, LoadedModule source, UseItemSyntax item)
    {
        if (source.Symbol.Members.TryGetValue(item.Name.Text, out var member))
        {
            session.Uses.Note(member);
            return module.Scope.Note(item.Name.Span, member);
        }

        if (!session.IsSilenced(item.Name.Text))
        {
            module.Scope.ReportUnknown("ICX2008", item.Name, source.Symbol.Members.Keys, source.Symbol.Name);
        }

        session.Silence((item.Alias ?? item.Name).Text);
        return null;
    }

    private void ReportUnknownModule(LoadedModule module, Import import)
    {
        var name = import.Use.Module;
        if (import.Use.Items is { Count: > 0 } items && import.Item != items[0])
        {
            return;
        }

        var dot = name.Text.LastIndexOf('.');
        if (dot > 0 && import.Item is null && Find(name.Text.Substring(0, dot)) is { } prefix)
        {
            var item = name.Text.Substring(dot + 1);
            var written = $"{prefix.Symbol.Name}.{{{item}}}";
            module.Scope.ReportWithHelp("ICX2007", name.Span, $"a name of a module stands in braces: `use {written}`", written, name.Text);
            session.Silence(item);
            return;
        }

        module.Scope.ReportUnknown("ICX2007", name, Names.OrderBy(n => n, StringComparer.Ordinal));
    }
}
