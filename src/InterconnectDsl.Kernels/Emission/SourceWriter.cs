using System.Text;

namespace InterconnectDsl.Kernels.Emission;

/// <summary>Writes C# with indentation; lines end with a line feed.</summary>
/// <param name="depth">How many blocks it stands in.</param>
internal sealed class SourceWriter(int depth = 0)
{
    private readonly StringBuilder _text = new();
    private int _depth = depth;

    /// <summary>Writes a line, or an empty one.</summary>
    public SourceWriter Line(string line = "")
    {
        if (line.Length > 0)
        {
            _text.Append(' ', 4 * _depth).Append(line);
        }

        _text.Append('\n');
        return this;
    }

    /// <summary>Opens a block.</summary>
    public SourceWriter Open()
    {
        Line("{");
        _depth++;
        return this;
    }

    /// <summary>Closes a block.</summary>
    public SourceWriter Close(string after = "")
    {
        _depth--;
        return Line("}" + after);
    }

    /// <summary>Writes a line one step further in.</summary>
    public SourceWriter Further(string line)
    {
        _depth++;
        Line(line);
        _depth--;
        return this;
    }

    /// <summary>Writes lines as they are.</summary>
    public SourceWriter Append(string lines)
    {
        _text.Append(lines);
        return this;
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();
}
