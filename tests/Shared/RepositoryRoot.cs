namespace InterconnectDsl.Tests.Shared;

/// <summary>The folder of InterconnectDsl.sln, found upward from the running test.</summary>
public static class RepositoryRoot
{
    private static readonly Lazy<string> Found = new(Find);

    /// <summary>Its full path.</summary>
    public static string FullPath => Found.Value;

    /// <summary>The full path of something below it, given with forward slashes.</summary>
    public static string Combine(string relative) => Path.Combine(FullPath, relative.Replace('/', Path.DirectorySeparatorChar));

    /// <summary>A full path as it is named from the root, with forward slashes.</summary>
    public static string Relative(string fullPath) => Path.GetRelativePath(FullPath, fullPath).Replace(Path.DirectorySeparatorChar, '/');

    private static string Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "InterconnectDsl.sln")))
            {
                return at.FullName;
            }
        }

        throw new InvalidOperationException($"InterconnectDsl.sln is in no folder above {AppContext.BaseDirectory}");
    }
}
