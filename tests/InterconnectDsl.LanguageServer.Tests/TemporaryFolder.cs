namespace InterconnectDsl.LanguageServer.Tests;

/// <summary>A folder that lasts as long as a test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string FullPath { get; } = Directory.CreateTempSubdirectory("icx-editor-").FullName;

    /// <summary>Writes a file; gives its full path.</summary>
    public string Write(string name, string text)
    {
        var path = Path.Combine(FullPath, name);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => Directory.Delete(FullPath, recursive: true);
}
