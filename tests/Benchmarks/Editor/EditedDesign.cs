using System.Globalization;
using System.Text;
using InterconnectDsl.Benchmarks.Designs;

namespace InterconnectDsl.Benchmarks.Editor;

/// <summary>
/// A design of so many lines that is edited: packages written one by one, a meter of a kind of its own on each, and a rule that always has something to
/// say, so that its finding shows when all rules were evaluated.
/// </summary>
internal sealed class EditedDesign
{
    /// <summary>The rule whose finding comes with every complete answer.</summary>
    public const string AlwaysTold = "told_when_evaluated";

    private readonly List<string> _lines;

    public EditedDesign(int lines)
    {
        var text = new StringBuilder();
        var meters = 0;
        foreach (var line in GeneratedDesigns.Lines(Math.Max(60, lines - (lines / 50))).Split('\n'))
        {
            if (line.StartsWith("design ", StringComparison.Ordinal))
            {
                text.Append("/// Reads the power of a package.\nkind meter : node {\n  reading : power = 2 W\n  drawn   : power = reading * 1.02 + 10 mW\n}\n\n")
                    .Append("note rule ").Append(AlwaysTold).Append(" of Written for board as b {\n  require b.power < 0 W\n  message \"evaluated\"\n}\n\n");
            }

            text.Append(line).Append('\n');
            if (line.StartsWith("  package ", StringComparison.Ordinal))
            {
                text.Insert(text.Length - line.Length - 1, string.Create(CultureInfo.InvariantCulture, $"  meter m{meters++} on main {{ reading = 2.{meters % 10} W }}\n"));
            }
        }

        _lines = text.ToString().TrimEnd('\n').Split('\n').Append("").ToList();
    }

    public int LineCount => _lines.Count;

    public string Text => string.Join('\n', _lines);

    /// <summary>The line of this number.</summary>
    public string this[int line] => _lines[line];

    /// <summary>The numbers of the lines that hold a text.</summary>
    public int[] Where(string part) => Enumerable.Range(0, _lines.Count).Where(i => _lines[i].Contains(part, StringComparison.Ordinal)).ToArray();

    /// <summary>Puts a text in place of some characters of a line.</summary>
    public Edit Replace(int line, int start, int length, string text)
    {
        _lines[line] = string.Concat(_lines[line].AsSpan(0, start), text, _lines[line].AsSpan(start + length));
        return new(line, start, line, start + length, text);
    }

    /// <summary>Puts a new line in front of one.</summary>
    public Edit Insert(int line, string text)
    {
        _lines.Insert(line, text);
        return new(line, 0, line, 0, text + "\n");
    }

    /// <summary>Takes a line out.</summary>
    public Edit Remove(int line)
    {
        _lines.RemoveAt(line);
        return new(line, 0, line + 1, 0, "");
    }
}

/// <summary>A change of a text, lines and characters from 0.</summary>
internal sealed record Edit(int Line, int Character, int EndLine, int EndCharacter, string Text);
