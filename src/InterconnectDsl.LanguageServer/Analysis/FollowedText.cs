using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Lexing;
using InterconnectDsl.Language.Parsing;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.LanguageServer.Analysis;

/// <summary>A number that stands in the text where another stood when its line was analysed.</summary>
/// <param name="Text">The text that was analysed.</param>
/// <param name="Offset">Where the other stood in it.</param>
/// <param name="Number">The number.</param>
internal readonly record struct NumberEdit(SourceText Text, int Offset, NumberSyntax Number);

/// <summary>A value written where another stood.</summary>
/// <param name="Text">The line, as a text of its own.</param>
/// <param name="Value">The value, in that text.</param>
internal sealed record ValueEdit(SourceText Text, ValueSyntax Value);

/// <summary>
/// A text that was analysed, and what became of it since: the same lines, token by token from the text that was analysed or from a line that was analysed anew.
/// Every place in one has a place in the text as it is now. No token crosses the end of a line.
/// </summary>
internal sealed class FollowedText
{
    private readonly Dictionary<int, FollowedLine> _lines = new();
    private readonly Dictionary<SourceText, int> _pieces = new();

    /// <summary>Begins where the two are one.</summary>
    public FollowedText(SourceText before) => (Before, Now) = (before, before);

    /// <summary>The text that was analysed.</summary>
    public SourceText Before { get; }

    /// <summary>The text as it is now.</summary>
    public SourceText Now { get; private set; }

    /// <summary>The numbers of a line, counted from 0, as it is to be; null when more than numbers, and a comment at its end, is other than it was.</summary>
    public IReadOnlyList<NumberEdit>? Numbers(int line, string now) => LineAt(line).Numbers(now);

    /// <summary>
    /// What stands in the place of a formula in a line as it is to be; null when the line differs in anything but the nominal value of that formula, and a comment
    /// at its end, or when something is wrong with what stands there.
    /// </summary>
    public ValueEdit? Value(int line, string now, SourceSpan formula, int nominalEnd)
    {
        if (LineAt(line).Place(formula) is not var (start, end) || Lines(formula) != 1)
        {
            return null;
        }

        var was = LineAt(line).Text;
        var behind = was[end..];
        var newEnd = FollowedLine.IsPlainTail(behind) ? FollowedLine.EndOfTokens(now) : now.Length - behind.Length;
        var clauses = formula.Text.Slice(new(nominalEnd, formula.Span.End - nominalEnd));
        if (newEnd <= start || !now.AsSpan(0, start).SequenceEqual(was.AsSpan(0, start)) || !now.AsSpan(start, newEnd - start).EndsWith(clauses)
            || !(FollowedLine.IsPlainTail(behind) ? FollowedLine.IsPlainTail(now.AsSpan(newEnd)) : now.EndsWith(behind, StringComparison.Ordinal)))
        {
            return null;
        }

        var text = new SourceText(Before.Path, now);
        return Parser.ParseValue(text, start) is { Nominal: { } nominal } value && value.Span.End == newEnd && newEnd - nominal.Span.End == clauses.Length ? new(text, value) : null;
    }

    /// <summary>Goes on to a text in which these lines are others.</summary>
    public void GoTo(SourceText now, IEnumerable<(int Line, ValueEdit? Value)> lines)
    {
        Now = now;
        foreach (var (line, value) in lines)
        {
            _lines[line] = LineAt(line).With(now.Line(line + 1), value);
            if (value is not null)
            {
                _pieces[value.Text] = line;
            }
        }
    }

    /// <summary>Where a line's formulas may have been written: the text, and the characters of the line in it.</summary>
    public IEnumerable<(SourceText Text, TextSpan Span)> Origins(int line)
    {
        foreach (var text in LineAt(line).Texts)
        {
            yield return (text, ReferenceEquals(text, Before) ? Before.SpanOfLine(line + 1) : new(0, text.Content.Length));
        }
    }

    /// <summary>A place in the text that was analysed, in the text as it is now; others stay what they are.</summary>
    public SourceSpan Moved(SourceSpan place)
    {
        if (!ReferenceEquals(place.Text, Before) && (place.Text is null || !_pieces.ContainsKey(place.Text)))
        {
            return place;
        }

        var (start, end) = (Moved(place.Text, place.Span.Start), Moved(place.Text, place.Span.End));
        return new(Now, new(start, Math.Max(0, end - start)));
    }

    /// <summary>A finding, its places moved.</summary>
    public Diagnostic Moved(Diagnostic found) => found with
    {
        Location = Moved(found.Location),
        Related = found.Related.Count == 0 ? found.Related : found.Related.Select(r => r with { Location = Moved(r.Location) }).ToList(),
    };

    private int Moved(SourceText text, int offset)
    {
        var (line, column) = text.PositionOf(offset);
        line = _pieces.TryGetValue(text, out var at) ? at : line - 1;
        return Now.SpanOfLine(line + 1).Start + (_lines.TryGetValue(line, out var changed) ? changed.Column(text, offset, column - 1) : column - 1);
    }

    private static int Lines(SourceSpan span) => span.Text.PositionOf(span.Span.End).Line - span.Position.Line + 1;

    private FollowedLine LineAt(int line) => _lines.TryGetValue(line, out var known) ? known : FollowedLine.Of(Before, line);
}
