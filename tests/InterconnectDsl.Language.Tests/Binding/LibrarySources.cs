using System.Collections.Concurrent;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Library;

namespace InterconnectDsl.Language.Tests.Binding;

/// <summary>The standard library, and further modules a test brings along.</summary>
internal sealed class LibrarySources : ISourceSet
{
    private static readonly ConcurrentDictionary<string, SourceText?> Texts = new(StringComparer.Ordinal);

    private readonly Dictionary<string, SourceText> _more = new(StringComparer.Ordinal);

    public IEnumerable<string> Modules => StandardLibrary.Modules.Concat(_more.Keys);

    public LibrarySources With(string module, string text)
    {
        _more[module] = new(module + ".icx", text);
        return this;
    }

    public SourceText? FindFile(string path, SourceText from) => null;

    public SourceText? Find(string module) => _more.TryGetValue(module, out var own) ? own : Texts.GetOrAdd(module, Read);

    private static SourceText? Read(string module) =>
        StandardLibrary.TextOf(module) is { } text ? new SourceText(StandardLibrary.PathOf(module)!, text) { IsLibrary = true } : null;
}
