namespace InterconnectDsl.Language.Formatting;

/// <summary>Comments behind code: those of lines that follow each other stand in one column, two blanks behind the longest of the lines.</summary>
internal sealed class TrailingComments(Layout layout)
{
    private const int Distance = 2;
    private readonly List<(int Index, int Column)> _run = new();
    private int _indent = -1;
    private bool _pending;

    /// <summary>Blanks in front of a comment, by the token behind it.</summary>
    public Dictionary<int, int> Blanks { get; } = new();

    /// <summary>Looks at the gap in front of a token.</summary>
    /// <param name="index">The token.</param>
    /// <param name="column">The column behind the token before it.</param>
    /// <param name="indent">The indent of the line that ends here.</param>
    /// <param name="lines">Line ends in front of the token.</param>
    public void Pass(int index, int column, int indent, int lines)
    {
        if (!layout.Has(index, Gap.Trailing))
        {
            // A line ends without a comment.
            if (lines > 0)
            {
                Finish();
            }

            return;
        }

        if (!_pending || indent != _indent)
        {
            Finish();
        }

        _run.Add((index, column));
        _indent = indent;
        _pending = true;
        if (layout.Has(index, Gap.Parted | Gap.Comment | Gap.Documentation) || layout.Is(index - 1, Place.Opens))
        {
            Finish();
        }
    }

    /// <summary>Ends a run.</summary>
    public void Finish()
    {
        var widest = 0;
        foreach (var (_, column) in _run)
        {
            widest = Math.Max(widest, column);
        }

        foreach (var (index, column) in _run)
        {
            Blanks[index] = widest - column + Distance;
        }

        _run.Clear();
        _pending = false;
    }
}
