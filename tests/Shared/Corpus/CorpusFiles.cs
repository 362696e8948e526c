namespace InterconnectDsl.Tests.Shared.Corpus;

/// <summary>The .icx files of the repository, each list in order of path.</summary>
public static class CorpusFiles
{
    /// <summary>Designs a user would start from.</summary>
    public static IReadOnlyList<CorpusFile> Examples { get; } = Below("examples");

    /// <summary>Valid files that show one thing each.</summary>
    public static IReadOnlyList<CorpusFile> Valid { get; } = Below("tests/corpus");

    /// <summary>Files with one mistake each, in folders by kind of mistake.</summary>
    public static IReadOnlyList<CorpusFile> Mistakes { get; } = Below("tests/mistakes");

    /// <summary>The standard library.</summary>
    public static IReadOnlyList<CorpusFile> Library { get; } = Below("src/InterconnectDsl.Library");

    private static IReadOnlyList<CorpusFile> Below(string folder)
    {
        var full = RepositoryRoot.Combine(folder);
        return !Directory.Exists(full)
            ? []
            : Directory.EnumerateFiles(full, "*.icx", SearchOption.AllDirectories).Select(RepositoryRoot.Relative)
                .Where(p => !p.Contains("/bin/", StringComparison.Ordinal) && !p.Contains("/obj/", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal).Select(p => new CorpusFile(p)).ToList();
    }
}
