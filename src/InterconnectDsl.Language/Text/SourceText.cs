using System.Globalization;

namespace InterconnectDsl.Language.Text;

/// <summary>A run of characters in one file: UTF-16 offset and length.</summary>
/// <param name="Start">Offset of the first character, from 0.</param>
/// <param name="Length">Number of characters; 0 marks a place between two characters.</param>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>Offset just behind the last character.</summary>
    public int End => Start + Length;

    /// <summary>The smallest span that holds both.</summary>
    public static TextSpan Covering(TextSpan a, TextSpan b)
    {
        var start = Math.Min(a.Start, b.Start);
        return new(start, Math.Max(a.End, b.End) - start);
    }
}

/// <summary>A place as editors count it.</summary>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column in UTF-16 units, from 1.</param>
public readonly record struct LinePosition(int Line, int Column);

/// <summary>The text of one file with its path; immutable.</summary>
public sealed class SourceText
{
    private int[]? _lineStarts;

    /// <summary>Makes a source text.</summary>
    /// <param name="path">Path as it is to be printed, with forward slashes, relative where possible.</param>
    /// <param name="content">The whole text, a byte order mark removed.</param>
    public SourceText(string path, string content)
    {
        Path = path;
        Content = WithLineFeeds(content);
    }

    /// <summary>Path as printed in diagnostics.</summary>
    public string Path { get; }

    /// <summary>The whole text. A carriage return that stands alone ends a line, as in editors, and is a line feed here.</summary>
    public string Content { get; }

    /// <summary>Whether the text belongs to the standard library and not to the user.</summary>
    public bool IsLibrary { get; init; }

    /// <summary>Number of lines; an empty text has one.</summary>
    public int LineCount => LineStarts.Length;

    private int[] LineStarts => _lineStarts ??= FindLineStarts(Content);

    /// <summary>Line and column of an offset; an offset outside the text is moved to its nearest end.</summary>
    public LinePosition PositionOf(int offset)
    {
        offset = Math.Max(0, Math.Min(offset, Content.Length));
        var found = Array.BinarySearch(LineStarts, offset);
        var line = found >= 0 ? found : ~found - 1;
        return new(line + 1, offset - LineStarts[line] + 1);
    }

    /// <summary>The text of a line without its end. <paramref name="line"/> counts from 1.</summary>
    public string Line(int line) => Slice(SpanOfLine(line));

    /// <summary>The characters of a line without its end. <paramref name="line"/> counts from 1.</summary>
    public TextSpan SpanOfLine(int line)
    {
        var start = LineStarts[line - 1];
        var end = line < LineStarts.Length ? LineStarts[line] : Content.Length;
        while (end > start && Content[end - 1] is '\n' or '\r')
        {
            end--;
        }

        return new(start, end - start);
    }

    /// <summary>The characters of a span.</summary>
    public string Slice(TextSpan span) => Content.Substring(span.Start, span.Length);

    // One character for one: offsets stay what they are in the file.
    private static string WithLineFeeds(string content)
    {
        char[]? changed = null;
        for (var at = content.IndexOf('\r'); at >= 0; at = content.IndexOf('\r', at + 1))
        {
            if (at + 1 == content.Length || content[at + 1] != '\n')
            {
                changed ??= content.ToCharArray();
                changed[at] = '\n';
            }
        }

        return changed is null ? content : new string(changed);
    }

    private static int[] FindLineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (var at = text.IndexOf('\n'); at >= 0; at = text.IndexOf('\n', at + 1))
        {
            starts.Add(at + 1);
        }

        return starts.ToArray();
    }
}

/// <summary>A span in a file.</summary>
/// <param name="Text">The file.</param>
/// <param name="Span">The characters.</param>
public readonly record struct SourceSpan(SourceText Text, TextSpan Span)
{
    /// <summary>Line and column of the first character.</summary>
    public LinePosition Position => Text.PositionOf(Span.Start);

    /// <summary><c>path:line</c>, as derivations print it.</summary>
    public override string ToString() => Text is null ? "" : Text.Path + ":" + Position.Line.ToString(CultureInfo.InvariantCulture);
}

/// <summary>The files a host lets the compiler see: disk for the command line, additional files for the build, buffers for an editor.</summary>
public interface ISourceSet
{
    /// <summary>The text of the module with this dotted name, or null when there is none.</summary>
    SourceText? Find(string module);

    /// <summary>The dotted names of all modules in reach, for suggestions.</summary>
    IEnumerable<string> Modules { get; }

    /// <summary>The text of a file of data that a file names, or null when there is none in reach.</summary>
    /// <param name="path">The path as written, with forward slashes, from the folder of the file that names it.</param>
    /// <param name="from">The file that names it.</param>
    SourceText? FindFile(string path, SourceText from);
}
