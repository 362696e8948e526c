using InterconnectDsl.Language.Diagnostics;

namespace InterconnectDsl.Sources;

/// <summary>Finds the files the paths of a command line mean.</summary>
internal static class InputFiles
{
    /// <summary>The path that stands for standard input.</summary>
    public const string StandardInput = "-";

    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = 0, RecurseSubdirectories = false, IgnoreInaccessible = true };

    /// <summary>Full paths of the files, each once, in order of the paths given and, below a folder, of their names; <c>-</c> stays itself.</summary>
    public static IReadOnlyList<string> Expand(IEnumerable<string> paths, string directory, DiagnosticBag diagnostics)
    {
        var files = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            var full = path == StandardInput ? path : Path.GetFullPath(path, directory);
            IEnumerable<string> found;
            if (path == StandardInput || File.Exists(full))
            {
                found = new[] { full };
            }
            else if (Directory.Exists(full))
            {
                found = Below(full).ToList();
            }
            else if (Glob.IsPattern(path))
            {
                found = Matching(path, directory).ToList();
            }
            else
            {
                diagnostics.Report("ICX9007", default, path, "there is no such file or folder");
                continue;
            }

            if (!found.Any())
            {
                diagnostics.Report("ICX9002", default, path);
            }

            files.AddRange(found.Where(seen.Add));
        }

        return files;
    }

    /// <summary>Every .icx file below a folder, in ordinal order. Folders whose name starts with a dot, and links to folders, are passed over.</summary>
    public static IEnumerable<string> Below(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*.icx", Everything).Order(StringComparer.Ordinal))
        {
            yield return file;
        }

        foreach (var inner in Directory.EnumerateDirectories(folder, "*", Everything).Order(StringComparer.Ordinal))
        {
            if (Path.GetFileName(inner)[0] == '.' || File.GetAttributes(inner).HasFlag(FileAttributes.ReparsePoint))
            {
                continue;
            }

            foreach (var file in Below(inner))
            {
                yield return file;
            }
        }
    }

    private static IEnumerable<string> Matching(string pattern, string directory)
    {
        var (root, segments) = Glob.Split(pattern);
        var full = Path.GetFullPath(root, directory);
        return !Directory.Exists(full) ? Array.Empty<string>()
            : Below(full).Where(f => Glob.Matches(segments, Path.GetRelativePath(full, f).Replace('\\', '/').Split('/')));
    }
}
