using InterconnectDsl.Language.Binding;
using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Text;
using InterconnectDsl.LanguageServer.Analysis;
using InterconnectDsl.LanguageServer.Documents;
using InterconnectDsl.LanguageServer.Protocol;

namespace InterconnectDsl.LanguageServer.Features;

/// <summary>From a name to what it means, what that is of, and what is of it.</summary>
internal static class Navigation
{
    private const int Read = 2, Write = 3;

    /// <summary>Where the thing named at an offset is declared.</summary>
    public static IReadOnlyList<Location> Definition(FileAnalysis analysis, int offset, Session session) =>
        Found(analysis, offset, session, s => new[] { s });

    /// <summary>The part or kind of the thing named at an offset.</summary>
    public static IReadOnlyList<Location> TypeDefinition(FileAnalysis analysis, int offset, Session session) =>
        Found(analysis, offset, session, s => s is InstanceSymbol { Part: { } use } ? new Symbol[] { use.Part } : SymbolText.KindOf(s) is { } kind ? new[] { kind } : Array.Empty<Symbol>());

    /// <summary>The kinds and parts of the kind at an offset, the parts built on a part, the things of a part, as far as the file reaches.</summary>
    public static IReadOnlyList<Location> Implementation(FileAnalysis analysis, int offset, Session session) =>
        Found(analysis, offset, session, s => Below(analysis, s));

    /// <summary>What is directly of a kind, a part or a design.</summary>
    public static IEnumerable<Symbol> Below(FileAnalysis analysis, Symbol symbol)
    {
        var all = analysis.Compilation.AllModules.SelectMany(SymbolWalk.Below);
        return symbol switch
        {
            KindSymbol kind => kind.Derived.Concat<Symbol>(all.OfType<PartSymbol>().Where(p => p.Base is null && p.Kind is not null && ReferenceEquals(p.Kind, kind))),
            PartSymbol part => all.Where(s => s is PartSymbol p ? ReferenceEquals(p.Base, part) : s is InstanceSymbol { Part: { } use } && ReferenceEquals(use.Part, part)),
            DesignSymbol design => all.OfType<DesignSymbol>().Where(d => ReferenceEquals(d.Base, design)),
            _ => Array.Empty<Symbol>(),
        };
    }

    /// <summary>The uses of the name at an offset within the file.</summary>
    public static IReadOnlyList<DocumentHighlight> Highlights(FileAnalysis analysis, int offset, Session session)
    {
        lock (analysis.Gate)
        {
            return analysis.At(offset) is not { } use ? Array.Empty<DocumentHighlight>()
                : Uses(analysis, use.Symbol.Location, declared: true)
                    .Select(s => new DocumentHighlight(session.Encoding.RangeOf(analysis.Document.Text, s), s == use.Symbol.Location.Span ? Write : Read)).ToList();
        }
    }

    /// <summary>The spans in a file at which a declaration is named.</summary>
    public static IEnumerable<TextSpan> Uses(FileAnalysis analysis, SourceSpan declaration, bool declared)
    {
        var uses = analysis.Uses.Where(u => IsSame(u.Symbol.Location, declaration)).Select(u => u.Span);
        var own = analysis.Document.Text.Path == declaration.Text?.Path && declared ? new[] { declaration.Span } : Array.Empty<TextSpan>();
        return own.Concat(uses).Distinct().OrderBy(s => s.Start);
    }

    /// <summary>All places of all files at which what is named at an offset is named; files that cannot be read are passed over.</summary>
    public static async Task<IReadOnlyList<(Document Document, TextSpan Span)>> ReferencesAsync(
        FileAnalysis analysis, int offset, bool declared, Session session, Func<string, Task<FileAnalysis?>> analyze, CancellationToken cancellation)
    {
        SourceSpan declaration;
        string name;
        lock (analysis.Gate)
        {
            if (analysis.At(offset) is not { Symbol: { Location.Text: not null } symbol })
            {
                return Array.Empty<(Document, TextSpan)>();
            }

            (declaration, name) = (symbol.Location, symbol.Location.Text.Slice(symbol.Location.Span));
        }

        var found = new List<(Document, TextSpan)>();
        foreach (var path in session.Workspace.Files(analysis.Document.Path).Append(analysis.Document.Path).Distinct(StringComparer.Ordinal))
        {
            cancellation.ThrowIfCancellationRequested();
            var other = path == analysis.Document.Path ? analysis
                : session.Workspace.Read(path) is { } text && text.Content.Contains(name, StringComparison.Ordinal) ? await analyze(path).ConfigureAwait(false) : null;
            if (other is not null)
            {
                lock (other.Gate)
                {
                    found.AddRange(Uses(other, declaration, declared).Select(s => (other.Document, s)));
                }
            }
        }

        return found.Where(f => f.Item1.Text.Slice(f.Item2) == name).OrderBy(f => f.Item1.Path, StringComparer.Ordinal).ThenBy(f => f.Item2.Start).ToList();
    }

    private static bool IsSame(SourceSpan a, SourceSpan b) => a.Span == b.Span && a.Text?.Path == b.Text?.Path;

    private static IReadOnlyList<Location> Found(FileAnalysis analysis, int offset, Session session, Func<Symbol, IEnumerable<Symbol>> meant)
    {
        lock (analysis.Gate)
        {
            return analysis.At(offset) is not { } use ? Array.Empty<Location>() : meant(use.Symbol).Select(session.LocationOf).OfType<Location>().Distinct().ToList();
        }
    }
}
