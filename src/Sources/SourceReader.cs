using System.Globalization;
using System.Text;
using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Sources;

/// <summary>Reads files as source texts, each once. What cannot be read is a diagnostic.</summary>
/// <param name="directory">The folder paths are shown relative to.</param>
/// <param name="input">What <c>-</c> reads.</param>
/// <param name="open">The text of a file that is open in an editor, by its full path; null where it is not.</param>
internal sealed class SourceReader(string directory, Stream input, Func<string, SourceText?>? open = null)
{
    /// <summary>The largest file that is read.</summary>
    public const long LargestMegabytes = 32;

    private const long Megabyte = 1024 * 1024;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly Dictionary<string, SourceText?> _texts = new(StringComparer.Ordinal);

    /// <summary>The text of a file, by its full path; null after a failure, which is reported the first time.</summary>
    public SourceText? Read(string path, DiagnosticBag diagnostics)
    {
        if (open?.Invoke(path) is { } buffer)
        {
            return buffer;
        }

        if (!_texts.TryGetValue(path, out var text))
        {
            _texts.Add(path, text = ReadFile(path, diagnostics));
        }

        return text;
    }

    /// <summary>A file has changed on disk: it is read again when it is next asked for.</summary>
    public void Forget(string path) => _texts.Remove(path);

    /// <summary>
    /// The text of a file of data by its full path; null where it cannot be read. Instruments write their comments in Latin-1 as often as in UTF-8, so
    /// bytes that are not UTF-8 are read as that.
    /// </summary>
    public SourceText? ReadData(string path)
    {
        if (!_texts.TryGetValue(path, out var text))
        {
            _texts.Add(path, text = ReadFile(path, new(), Encoding.Latin1));
        }

        return text;
    }

    /// <summary>The full path of what a file names, seen from its folder.</summary>
    public string Resolve(string path, SourceText from) =>
        Path.GetFullPath(path, Path.GetDirectoryName(Path.GetFullPath(from.Path, directory)) ?? directory);

    /// <summary>A path as it is printed: relative to the folder at hand where it is below it, with forward slashes.</summary>
    public string Shown(string path)
    {
        if (path == InputFiles.StandardInput)
        {
            return "stdin.icx";
        }

        var relative = Path.GetRelativePath(directory, path);
        return (relative.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(relative) ? path : relative).Replace('\\', '/');
    }

    private SourceText? ReadFile(string path, DiagnosticBag diagnostics, Encoding? otherwise = null)
    {
        try
        {
            var bytes = path == InputFiles.StandardInput ? ReadInput(diagnostics) : ReadDisk(path, diagnostics);
            return bytes is null ? null : Decode(Shown(path), bytes, diagnostics, otherwise);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            diagnostics.Report("ICX9007", default, Shown(path), LeadsNowhere(path) ? "it is a link that leads to no file" : Reason(fault));
            return null;
        }
    }

    private static bool LeadsNowhere(string path)
    {
        try
        {
            return new FileInfo(path) is { LinkTarget: not null } link && link.ResolveLinkTarget(returnFinalTarget: true) is not { Exists: true };
        }
        catch (IOException)
        {
            return true;
        }
    }

    private static string Reason(Exception fault) => fault switch
    {
        UnauthorizedAccessException => "permission is denied",
        FileNotFoundException or DirectoryNotFoundException => "there is no such file",
        _ => "reading failed",
    };

    private byte[]? ReadDisk(string path, DiagnosticBag diagnostics)
    {
        using var file = File.OpenHandle(path);
        var length = RandomAccess.GetLength(file);
        if (length > LargestMegabytes * Megabyte)
        {
            diagnostics.Report("ICX9004", default, Shown(path), Number(length / Megabyte), LargestMegabytes);
            return null;
        }

        // A pipe or a device has no length of its own.
        return length > 0 ? File.ReadAllBytes(path) : ReadAll(path, File.OpenRead(path), diagnostics);
    }

    private byte[]? ReadInput(DiagnosticBag diagnostics) => ReadAll(InputFiles.StandardInput, input, diagnostics);

    private byte[]? ReadAll(string path, Stream stream, DiagnosticBag diagnostics)
    {
        using var all = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (var read = stream.Read(buffer); read > 0; read = stream.Read(buffer))
        {
            all.Write(buffer, 0, read);
            if (all.Length > LargestMegabytes * Megabyte)
            {
                diagnostics.Report("ICX9004", default, Shown(path), "more than " + Number(LargestMegabytes), LargestMegabytes);
                return null;
            }
        }

        return all.ToArray();
    }

    private void TooLarge(string path, long length, DiagnosticBag diagnostics) =>
        diagnostics.Report("ICX9004", default, Shown(path), length / Megabyte, LargestMegabytes);

    private static SourceText? Decode(string shown, byte[] bytes, DiagnosticBag diagnostics, Encoding? otherwise)
    {
        string text;
        if (bytes.Length >= 2 && ((bytes[0] == 0xFF && bytes[1] == 0xFE) || (bytes[0] == 0xFE && bytes[1] == 0xFF)))
        {
            text = (bytes[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode).GetString(bytes, 2, bytes.Length - 2);
        }
        else
        {
            var start = bytes.Length >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0;
            try
            {
                text = Utf8.GetString(bytes, start, bytes.Length - start);
            }
            catch (DecoderFallbackException) when (otherwise is not null)
            {
                text = otherwise.GetString(bytes);
            }
            catch (DecoderFallbackException fault)
            {
                diagnostics.Report("ICX9003", default, shown, $"byte {Number(start + fault.Index)}, in line {Number(1 + bytes.AsSpan(0, start + fault.Index).Count((byte)'\n'))}, is not UTF-8");
                return null;
            }
        }

        var zero = text.IndexOf('\0', StringComparison.Ordinal);
        if (zero >= 0)
        {
            diagnostics.Report("ICX9003", default, shown, HalfZeros(text, zero) ? "it is UTF-16 without the mark at its start that says so"
                : $"it has a zero character, in line {Number(1 + text.AsSpan(0, zero).Count('\n'))}");
            return null;
        }

        return new(shown, text);
    }

    // Of text in UTF-16 read as UTF-8, every other character of the first ones is zero.
    private static bool HalfZeros(string text, int zero) => zero <= 1 && text.Length >= 4 && text[zero + 2] == '\0' && text[zero + 1] != '\0';

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
