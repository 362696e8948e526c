using System.Text;

namespace InterconnectDsl.Generator.Emission;

/// <summary>Lines of C#, indented, ended by <c>\n</c> on every machine.</summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>A line; an empty one where nothing is given.</summary>
    public void Line(string line = "")
    {
        if (line.Length > 0)
        {
            _text.Append(' ', _depth * 4).Append(line);
        }

        _text.Append('\n');
    }

    /// <summary>A line that starts at the margin, as directives do.</summary>
    public void Directive(string line) => _text.Append(line).Append('\n');

    /// <summary>A line and an opening brace below it.</summary>
    public void Open(string line)
    {
        Line(line);
        Line("{");
        _depth++;
    }

    /// <summary>The closing brace.</summary>
    public void Close(string behind = "")
    {
        _depth--;
        Line("}" + behind);
    }

    /// <summary>A summary; the text is escaped.</summary>
    public void Summary(string text) => Line("/// <summary>" + DocText.Escape(text) + "</summary>");

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();
}
