using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Sources;

/// <summary>
/// The modules a file may use: the standard library's, and those of its project, which are the .icx files below the folder of <c>icx.toml</c>, or, without one,
/// those beside the file. The folder is only searched when something asks for a module that the library does not have.
/// </summary>
/// <param name="root">The project's folder.</param>
/// <param name="whole">Whether folders below it belong to the project.</param>
/// <param name="library">The standard library.</param>
/// <param name="reader">Reads files.</param>
/// <param name="diagnostics">Takes what cannot be read.</param>
internal sealed class ProjectSources(string root, bool whole, ISourceSet library, SourceReader reader, DiagnosticBag diagnostics) : ISourceSet
{
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);
    private Dictionary<string, List<SourceText>>? _modules;

    /// <inheritdoc/>
    public IEnumerable<string> Modules => library.Modules.Concat(Own.Keys);

    private Dictionary<string, List<SourceText>> Own => _modules ??= Search();

    /// <inheritdoc/>
    public SourceText? Find(string module)
    {
        if (library.Find(module) is { } found)
        {
            return found;
        }

        if (!Own.TryGetValue(module, out var texts))
        {
            return null;
        }

        // Two files of one name hurt nobody until something uses the module.
        if (texts.Count > 1 && _told.Add(module))
        {
            diagnostics.Report("ICX9017", new(texts[1], new(0, 0)), module, texts[0].Path, texts[1].Path);
        }

        return texts[0];
    }

    /// <inheritdoc/>
    public SourceText? FindFile(string path, SourceText from)
    {
        var full = reader.Resolve(path, from);
        var isInside = full.StartsWith(Path.TrimEndingDirectorySeparator(root) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
        return isInside && File.Exists(full) ? reader.ReadData(full) : null;
    }

    private Dictionary<string, List<SourceText>> Search()
    {
        var modules = new Dictionary<string, List<SourceText>>(StringComparer.Ordinal);
        foreach (var path in whole ? InputFiles.Below(root) : Directory.EnumerateFiles(root, "*.icx").Order(StringComparer.Ordinal))
        {
            // A file that cannot be read is reported where it is used, not because it happens to lie there.
            if (reader.Read(path, new()) is not { } text || ModuleLine.Find(text.Content) is not { } name)
            {
                continue;
            }

            if (!modules.TryGetValue(name, out var texts))
            {
                modules.Add(name, texts = new());
            }

            texts.Add(text);
        }

        return modules;
    }
}
