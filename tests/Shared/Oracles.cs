namespace InterconnectDsl.Tests.Shared;

/// <summary>
/// Results of other programs that lie beside the repository, in <c>shared/facts/oracles</c> of a folder above it or below <c>ICX_SHARED</c>. They belong to
/// others and are not part of it.
/// </summary>
public static class Oracles
{
    /// <summary>The folder of an oracle, or null where it is not there.</summary>
    public static string? Find(string name)
    {
        var places = new List<string?> { Environment.GetEnvironmentVariable("ICX_SHARED") };
        for (var at = new DirectoryInfo(RepositoryRoot.FullPath).Parent; at is not null; at = at.Parent)
        {
            places.Add(Path.Combine(at.FullName, "shared"));
        }

        return places.OfType<string>().Select(p => Path.Combine(p, "facts", "oracles", name)).FirstOrDefault(Directory.Exists);
    }
}
