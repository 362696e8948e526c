namespace InterconnectDsl.LanguageServer.Documents;

/// <summary>Between the URIs of a client and paths.</summary>
internal static class Uris
{
    /// <summary>The full path a <c>file</c> URI means; any other URI, and what is none, stays as it is.</summary>
    public static string PathOf(string uri) =>
        Uri.TryCreate(uri, UriKind.Absolute, out var parsed) && parsed.IsFile ? Path.GetFullPath(Uri.UnescapeDataString(parsed.AbsolutePath) is var p && IsDrive(p) ? p[1..] : p) : uri;

    /// <summary>The URI of a full path; one that is a URI already stays as it is.</summary>
    public static string Of(string path) => Path.IsPathRooted(path) ? new Uri(path).AbsoluteUri : path;

    private static bool IsDrive(string path) => path.Length > 2 && path[0] == '/' && path[2] == ':';
}
