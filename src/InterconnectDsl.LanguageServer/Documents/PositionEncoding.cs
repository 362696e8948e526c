using System.Text;
using InterconnectDsl.LanguageServer.Protocol;
using InterconnectDsl.Language.Text;
using Range = InterconnectDsl.LanguageServer.Protocol.Range;

namespace InterconnectDsl.LanguageServer.Documents;

/// <summary>How characters are counted on the wire: in UTF-16 units, unless client and server agree on UTF-8 bytes.</summary>
internal sealed class PositionEncoding
{
    public static readonly PositionEncoding Utf16 = new("utf-16");
    public static readonly PositionEncoding Utf8 = new("utf-8");

    private PositionEncoding(string name) => Name = name;

    /// <summary>Its name in the protocol.</summary>
    public string Name { get; }

    /// <summary>UTF-8 where the client offers it: no line is counted twice then on its side. Else what the protocol starts from.</summary>
    public static PositionEncoding Agreed(IReadOnlyList<string>? offered) => offered is not null && offered.Contains("utf-8") ? Utf8 : Utf16;

    /// <summary>Where an offset stands.</summary>
    public Position PositionOf(SourceText text, int offset)
    {
        var (line, column) = text.PositionOf(offset);
        if (this == Utf16)
        {
            return new(line - 1, column - 1);
        }

        var start = text.SpanOfLine(line).Start;
        return new(line - 1, Encoding.UTF8.GetByteCount(text.Content.AsSpan(start, Math.Min(offset, text.Content.Length) - start)));
    }

    /// <summary>The offset of a place. A line behind the last is the end; a character behind the end of its line is that end.</summary>
    public int OffsetOf(SourceText text, Position position)
    {
        if (position.Line < 0 || position.Line >= text.LineCount)
        {
            return position.Line < 0 ? 0 : text.Content.Length;
        }

        var line = text.SpanOfLine(position.Line + 1);
        var character = Math.Max(0, position.Character);
        return line.Start + (this == Utf16 ? Math.Min(character, line.Length) : Utf16Units(text.Content.AsSpan(line.Start, line.Length), character));
    }

    /// <summary>Where a span stands.</summary>
    public Range RangeOf(SourceText text, TextSpan span) => new(PositionOf(text, span.Start), PositionOf(text, span.End));

    /// <summary>The span of a range; its ends may come in either order.</summary>
    public TextSpan SpanOf(SourceText text, Range range)
    {
        var (a, b) = (OffsetOf(text, range.Start), OffsetOf(text, range.End));
        return new(Math.Min(a, b), Math.Abs(b - a));
    }

    private static int Utf16Units(ReadOnlySpan<char> line, int bytes)
    {
        var units = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            bytes -= rune.Utf8SequenceLength;
            if (bytes < 0)
            {
                break;
            }

            units += rune.Utf16SequenceLength;
        }

        return units;
    }
}
