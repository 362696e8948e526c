using InterconnectDsl.Language.Text;
using InterconnectDsl.Library;

namespace InterconnectDsl.Tests.Shared;

/// <summary>The standard library, and further modules given as text, as a source set.</summary>
public sealed class LibrarySources(params SourceText[] further) : ISourceSet
{
    private static readonly Dictionary<string, SourceText> Known = StandardLibrary.Modules.ToDictionary(
        m => m, m => new SourceText("icx/" + StandardLibrary.PathOf(m), StandardLibrary.TextOf(m)!) { IsLibrary = true }, StringComparer.Ordinal);

    /// <summary>The library alone.</summary>
    public static LibrarySources Instance { get; } = new();

    /// <inheritdoc/>
    public IEnumerable<string> Modules => Known.Keys;

    /// <inheritdoc/>
    public SourceText? FindFile(string path, SourceText from)
    {
        var relative = Path.GetDirectoryName(from.Path) is { Length: > 0 } folder ? folder + "/" + path : path;
        var full = RepositoryRoot.Combine(relative);
        return File.Exists(full) ? new(relative, File.ReadAllText(full)) : null;
    }

    /// <inheritdoc/>
    public SourceText? Find(string module) =>
        Known.TryGetValue(module, out var text) ? text : further.FirstOrDefault(f => f.Content.Contains("module " + module + "\n", StringComparison.Ordinal));
}
