using System.Xml.Linq;
using InterconnectDsl.Tests.Shared;

namespace InterconnectDsl.Cli.Tests.Architecture;

/// <summary>A project of the repository: what it says it refers to.</summary>
internal sealed record ProjectFile(string Path, IReadOnlyList<string> Projects, IReadOnlyList<string> Packages)
{
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    // Projects of others: what a template writes, what a test builds outside the house.
    private static readonly string[] Foreign = ["/content/", "/consumers/"];

    /// <summary>All projects below these folders, by path, but for those of others.</summary>
    public static IReadOnlyList<ProjectFile> Below(params string[] folders) =>
        folders.Select(RepositoryRoot.Combine).Where(Directory.Exists)
            .SelectMany(f => Directory.EnumerateFiles(f, "*.*proj", SearchOption.AllDirectories))
            .Order(StringComparer.Ordinal).Select(Read).Where(p => !Array.Exists(Foreign, f => p.Path.Contains(f, StringComparison.Ordinal))).ToList();

    private static ProjectFile Read(string fullPath)
    {
        var document = XDocument.Load(fullPath);
        IReadOnlyList<string> Included(string item) => document.Descendants(item).Select(e => (string?)e.Attribute("Include")).OfType<string>().ToList();
        var projects = Included("ProjectReference").Select(p => System.IO.Path.GetFileNameWithoutExtension(p.Replace('\\', '/'))).ToList();
        return new(RepositoryRoot.Relative(fullPath), projects, Included("PackageReference"));
    }
}
