using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Lexing;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Language.Parsing;

/// <summary>Makes the message of a statement that could not be read.</summary>
internal static class UnexpectedToken
{
    private const int Most = 10;
    private const Wanted Closing = Wanted.RightParen | Wanted.RightBracket | Wanted.RightBrace;

    public static Diagnostic Describe(ParseSession session, int first, int farthest)
    {
        var token = session.Tokens[farthest];
        if (farthest == first && token.Kind is TokenKind.RightBrace or TokenKind.RightParen or TokenKind.RightBracket)
        {
            var (close, open) = (session.Spelling(farthest), Partner(token.Kind));
            return session.Reports.Make("ICX1004", session.Span(farthest, farthest + 1), close, open);
        }

        if (farthest == first && session.Expectations.Wanted == Wanted.Declaration && MemberGrammar.DeclaresThing(session, first))
        {
            return session.Reports.Make("ICX1021", session.Span(first, first + 2), session.Words(first, 2));
        }

        var ends = token.Kind is TokenKind.EndOfFile or TokenKind.RightBrace || (token.IsFirstOnLine && farthest > first);
        if (ends && (session.Expectations.Wanted & Closing) != 0 && Opener(session, first, farthest) is var opener and >= 0)
        {
            return Unclosed(session, opener, farthest, Owner(session, first, opener), token.IsFirstOnLine);
        }

        var lineEnd = farthest > first && token.IsFirstOnLine;
        var span = lineEnd ? EndOf(session, farthest - 1) : session.Span(farthest, farthest + 1);
        return session.Reports.Make("ICX1001", span, Joined(session.Expectations.Phrases().ToList()), session.Expectations.Found(farthest, lineEnd));
    }

    /// <summary>A bracket that is not closed, said where that was noticed, with the place of the bracket.</summary>
    public static Diagnostic Unclosed(ParseSession session, int open, int at, string owner, bool lineEnd)
    {
        var sign = session.Spelling(open);
        var close = sign switch { "(" => ")", "[" => "]", _ => "}" };
        var span = lineEnd || session.Tokens[at].Kind == TokenKind.EndOfFile ? EndOf(session, at - 1) : session.Span(at, at + 1);
        var made = session.Reports.Make("ICX1003", span, sign, owner, close, session.Expectations.Found(at, lineEnd));
        var opened = new RelatedLocation(new(session.Text, session.Span(open, open + 1)), "the `" + sign + "` is opened here");
        return made with { Related = new[] { opened } };
    }

    // What a bracket belongs to: the name in front of it, or else the statement.
    private static string Owner(ParseSession session, int first, int open) =>
        open > first && session.Tokens[open - 1].Kind == TokenKind.Name ? session.Words(open - 1, 1)
        : session.Tokens[open].Kind == TokenKind.LeftBrace ? session.Words(first, 2)
        : "this line";

    private static TextSpan EndOf(ParseSession session, int index) => new(session.Tokens[index].End, 0);

    private static string Partner(TokenKind kind) => kind == TokenKind.RightBrace ? "{" : kind == TokenKind.RightParen ? "(" : "[";

    // The innermost bracket open between two tokens, or -1.
    private static int Opener(ParseSession session, int first, int farthest)
    {
        var open = new Stack<int>();
        for (var at = first; at < farthest; at++)
        {
            switch (session.Tokens[at].Kind)
            {
                case TokenKind.LeftParen or TokenKind.LeftBracket or TokenKind.LeftBrace:
                    open.Push(at);
                    break;
                case TokenKind.RightParen or TokenKind.RightBracket or TokenKind.RightBrace when open.Count > 0:
                    open.Pop();
                    break;
            }
        }

        return open.Count > 0 ? open.Peek() : -1;
    }

    private static string Joined(List<string> phrases)
    {
        if (phrases.Count > Most)
        {
            phrases.RemoveRange(Most - 1, phrases.Count - Most);
        }

        return phrases.Count switch
        {
            0 => "something else",
            1 => phrases[0],
            _ => string.Join(", ", phrases.Take(phrases.Count - 1)) + " or " + phrases[phrases.Count - 1],
        };
    }
}
