namespace InterconnectDsl.Language.Formatting;

/// <summary>
/// Stands what readers compare below each other. Names of a run of statements share a column, documentation between them notwithstanding; types
/// and values of neighbouring lines share theirs, those of params over documentation too. A blank line or a comment ends a run, except among
/// paths, and so does a statement with a body over several lines. What is very wide stands out and pushes nobody.
/// </summary>
internal static class ColumnAligner
{
    /// <summary>The widest text that others are aligned to.</summary>
    private const int WidestCell = 32;

    /// <summary>Aligns the statements of one body, in the order of the text.</summary>
    public static void Align(Layout layout, List<Statement> statements)
    {
        var start = 0;
        for (var i = 1; i <= statements.Count; i++)
        {
            if (i == statements.Count || Ends(layout, statements, i))
            {
                AlignRun(layout, statements, start, i);
                start = i;
            }
        }
    }

    private static bool Ends(Layout layout, List<Statement> statements, int index)
    {
        var (above, below) = (statements[index - 1], statements[index]);
        return above.Family != below.Family || above.Spreads || !StartsLine(layout, above) || !StartsLine(layout, below)
            || layout.Has(below.First, above.Family == Family.Path ? Gap.Unreadable : Gap.Parted | Gap.Comment | Gap.Unreadable);
    }

    private static bool StartsLine(Layout layout, Statement statement) => statement.First == 0 || LineBreaker.Before(layout, statement.First) > 0;

    private static void AlignRun(Layout layout, List<Statement> statements, int start, int end)
    {
        if (end - start < 2 || statements[start].Family == Family.None)
        {
            return;
        }

        Align(layout, statements, start, end, s => s.First, s => s.Name);
        Align(layout, statements, start, end, s => s.Name >= 0 ? s.Name : s.First, s => s.Sign);
        AlignNeighbours(layout, statements, start, end, s => s.Sign, s => s.Setter);
        AlignNeighbours(layout, statements, start, end, s => s.Sign, s => s.Host);
        AlignNeighbours(layout, statements, start, end, s => s.Sign >= 0 ? s.Host : Statement.Missing, s => s.Spot);
    }

    private static void AlignNeighbours(
        Layout layout, List<Statement> statements, int start, int end, Func<Statement, int> from, Func<Statement, int> to)
    {
        var first = start;
        for (var i = start; i <= end; i++)
        {
            if (i == end || from(statements[i]) < 0 || to(statements[i]) < 0)
            {
                Align(layout, statements, first, i, from, to);
                first = i + 1;
            }
            else if (i > first && (IsDocumented(layout, statements[i]) || IsLong(layout, statements[i - 1])))
            {
                Align(layout, statements, first, i, from, to);
                first = i;
            }
        }
    }

    private static bool IsDocumented(Layout layout, Statement statement) =>
        statement.Family != Family.Param && layout.Has(statement.First, Gap.Documentation);

    private static bool IsLong(Layout layout, Statement statement) => Width(layout, statement.First, statement.Last) < 0;

    private static void Align(Layout layout, List<Statement> statements, int start, int end, Func<Statement, int> from, Func<Statement, int> to)
    {
        if (end - start < 2)
        {
            return;
        }

        var widths = new int[end - start];
        for (var i = start; i < end; i++)
        {
            widths[i - start] = Cell(layout, from(statements[i]), to(statements[i]));
        }

        var column = Column(widths);
        for (var i = start; i < end; i++)
        {
            if (widths[i - start] >= 0 && widths[i - start] < column)
            {
                layout.Padding[to(statements[i])] = (byte)(column - widths[i - start]);
            }
        }
    }

    // The widest text, but for a few that stand out: a third of them by more than eight columns, half of them by more than twelve.
    private static int Column(int[] widths)
    {
        var sorted = widths.Where(w => w is >= 0 and <= WidestCell).OrderBy(w => w).ToArray();
        for (var few = sorted.Length / 2; few > 0; few--)
        {
            var rest = sorted[sorted.Length - few - 1];
            var gap = sorted[sorted.Length - few] - rest;
            if (gap > 12 || (gap > 8 && few * 3 <= sorted.Length))
            {
                return rest;
            }
        }

        return sorted.Length == 0 ? 0 : sorted[sorted.Length - 1];
    }

    private static int Cell(Layout layout, int from, int to) =>
        from < 0 || to < 0 || LineBreaker.Before(layout, to) > 0 ? -1 : Width(layout, from, to - 1);

    // From the start of one token to the end of another; -1 when they are not on one line.
    private static int Width(Layout layout, int from, int last)
    {
        var width = layout.Tokens[from].Length;
        for (var i = from + 1; i <= last; i++)
        {
            if (layout.Is(i, Place.Kept) || LineBreaker.Before(layout, i) > 0)
            {
                return -1;
            }

            width += Spacing.Before(layout, i) + layout.Tokens[i].Length;
        }

        return width;
    }
}
