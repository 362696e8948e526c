namespace InterconnectDsl.Generator.Pipeline;

/// <summary>Paths as text. What is generated names files relative to each other, so that a copy of a project in another folder gives the same bytes.</summary>
internal static class RelativePath
{
    /// <summary>With forward slashes, and none at the end.</summary>
    public static string Slashes(string path) => path.Replace('\\', '/').TrimEnd('/');

    /// <summary>The folder of a path with forward slashes.</summary>
    public static string Folder(string path) => path.LastIndexOf('/') is var slash and >= 0 ? path.Substring(0, slash) : "";

    /// <summary>A path below a folder, or a rooted path itself, without dots in it.</summary>
    public static string Combine(string folder, string path)
    {
        var isRooted = path.StartsWith("/", StringComparison.Ordinal) || (path.Length > 1 && path[1] == ':');
        var parts = new List<string>();
        foreach (var part in (isRooted ? path : folder + "/" + path).Split('/'))
        {
            if (part == ".." && parts.Count > 1)
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part != "." && (part.Length > 0 || parts.Count == 0))
            {
                parts.Add(part);
            }
        }

        return string.Join("/", parts);
    }

    /// <summary>The way from a folder to a path; the path itself where there is none, on another drive.</summary>
    public static string From(string folder, string path)
    {
        path = Slashes(path);
        if (folder.Length == 0)
        {
            return path;
        }

        var from = Combine("", folder).Split('/');
        var to = Combine("", path).Split('/');
        var common = 0;
        while (common < from.Length && common < to.Length - 1 && string.Equals(from[common], to[common], StringComparison.Ordinal))
        {
            common++;
        }

        // On Unix the first part is the empty one in front of the root.
        return common == 0 ? path : string.Join("/", Enumerable.Repeat("..", from.Length - common).Concat(to.Skip(common)));
    }
}
