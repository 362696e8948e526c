using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Lexing;
using InterconnectDsl.Language.Parsing;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.LanguageServer.Analysis;

/// <summary>A line as it is now, and where each of its tokens, or the number in whose place it stands, was analysed.</summary>
internal sealed class FollowedLine
{
    private readonly Token[] _tokens;
    private readonly Origin[] _origins;

    private FollowedLine(string text, Token[] tokens, Origin[] origins) => (Text, _tokens, _origins) = (text, tokens, origins);

    private readonly record struct Origin(SourceText Text, int Start, int Length)
    {
        public int End => Start + Length;
    }

    /// <summary>Its text.</summary>
    public string Text { get; }

    /// <summary>The texts in which tokens of it were analysed.</summary>
    public IEnumerable<SourceText> Texts => _origins.Select(o => o.Text).Distinct();

    /// <summary>A line, counted from 0, of a text that was analysed.</summary>
    public static FollowedLine Of(SourceText text, int line)
    {
        var span = text.SpanOfLine(line + 1);
        var content = text.Slice(span);
        var tokens = TokensOf(content);
        return new(content, tokens, Array.ConvertAll(tokens, t => new Origin(text, span.Start + t.Start, t.Length)));
    }

    /// <summary>The numbers of the line as it is to be; null when more than numbers, and a comment at its end, is other than it is.</summary>
    public IReadOnlyList<NumberEdit>? Numbers(string now)
    {
        var after = TokensOf(now);
        if (_tokens.Length != after.Length)
        {
            return null;
        }

        var edits = new List<NumberEdit>();
        var (endA, endB) = (0, 0);
        for (var i = 0; i < after.Length; i++)
        {
            var (x, y) = (_tokens[i], after[i]);
            if (x.Kind != y.Kind || !Text.AsSpan(endA, x.Start - endA).SequenceEqual(now.AsSpan(endB, y.Start - endB)))
            {
                return null;
            }

            if (x.Kind == TokenKind.Number)
            {
                if (Read(now.Substring(y.Start, y.Length)) is not { } number)
                {
                    return null;
                }

                edits.Add(new(_origins[i].Text, _origins[i].Start, number));
            }
            else if (!Text.AsSpan(x.Start, x.Length).SequenceEqual(now.AsSpan(y.Start, y.Length)))
            {
                return null;
            }

            (endA, endB) = (x.End, y.End);
        }

        return IsPlainTail(Text.AsSpan(endA)) && IsPlainTail(now.AsSpan(endB)) ? edits : null;
    }

    /// <summary>The columns a span that was analysed has here; null when it does not begin and end with tokens of this line.</summary>
    public (int Start, int End)? Place(SourceSpan span)
    {
        var first = Array.FindIndex(_origins, o => ReferenceEquals(o.Text, span.Text) && o.Start == span.Span.Start);
        var last = Array.FindIndex(_origins, o => ReferenceEquals(o.Text, span.Text) && o.End == span.Span.End);
        return first >= 0 && last >= first ? (_tokens[first].Start, _tokens[last].End) : null;
    }

    /// <summary>The line as it becomes: other numbers, or a value that is analysed anew.</summary>
    public FollowedLine With(string now, ValueEdit? edit)
    {
        var tokens = TokensOf(now);
        if (edit is not var (text, value))
        {
            return new(now, tokens, _origins);
        }

        // In front of the value and behind it stands what stood there.
        var origins = new Origin[tokens.Length];
        for (var i = 0; i < tokens.Length; i++)
        {
            var behind = _origins.Length - (tokens.Length - i);
            origins[i] = tokens[i].End <= value.Span.Start ? _origins[i] : tokens[i].Start >= value.Span.End ? _origins[behind] : new(text, tokens[i].Start, tokens[i].Length);
        }

        return new(now, tokens, origins);
    }

    /// <summary>The column of a place that was analysed.</summary>
    public int Column(SourceText text, int offset, int column)
    {
        var at = Array.FindLastIndex(_origins, o => ReferenceEquals(o.Text, text) && o.Start <= offset);
        if (at < 0)
        {
            return column;
        }

        var (now, before) = (_tokens[at], _origins[at]);
        if (offset - before.Start < before.Length)
        {
            return now.Start + Math.Min(offset - before.Start, now.Length);
        }

        // What lies behind a token lies as far behind it, unless something else stands there now.
        var next = Array.FindIndex(_origins, at + 1, o => ReferenceEquals(o.Text, text));
        var last = next < 0 ? _tokens.Length - 1 : next - 1;
        return offset == before.End || last == at ? Math.Min(Text.Length, now.End + offset - before.End) : _tokens[last].End;
    }

    /// <summary>A comment of printable characters, or nothing: what lies behind the last token means nothing and is nothing to report. Documentation is read.</summary>
    public static bool IsPlainTail(ReadOnlySpan<char> tail) =>
        tail.TrimStart(' ') is var said && (said.IsEmpty || (said.StartsWith("//") && !said.StartsWith("///"))) && !said.ContainsAnyExceptInRange(' ', '~');

    /// <summary>The column behind the last token of a line.</summary>
    public static int EndOfTokens(string line) => TokensOf(line) is { Length: > 0 } tokens ? tokens[^1].End : 0;

    private static Token[] TokensOf(string line)
    {
        var tokens = Lexer.Lex(new SourceText("", line));
        return Enumerable.Range(0, tokens.Count - 1).Select(i => tokens[i]).ToArray();
    }

    private static NumberSyntax? Read(string digits)
    {
        var problems = new DiagnosticBag();
        return Parser.ParseExpression(new("", digits), problems) is NumberSyntax { Unit: null } number && problems.Items.Count == 0 ? number : null;
    }
}
