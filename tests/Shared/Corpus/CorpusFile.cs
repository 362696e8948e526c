using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Tests.Shared.Corpus;

/// <summary>An .icx file of the repository that tests read.</summary>
/// <param name="Path">Its path from the root of the repository, with forward slashes.</param>
public sealed record CorpusFile(string Path)
{
    /// <summary>Its full path.</summary>
    public string FullPath => RepositoryRoot.Combine(Path);

    /// <summary>Its folder from the root of the repository.</summary>
    public string Folder => Path[..Path.LastIndexOf('/')];

    /// <summary>Its name without extension.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>Its text, under the path it has from the root.</summary>
    public SourceText Read() => new(Path, File.ReadAllText(FullPath));

    public override string ToString() => Path;
}
