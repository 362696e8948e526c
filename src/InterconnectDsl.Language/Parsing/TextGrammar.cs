using System.Text;
using InterconnectDsl.Language.Lexing;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;
using Sprache;
using static InterconnectDsl.Language.Parsing.Combinators;
using static InterconnectDsl.Language.Parsing.Sequences;

namespace InterconnectDsl.Language.Parsing;

/// <summary>Texts, with <c>{expr}</c>, <c>{expr in dB}</c>, <c>{expr to 3 digits}</c> inside; <c>{{</c> and <c>}}</c> are braces.</summary>
internal static class TextGrammar
{
    private static readonly char[] Special = { '{', '}', '\\' };

    private static readonly Parser<ExpressionSyntax?> Precision = Maybe<ExpressionSyntax>(
        Keyword.To, Sequence(NumberGrammar.Count, Word(Keyword.Digits), (_, count, _) => count));

    private static readonly Parser<TextPart> Interpolation = Sequence(
        ExpressionGrammar.Expression, Precision,
        (at, value, digits) => new TextPart(null, value, digits is null ? null : DigitsOf(at.Session, (NumberSyntax)digits)));

    public static IResult<TextSyntax> Text(IInput input)
    {
        var place = (TokenInput)input;
        if (place.Kind != TokenKind.Text || place.Session.IsBreak(place.Index))
        {
            return place.Fail<TextSyntax>(Wanted.Text);
        }

        var session = place.Session;
        var token = session.Tokens[place.Index];
        var closed = token.Length > 1 && session.Content[token.End - 1] is '"' or '\'' or '”' or '“';
        var (from, to) = (token.Start + 1, closed ? token.End - 1 : token.End);
        var plain = session.Content.IndexOfAny(Special, from, to - from) < 0;
        IReadOnlyList<TextPart> parts = to == from ? Array.Empty<TextPart>()
            : plain ? new[] { new TextPart(session.Content.Substring(from, to - from), null, null) }
            : Parts(session, from, to);
        return session.Succeed(new TextSyntax(session.Span(place.Index, place.Index + 1), parts), place.Index + 1);
    }

    private static IReadOnlyList<TextPart> Parts(ParseSession session, int at, int end)
    {
        var parts = new List<TextPart>();
        var literal = new StringBuilder();
        var text = session.Content;
        while (at < end)
        {
            var twice = at + 1 < end && text[at + 1] == text[at];
            switch (text[at])
            {
                case '{' when !twice:
                    Flush(parts, literal);
                    at = Interpolated(session, parts, at, end);
                    break;
                case '\\':
                    at += Escape(session, literal, at, end);
                    break;
                default:
                    literal.Append(text[at]);
                    at += twice && text[at] is '{' or '}' && twice ? 2 : 1;
                    break;
            }
        }

        Flush(parts, literal);
        return parts;
    }

    private static void Flush(List<TextPart> parts, StringBuilder literal)
    {
        if (literal.Length > 0)
        {
            parts.Add(new TextPart(literal.ToString(), null, null));
            literal.Clear();
        }
    }

    private static int Escape(ParseSession session, StringBuilder literal, int at, int end)
    {
        var c = at + 1 < end ? session.Content[at + 1] : '\0';
        var meant = c switch { 'n' => '\n', 't' => '\t', '"' => '"', '\\' => '\\', _ => '\0' };
        if (meant == '\0')
        {
            session.Reports.Report("ICX1022", new TextSpan(at, Math.Min(2, end - at)), session.Content.Substring(at, Math.Min(2, end - at)));
            meant = '\\';
            literal.Append(meant);
            return 1;
        }

        literal.Append(meant);
        return 2;
    }

    // Returns the offset behind the closing brace.
    private static int Interpolated(ParseSession session, List<TextPart> parts, int open, int end)
    {
        var close = ClosingBrace(session.Content, open + 1, end);
        if (close < 0)
        {
            session.Reports.Report("ICX1023", new TextSpan(open, 1));
            return end;
        }

        var inner = session.Inside(Lexer.Lex(session.Content, open + 1, close));
        var read = Interpolation(inner.Place(0));
        var behind = (TokenInput)read.Remainder;
        if (read.WasSuccessful && behind.AtEnd)
        {
            parts.Add(read.Value);
        }
        else
        {
            inner.Expectations.Add(behind.Index, read.WasSuccessful ? Wanted.EndOfText : Wanted.None);
            inner.Reports.Unexpected(0, inner.Expectations.Farthest, inner.Count);
        }

        inner.Reports.HandUp(session);
        return close + 1;
    }

    // The brace that closes an interpolation, sets inside it counted.
    private static int ClosingBrace(string text, int at, int end)
    {
        for (var depth = 0; at < end; at++)
        {
            depth += text[at] == '{' ? 1 : text[at] == '}' ? -1 : 0;
            if (depth < 0)
            {
                return at;
            }
        }

        return -1;
    }

    private static int? DigitsOf(ParseSession session, NumberSyntax number)
    {
        if (number.Unit is null && number.Value is >= 1 and <= 17 && Math.Floor(number.Value) == number.Value)
        {
            return (int)number.Value;
        }

        session.Reports.Report("ICX1024", number.Span, number.Digits);
        return null;
    }
}
