using InterconnectDsl.Language.Symbols;
using InterconnectDsl.LanguageServer.Analysis;
using InterconnectDsl.LanguageServer.Protocol;

namespace InterconnectDsl.LanguageServer.Features;

/// <summary>From a kind down to parts and things, and up again.</summary>
internal static class Hierarchy
{
    /// <summary>The kind, part, design or thing named at an offset.</summary>
    public static IReadOnlyList<TypeHierarchyItem>? Prepare(FileAnalysis analysis, int offset, Session session)
    {
        lock (analysis.Gate)
        {
            return analysis.At(offset) is { Symbol: KindSymbol or PartSymbol or DesignSymbol or InstanceSymbol } use ? Items(new[] { use.Symbol }, session) : null;
        }
    }

    /// <summary>What an item is of.</summary>
    public static IReadOnlyList<TypeHierarchyItem>? Above(FileAnalysis analysis, TypeHierarchyItem item, Session session)
    {
        lock (analysis.Gate)
        {
            Symbol? above = Find(analysis, item, session) switch
            {
                KindSymbol s => s.Base,
                PartSymbol s => (Symbol?)s.Base ?? s.Kind,
                DesignSymbol s => (Symbol?)s.Base ?? s.Kind,
                InstanceSymbol s => s.Part is { } use ? use.Part : s.Kind,
                _ => null,
            };
            return above is null ? null : Items(new[] { above }, session);
        }
    }

    /// <summary>What is of an item.</summary>
    public static IReadOnlyList<TypeHierarchyItem>? Below(FileAnalysis analysis, TypeHierarchyItem item, Session session)
    {
        lock (analysis.Gate)
        {
            return Find(analysis, item, session) is { } symbol ? Items(Navigation.Below(analysis, symbol), session) : null;
        }
    }

    private static Symbol? Find(FileAnalysis analysis, TypeHierarchyItem item, Session session) =>
        analysis.Compilation.AllModules.SelectMany(SymbolWalk.Below).FirstOrDefault(s => s.Name == item.Name && session.LocationOf(s) is { } at && at.Uri == item.Uri && at.Range == item.SelectionRange);

    private static List<TypeHierarchyItem> Items(IEnumerable<Symbol> symbols, Session session) =>
        symbols.Select(s => session.LocationOf(s) is { } at
            ? new TypeHierarchyItem(s.Name, Outline.KindOf(Sort(s)), SymbolText.Signature(s), at.Uri, at.Range, at.Range)
            : null).OfType<TypeHierarchyItem>().DistinctBy(i => (i.Uri, i.Range)).ToList();

    private static string Sort(Symbol symbol) => symbol switch
    {
        KindSymbol => "kind",
        PartSymbol => "part",
        DesignSymbol => "design",
        _ => "thing",
    };
}
