namespace InterconnectDsl.Sources;

/// <summary>Patterns of paths: <c>*</c> and <c>?</c> within a name, <c>**</c> over any number of folders.</summary>
internal static class Glob
{
    /// <summary>Whether a path is a pattern.</summary>
    public static bool IsPattern(string path) => path.AsSpan().IndexOfAny('*', '?') >= 0;

    /// <summary>The folder a pattern starts from: everything before its first segment with a wildcard.</summary>
    public static (string Root, string[] Segments) Split(string pattern)
    {
        var segments = pattern.Replace('\\', '/').Split('/');
        var first = Array.FindIndex(segments, IsPattern);
        var root = string.Join('/', segments, 0, first);
        return (root.Length == 0 ? pattern.StartsWith('/') ? "/" : "." : root, segments[first..]);
    }

    /// <summary>Whether the segments of a path below the root match.</summary>
    public static bool Matches(ReadOnlySpan<string> pattern, ReadOnlySpan<string> path)
    {
        if (pattern.Length == 0)
        {
            return path.Length == 0;
        }

        if (pattern[0] == "**")
        {
            for (var skipped = 0; skipped <= path.Length; skipped++)
            {
                if (Matches(pattern[1..], path[skipped..]))
                {
                    return true;
                }
            }

            return false;
        }

        return path.Length > 0 && MatchesName(pattern[0], path[0]) && Matches(pattern[1..], path[1..]);
    }

    private static bool MatchesName(string pattern, string name)
    {
        // The last star and where its match ends so far: on a mismatch it takes one character more.
        int p = 0, n = 0, star = -1, mark = 0;
        while (n < name.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                (star, mark) = (p++, n);
            }
            else if (p < pattern.Length && (pattern[p] == '?' || pattern[p] == name[n]))
            {
                p++;
                n++;
            }
            else if (star >= 0)
            {
                p = star + 1;
                n = ++mark;
            }
            else
            {
                return false;
            }
        }

        while (p < pattern.Length && pattern[p] == '*')
        {
            p++;
        }

        return p == pattern.Length;
    }
}
