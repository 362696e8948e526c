using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Language.Binding;

/// <summary>Diagnostics as a reader wants them: by file, then by place; each finding once, however often it was come upon.</summary>
internal sealed class DiagnosticOrder(IReadOnlyList<LoadedModule> modules)
{
    public IReadOnlyList<Diagnostic> Sort(IReadOnlyList<Diagnostic> bound)
    {
        var files = new Dictionary<SourceText, int>();
        var all = new List<Diagnostic>(bound.Count);
        foreach (var module in modules)
        {
            files[module.Text] = files.Count;
            all.AddRange(module.Symbol.Tree.Diagnostics);
        }

        all.AddRange(bound);
        var seen = new HashSet<object>();
        int FileOf(Diagnostic d) => d.Location.Text is { } text && files.TryGetValue(text, out var at) ? at : -1;
        return all.Where(d => seen.Add(d.Identity)).OrderBy(FileOf).ThenBy(d => d.Location.Span.Start).ToList();
    }
}
