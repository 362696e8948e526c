using System.Text;

namespace InterconnectDsl.Reporting.Diagnostics;

/// <summary>A line of source as a terminal shows it: tabs as blanks, wide characters counted, nothing in it that could move the cursor.</summary>
internal sealed class SourceLine
{
    private const int TabStop = 4;
    private const string Cut = "...";
    private readonly List<(string Text, int Column)> _cells = new();
    private readonly int[] _columns;

    /// <summary>Lays out a line, its end left off.</summary>
    public SourceLine(string line)
    {
        _columns = new int[line.Length + 1];
        var column = 0;
        for (var at = 0; at < line.Length;)
        {
            var (text, width, length) = Show(line, at, column);
            for (var i = 0; i < length; i++)
            {
                _columns[at + i] = column;
            }

            _cells.Add((text, column));
            column += width;
            at += length;
        }

        _columns[line.Length] = column;
    }

    /// <summary>Columns the whole line takes.</summary>
    public int Width => _columns[^1];

    /// <summary>The column of a character, from 0; the line's length gives the column behind it.</summary>
    public int ColumnOf(int offset) => _columns[Math.Clamp(offset, 0, _columns.Length - 1)];

    /// <summary>
    /// The line and, below it, carets from one column to another, both cut to a width that shows the first caret. There is always a caret.
    /// </summary>
    public (string Text, string Carets) Point(int from, int to, int width)
    {
        to = Math.Max(to, from + 1);
        if (Math.Max(Width, from + 1) <= width)
        {
            return (Between(0, int.MaxValue), new string(' ', from) + new string('^', to - from));
        }

        // A third of the room before the first caret, unless all of the span fits at the line's start.
        var start = to <= width - Cut.Length ? 0 : Math.Max(0, from - (width / 3));
        var lead = start > 0 ? Cut : "";
        var room = width - lead.Length - Cut.Length;
        var tail = Width > start + room ? Cut : "";
        var last = Math.Min(to, start + room);
        return (lead + Between(start, start + room) + tail, new string(' ', lead.Length + from - start) + new string('^', Math.Max(1, last - from)));
    }

    private string Between(int from, int to)
    {
        var built = new StringBuilder();
        for (var i = 0; i < _cells.Count; i++)
        {
            var next = i + 1 < _cells.Count ? _cells[i + 1].Column : Width;
            if (_cells[i].Column >= from && next <= to)
            {
                // A wide character cut off at the left leaves a blank in its place, so that carets stay below what they mean.
                built.Append(built.Length == 0 && _cells[i].Column > from ? new string(' ', _cells[i].Column - from) : "").Append(_cells[i].Text);
            }
        }

        return built.ToString();
    }

    private static (string Text, int Width, int Length) Show(string line, int at, int column)
    {
        if (line[at] == '\t')
        {
            var blanks = TabStop - (column % TabStop);
            return (new string(' ', blanks), blanks, 1);
        }

        return !Rune.TryGetRuneAt(line, at, out var rune) ? (DisplayWidth.Replacement, 1, 1)
            : DisplayWidth.IsUnsafe(rune) ? (DisplayWidth.Replacement, 1, rune.Utf16SequenceLength)
            : (rune.ToString(), DisplayWidth.Of(rune), rune.Utf16SequenceLength);
    }
}
