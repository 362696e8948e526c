using System.Collections.Concurrent;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Library;

namespace InterconnectDsl.Sources;

/// <summary>
/// The standard library as the compiler sees it, each text made when it is first asked for and the same from then on, so that it is parsed once. Safe for
/// use by many threads.
/// </summary>
internal sealed class LibrarySources : ISourceSet
{
    /// <summary>The one library of the process.</summary>
    public static readonly LibrarySources Instance = new();

    private readonly ConcurrentDictionary<string, SourceText?> _texts = new(StringComparer.Ordinal);

    private LibrarySources()
    {
    }

    /// <inheritdoc/>
    public IEnumerable<string> Modules => StandardLibrary.Modules;

    /// <inheritdoc/>
    public SourceText? Find(string module) => _texts.GetOrAdd(module, static name =>
        StandardLibrary.TextOf(name) is { } content ? new("icx/" + StandardLibrary.PathOf(name), content) { IsLibrary = true } : null);

    /// <inheritdoc/>
    public SourceText? FindFile(string path, SourceText from) => null;
}
