using InterconnectDsl.Tests.Shared;

namespace InterconnectDsl.Library.Tests.Oracles;

/// <summary>Numbers that other tools computed. They belong to those projects and stay outside this repository; where they are, tests read them.</summary>
internal static class Oracle
{
    /// <summary>
    /// A folder of them: in <c>facts/oracles</c> of the folder that the environment variable <c>ICX_SHARED</c> names, or of one called <c>shared</c> beside the
    /// repository or above it. Null where it is absent, which is printed.
    /// </summary>
    public static string? Find(string name)
    {
        var roots = new List<string>();
        if (Environment.GetEnvironmentVariable("ICX_SHARED") is { Length: > 0 } given)
        {
            roots.Add(given);
        }

        for (var at = new DirectoryInfo(RepositoryRoot.FullPath).Parent; at is not null; at = at.Parent)
        {
            roots.Add(Path.Combine(at.FullName, "shared"));
        }

        var found = roots.Select(r => Path.Combine(r, "facts", "oracles", name)).FirstOrDefault(Directory.Exists);
        if (found is null)
        {
            Console.WriteLine($"skipped: the numbers of {name} are not here; name their folder in ICX_SHARED to compare with them");
        }

        return found;
    }

    /// <summary>The rows of a CSV file below its heading, as fields.</summary>
    public static IEnumerable<string[]> Rows(string folder, string file) => File.ReadLines(Path.Combine(folder, file)).Skip(1).Select(l => l.Split(','));
}
