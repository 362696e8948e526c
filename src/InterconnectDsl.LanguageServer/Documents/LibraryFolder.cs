using InterconnectDsl.Language.Text;
using InterconnectDsl.Library;

namespace InterconnectDsl.LanguageServer.Documents;

/// <summary>
/// Writes texts of the standard library where an editor can open them: they are part of the program, and a client follows a definition to a file. The
/// folder is named after what is in the texts, so that several versions stand side by side and none is ever written over.
/// </summary>
internal static class LibraryFolder
{
    private static readonly string Root = Path.Combine(Path.GetTempPath(), "icx-library-" + StandardLibrary.TextHash[..Math.Min(12, StandardLibrary.TextHash.Length)]);

    /// <summary>The full path of a text of the library, written if it is not there yet; null where that fails.</summary>
    public static string? PathOf(SourceText text) => Page(text.Path, text.Content);

    /// <summary>The full path of a page that goes with the library; null where it cannot be written.</summary>
    public static string? Page(string name, string content)
    {
        var path = Path.Combine(Root, name.Replace('/', Path.DirectorySeparatorChar));
        try
        {
            if (!File.Exists(path))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path, content);
                File.SetAttributes(path, FileAttributes.ReadOnly);
            }

            return path;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
