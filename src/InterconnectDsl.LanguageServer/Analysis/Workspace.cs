using InterconnectDsl.Kernels.Checking;
using InterconnectDsl.Language.Binding;
using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Project;
using InterconnectDsl.Language.Text;
using InterconnectDsl.LanguageServer.Documents;
using InterconnectDsl.Sources;

namespace InterconnectDsl.LanguageServer.Analysis;

/// <summary>The folders of a client and the files it has open: reads, binds and evaluates one file with all it uses.</summary>
internal sealed class Workspace(Func<string, SourceText?> open, Func<int> today)
{
    private static readonly Lock LibraryGate = new();

    private readonly Lock _disk = new();
    private readonly List<string> _roots = new();
    private SourceReader _reader = new(Directory.GetCurrentDirectory(), Stream.Null, open);

    /// <summary>The folders, as full paths; there may be none.</summary>
    public IReadOnlyList<string> Roots => _roots;

    /// <summary>Takes folders on and lets others go. Paths are shown relative to the first.</summary>
    public void SetRoots(IEnumerable<string> added, IEnumerable<string> removed)
    {
        lock (_disk)
        {
            _roots.RemoveAll(r => removed.Contains(r));
            _roots.AddRange(added.Where(a => !_roots.Contains(a)));
            _reader = new(_roots.Count > 0 ? _roots[0] : Directory.GetCurrentDirectory(), Stream.Null, open);
        }
    }

    /// <summary>A file has changed on disk.</summary>
    public void Forget(string path)
    {
        lock (_disk)
        {
            _reader.Forget(path);
        }
    }

    /// <summary>A path as it is shown.</summary>
    public string Shown(string path) => Path.IsPathRooted(path) ? _reader.Shown(path) : path;

    /// <summary>The full path of a text, of the library's too; null where it has none.</summary>
    public string? PathOf(SourceText text) => text.IsLibrary ? LibraryFolder.PathOf(text)
        : Uri.TryCreate(text.Path, UriKind.Absolute, out var uri) && !uri.IsFile ? text.Path
        : Path.GetFullPath(text.Path, _roots.Count > 0 ? _roots[0] : Directory.GetCurrentDirectory());

    /// <summary>The text of a file, open or on disk; null when it cannot be read.</summary>
    public SourceText? Read(string path)
    {
        lock (_disk)
        {
            return _reader.Read(path, new());
        }
    }

    /// <summary>The .icx files of the folders, and beside and below a file's project, each once.</summary>
    public IReadOnlyList<string> Files(string? near)
    {
        var folders = near is not null && Path.IsPathRooted(near) ? _roots.Append(ProjectOf(near).Root) : _roots;
        return folders.Where(Directory.Exists).SelectMany(InputFiles.Below).Distinct(StringComparer.Ordinal).ToList();
    }

    /// <summary>Binds a file with what it uses.</summary>
    public FileAnalysis Bind(Document document)
    {
        var problems = new DiagnosticBag();
        var (root, whole) = ProjectOf(document.Path);
        var settings = Settings(root, whole);
        var sources = SourcesOf(root, whole, problems);
        var compilation = Compilation.Create(new[] { document.Text }, sources, notesUses: true);
        compilation.BindAll();
        return new(document, compilation, sources, settings, problems.Items);
    }

    /// <summary>Binds a file and checks its designs, where no error stands before them.</summary>
    /// <param name="document">The version of the file.</param>
    /// <param name="named">Told what binding found, before the designs are checked.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public FileCheck Check(Document document, Action<IReadOnlyList<Diagnostic>> named, CancellationToken cancellation)
    {
        var problems = new DiagnosticBag();
        var (root, whole) = ProjectOf(document.Path);
        var settings = Settings(root, whole);
        var compilation = Compilation.Create(new[] { document.Text }, SourcesOf(root, whole, problems));
        cancellation.ThrowIfCancellationRequested();
        compilation.BindAll();
        cancellation.ThrowIfCancellationRequested();
        var found = settings.Apply(compilation.Diagnostics.Concat(problems.Items));
        named(found);
        if (found.Any(d => d.Severity == Severity.Error))
        {
            return new(document, compilation, settings, found, null, cancellation);
        }

        var options = new CheckOptions { Today = today(), Severities = settings.Severities, KeepsLiterals = true };
        return new(document, compilation, settings, found, options, cancellation);
    }

    /// <summary>The folder of the nearest <c>icx.toml</c> above a file, and whether there is one; without, the file's own folder.</summary>
    private static (string Root, bool HasSettings) ProjectOf(string path)
    {
        var own = Path.IsPathRooted(path) ? Path.GetDirectoryName(path) : null;
        for (var at = own; at is not null; at = Path.GetDirectoryName(at))
        {
            if (File.Exists(Path.Combine(at, ProjectSettings.FileName)))
            {
                return (at, true);
            }
        }

        return (own ?? "", false);
    }

    private ProjectSettings Settings(string root, bool has) =>
        has && Read(Path.Combine(root, ProjectSettings.FileName)) is { } file ? ProjectSettings.Read(file, new()) : ProjectSettings.Default;

    private ISourceSet SourcesOf(string root, bool whole, DiagnosticBag problems)
    {
        var library = new SharedSources(LibrarySources.Instance, LibraryGate);
        return Directory.Exists(root) ? new SharedSources(new ProjectSources(root, whole, library, _reader, problems), _disk) : library;
    }
}
