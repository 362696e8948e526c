using InterconnectDsl.Language.Text;

namespace InterconnectDsl.LanguageServer.Analysis;

/// <summary>Lets several analyses ask for modules at the same time: what reads files is made for one.</summary>
internal sealed class SharedSources(ISourceSet inner, Lock gate) : ISourceSet
{
    /// <inheritdoc/>
    public IEnumerable<string> Modules
    {
        get
        {
            lock (gate)
            {
                return inner.Modules.ToList();
            }
        }
    }

    /// <inheritdoc/>
    public SourceText? FindFile(string path, SourceText from)
    {
        lock (gate)
        {
            return inner.FindFile(path, from);
        }
    }

    /// <inheritdoc/>
    public SourceText? Find(string module)
    {
        lock (gate)
        {
            return inner.Find(module);
        }
    }
}
