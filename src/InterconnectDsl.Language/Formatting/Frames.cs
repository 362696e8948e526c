namespace InterconnectDsl.Language.Formatting;

/// <summary>
/// What is open around a place: bodies, the statements in them, brackets. The innermost says how far a line that starts here is indented.
/// </summary>
internal sealed class Frames
{
    private readonly Stack<Frame> _open = new();
    private int _bodies;

    private enum Sort
    {
        Body,
        Statement,
        Bracket,
    }

    /// <summary>The first token of the value of the statement at hand, below which its further lines stand.</summary>
    public int Value { get; private set; } = Statement.Missing;

    /// <summary>The indent of a line that starts with a token.</summary>
    public int Indent(int index)
    {
        if (_open.Count == 0)
        {
            return 0;
        }

        var frame = _open.Peek();
        return frame.Sort == Sort.Statement && index == Value ? frame.Close + frame.ValueIndent : frame.Inside;
    }

    /// <summary>Closes what is open in and above the body that has this many around it.</summary>
    public void ToBody(int depth)
    {
        while (_open.Count > 0 && (_bodies > depth || _open.Peek().Sort != Sort.Body))
        {
            Pop();
        }
    }

    /// <summary>A statement begins on a line with this indent.</summary>
    public void Begin(Statement statement, int indent)
    {
        Value = statement.Value;
        _open.Push(new(Sort.Statement, indent + 4, indent, statement.ValueIndent));
    }

    /// <summary>Further lines of the statement at hand stand at a column.</summary>
    public void Anchor(int column)
    {
        if (_open.Count > 0 && _open.Peek().Sort == Sort.Statement)
        {
            _open.Push(Pop() with { Inside = column });
        }
    }

    public void OpenBody()
    {
        var indent = 0;
        foreach (var frame in _open)
        {
            if (frame.Sort == Sort.Statement)
            {
                indent = frame.Close;
                break;
            }
        }

        _bodies++;
        _open.Push(new(Sort.Body, indent + 2, indent, 0));
    }

    public void OpenBracket(int inside, int close) => _open.Push(new(Sort.Bracket, inside, close, 0));

    /// <summary>The indent of the brace that closes the innermost body.</summary>
    public int CloseBody()
    {
        while (_open.Count > 0 && _open.Peek().Sort != Sort.Body)
        {
            Pop();
        }

        return _open.Count > 0 ? Pop().Close : 0;
    }

    /// <summary>The indent of a closing bracket; null when none is open.</summary>
    public int? CloseBracket() => _open.Count > 0 && _open.Peek().Sort == Sort.Bracket ? Pop().Close : null;

    private Frame Pop()
    {
        var frame = _open.Pop();
        _bodies -= frame.Sort == Sort.Body ? 1 : 0;
        return frame;
    }

    private readonly record struct Frame(Sort Sort, int Inside, int Close, int ValueIndent);
}
