using InterconnectDsl.Language.Lexing;

namespace InterconnectDsl.Language.Formatting;

/// <summary>What stands in front of a token in the end, comments apart.</summary>
/// <param name="Lines">Number of line ends: none, one, or two where a blank line stands.</param>
/// <param name="Blanks">Blanks, at the start of the line or behind the token before.</param>
internal readonly record struct Planned(byte Lines, int Blanks);

/// <summary>
/// Walks the tokens from first to last, knowing the column it is at: indents lines, breaks paths that are too long, and stands comments behind
/// lines below each other.
/// </summary>
internal sealed class Planner
{
    private readonly Layout _layout;
    private readonly Frames _frames = new();
    private readonly TrailingComments _comments;
    private int _statement;
    private int _column;
    private int _lineIndent;

    public Planner(Layout layout)
    {
        _layout = layout;
        _comments = new(layout);
        Plan = new Planned[layout.Count];
    }

    /// <summary>The answer, for each token.</summary>
    public Planned[] Plan { get; }

    /// <summary>Blanks in front of the comment behind the line in front of a token.</summary>
    public IReadOnlyDictionary<int, int> CommentBlanks => _comments.Blanks;

    /// <summary>How far comments on lines of their own in front of a token are indented.</summary>
    public Dictionary<int, int> CommentIndents { get; } = new();

    public void Run()
    {
        for (var i = 0; i < _layout.Count; i++)
        {
            if (_layout.Is(i, Place.Kept))
            {
                Keep(i);
            }
            else
            {
                Next(i);
            }

            _column += _layout.Tokens[i].Length;
            Opened(i);
        }

        _comments.Finish();
    }

    // What stands as written moves the column all the same.
    private void Keep(int index)
    {
        var from = index == 0 ? 0 : _layout.Tokens[index - 1].End;
        var start = _layout.Tokens[index].Start;
        var line = from == start ? -1 : _layout.Content.LastIndexOf('\n', start - 1, start - from);
        _column = line < 0 ? _column + start - from : start - line - 1;
        _lineIndent = line < 0 ? _lineIndent : _column;
        _comments.Finish();
        if (!_layout.Is(index, Place.Unread))
        {
            Close(index);
        }

        if (_layout.Is(index, Place.Statement))
        {
            Begin(index);
        }
    }

    private void Next(int index)
    {
        var begins = _layout.Is(index, Place.Statement);
        var closes = Close(index);
        if (begins)
        {
            _frames.ToBody(_layout.Statements[_statement].Depth);
        }

        var lines = LineBreaker.Before(_layout, index);
        var indent = closes ?? (index == _layout.Count - 1 ? 0 : _frames.Indent(index));
        if (lines == 0 && _layout.Is(index, Place.Arrow) && IsTooLong(index))
        {
            lines = 1;
        }

        var blanks = lines > 0 || index == 0 ? indent : Spacing.Before(_layout, index) + _layout.Padding[index];
        Plan[index] = new((byte)lines, blanks);
        Comment(index, closes is null ? indent : indent + 2, lines);
        _column = lines > 0 || index == 0 ? indent : _column + blanks;
        _lineIndent = lines > 0 || index == 0 ? indent : _lineIndent;
        if (begins)
        {
            Begin(index);
        }
    }

    private void Comment(int index, int indent, int lines)
    {
        if (_layout.Has(index, Gap.Documentation | Gap.Comment))
        {
            CommentIndents[index] = indent;
        }

        _comments.Pass(index, _column, _lineIndent, lines);
    }

    // The indent of a closing bracket that starts a line.
    private int? Close(int index) => _layout.Tokens[index].Kind switch
    {
        TokenKind.RightBrace when _layout.Is(index, Place.Closes) => _frames.CloseBody(),
        TokenKind.RightParen or TokenKind.RightBracket or TokenKind.RightBrace => _frames.CloseBracket(),
        _ => null,
    };

    private void Begin(int index)
    {
        var statement = _layout.Statements[_statement++];
        _frames.ToBody(statement.Depth);
        _frames.Begin(statement, _lineIndent);
    }

    private void Opened(int index)
    {
        if (_layout.Is(index, Place.Opens))
        {
            _frames.OpenBody();
            return;
        }

        if (index == _frames.Value)
        {
            _frames.Anchor(_column - _layout.Tokens[index].Length);
        }

        if (!_layout.Is(index, Place.Unread) && LineBreaker.Opens(_layout, index))
        {
            var hangs = LineBreaker.Before(_layout, index + 1) > 0;
            _frames.OpenBracket(hangs ? _lineIndent + 2 : _column, hangs ? _lineIndent : _column - 1);
        }
    }

    // Whether the step behind an arrow ends behind the longest line.
    private bool IsTooLong(int arrow)
    {
        var column = _column;
        for (var i = arrow; i < _layout.Count - 1; i++)
        {
            if (i > arrow && (_layout.Is(i, Place.Arrow | Place.Kept) || LineBreaker.Before(_layout, i) > 0))
            {
                break;
            }

            column += Spacing.Before(_layout, i) + _layout.Padding[i] + _layout.Tokens[i].Length;
        }

        return column > Formatter.LongestLine;
    }
}
