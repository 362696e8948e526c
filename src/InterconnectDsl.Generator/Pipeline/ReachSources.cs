using InterconnectDsl.Sources;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Generator.Pipeline;

/// <summary>The modules in reach of a unit: the library's first, then those of its files.</summary>
internal sealed class ReachSources(IEnumerable<IcxFile> files) : ISourceSet
{
    private readonly Dictionary<string, SourceText> _own = files.GroupBy(f => f.Module, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.First().Text, StringComparer.Ordinal);

    /// <inheritdoc/>
    public IEnumerable<string> Modules => LibrarySources.Instance.Modules.Concat(_own.Keys);

    /// <inheritdoc/>
    public SourceText? Find(string module) => LibrarySources.Instance.Find(module) ?? (_own.TryGetValue(module, out var text) ? text : null);

    /// <summary>None: files of data are not among the inputs of a build, so a design that names one is told that it is not in reach.</summary>
    public SourceText? FindFile(string path, SourceText from) => null;
}
