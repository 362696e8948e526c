using InterconnectDsl.Sources;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Generator.Pipeline;

/// <summary>The modules in reach of a unit, the library's first, then those of its files; and the files of data that these name.</summary>
/// <param name="unit">The unit.</param>
/// <param name="paths">Full paths of its texts.</param>
internal sealed class ReachSources(Unit unit, IReadOnlyDictionary<SourceText, string> paths) : ISourceSet
{
    private readonly Dictionary<string, SourceText> _own = unit.Reach.GroupBy(f => f.Module, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.First().Text, StringComparer.Ordinal);

    /// <inheritdoc/>
    public IEnumerable<string> Modules => LibrarySources.Instance.Modules.Concat(_own.Keys);

    /// <inheritdoc/>
    public SourceText? Find(string module) => LibrarySources.Instance.Find(module) ?? (_own.TryGetValue(module, out var text) ? text : null);

    /// <inheritdoc/>
    public SourceText? FindFile(string path, SourceText from)
    {
        var full = paths.TryGetValue(from, out var own) ? RelativePath.Combine(RelativePath.Folder(own), path) : path;
        return unit.Data.FirstOrDefault(d => d.FullPath == full)?.Text;
    }
}
