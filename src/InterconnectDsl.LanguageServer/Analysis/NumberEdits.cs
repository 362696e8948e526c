using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Lexing;
using InterconnectDsl.Language.Parsing;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.LanguageServer.Analysis;

/// <summary>A number that stands in the text where another stood when the file was analysed.</summary>
/// <param name="Offset">Where the other stood, in the text that was analysed.</param>
/// <param name="Number">The number.</param>
internal readonly record struct NumberEdit(int Offset, NumberSyntax Number);

/// <summary>
/// Two versions of a text with the same lines, line by line the same tokens, but for numbers, and for comments at the ends of lines: the tree is the same,
/// and every place in one has a place in the other. No token crosses the end of a line.
/// </summary>
internal sealed class NumberEdits
{
    private readonly Dictionary<int, (string Before, Token[] BeforeTokens, string Now, Token[] NowTokens)> _lines = new();

    /// <summary>Begins where the two are one.</summary>
    public NumberEdits(SourceText before) => (Before, Now) = (before, before);

    /// <summary>The text that was analysed.</summary>
    public SourceText Before { get; }

    /// <summary>The text as it is now.</summary>
    public SourceText Now { get; private set; }

    /// <summary>Goes on to a version in which some lines, counted from 0, are others; the numbers on them, or null when more than numbers has changed.</summary>
    public IReadOnlyList<NumberEdit>? GoTo(SourceText now, IReadOnlyCollection<int> lines)
    {
        Now = now;
        var edits = new List<NumberEdit>();
        foreach (var line in lines)
        {
            var span = Before.SpanOfLine(line + 1);
            var (a, b) = (Before.Slice(span), now.Line(line + 1));
            var (before, after) = (TokensOf(a), TokensOf(b));
            if (!Match(a, before, b, after, span.Start, edits))
            {
                return null;
            }

            _lines[line] = (a, before, b, after);
        }

        return edits;
    }

    /// <summary>A place in the text that was analysed, in the text as it is now; others stay what they are.</summary>
    public SourceSpan Moved(SourceSpan place)
    {
        if (!ReferenceEquals(place.Text, Before))
        {
            return place;
        }

        var (start, end) = (Moved(place.Span.Start), Moved(place.Span.End));
        return new(Now, new(start, Math.Max(0, end - start)));
    }

    /// <summary>A finding, its places moved.</summary>
    public Diagnostic Moved(Diagnostic found) => found with
    {
        Location = Moved(found.Location),
        Related = found.Related.Count == 0 ? found.Related : found.Related.Select(r => r with { Location = Moved(r.Location) }).ToList(),
    };

    private int Moved(int offset)
    {
        var (line, column) = Before.PositionOf(offset);
        return Now.SpanOfLine(line).Start + (_lines.TryGetValue(line - 1, out var changed) ? Column(changed.BeforeTokens, changed.NowTokens, changed.Now.Length, column - 1) : column - 1);
    }

    private static int Column(Token[] before, Token[] now, int length, int column)
    {
        var at = Array.FindLastIndex(before, t => t.Start <= column);
        if (at < 0)
        {
            return column;
        }

        var behind = column - before[at].Start;
        return behind < before[at].Length ? now[at].Start + Math.Min(behind, now[at].Length) : Math.Min(length, now[at].End + column - before[at].End);
    }

    private static Token[] TokensOf(string line)
    {
        var tokens = Lexer.Lex(new SourceText("", line));
        return Enumerable.Range(0, tokens.Count - 1).Select(i => tokens[i]).ToArray();
    }

    private static bool Match(string a, Token[] before, string b, Token[] after, int start, List<NumberEdit> edits)
    {
        if (before.Length != after.Length)
        {
            return false;
        }

        var (endA, endB) = (0, 0);
        for (var i = 0; i < before.Length; i++)
        {
            var (x, y) = (before[i], after[i]);
            if (x.Kind != y.Kind || !a.AsSpan(endA, x.Start - endA).SequenceEqual(b.AsSpan(endB, y.Start - endB)))
            {
                return false;
            }

            if (x.Kind == TokenKind.Number)
            {
                if (Read(b.Substring(y.Start, y.Length)) is not { } number)
                {
                    return false;
                }

                edits.Add(new(start + x.Start, number));
            }
            else if (!a.AsSpan(x.Start, x.Length).SequenceEqual(b.AsSpan(y.Start, y.Length)))
            {
                return false;
            }

            (endA, endB) = (x.End, y.End);
        }

        return IsPlainTail(a.AsSpan(endA)) && IsPlainTail(b.AsSpan(endB));
    }

    // A comment of printable characters, or nothing: what lies behind the last token means nothing and is nothing to report. Documentation is read.
    private static bool IsPlainTail(ReadOnlySpan<char> tail) =>
        tail.TrimStart(' ') is var said && (said.IsEmpty || (said.StartsWith("//") && !said.StartsWith("///"))) && !said.ContainsAnyExceptInRange(' ', '~');

    private static NumberSyntax? Read(string digits)
    {
        var problems = new DiagnosticBag();
        return Parser.ParseExpression(new("", digits), problems) is NumberSyntax { Unit: null } number && problems.Items.Count == 0 ? number : null;
    }
}
