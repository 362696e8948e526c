using InterconnectDsl.Language.Lexing;
using InterconnectDsl.Language.Syntax;
using Sprache;

namespace InterconnectDsl.Language.Parsing;

/// <summary>The loop over statements, which never fails: a statement that does is reported, skipped and kept as an error, and the loop goes on.</summary>
internal static class Statements
{
    /// <summary>Statements from behind an opening brace to its closing one.</summary>
    public static IResult<Body<T>> Until<T>(TokenInput place, int open, Parser<T> statement, Func<ErrorDeclarationSyntax, ParseSession, T?> error)
        where T : class
    {
        var session = place.Session;
        var items = new List<T>();
        var broken = false;
        var at = open + 1;
        while (true)
        {
            at = SkipSeparators(session, at);
            if (session.Tokens[at].Kind == TokenKind.RightBrace)
            {
                return session.Succeed(new Body<T>(items, broken), at + 1);
            }

            if (session.Tokens[at].Kind == TokenKind.EndOfFile || Newlines.StartsDeclaration(session, at))
            {
                session.Reports.Unclosed(open, at);
                return session.Succeed(new Body<T>(items, true), at);
            }

            var made = One(session, at, statement, error, out var behind, out var failed);
            broken |= failed;
            at = behind;
            if (made is not null)
            {
                items.Add(made);
            }
        }
    }

    /// <summary>Reads one statement and its end.</summary>
    public static T? One<T>(ParseSession session, int at, Parser<T> statement, Func<ErrorDeclarationSyntax, ParseSession, T?> error, out int behind, out bool failed)
        where T : class
    {
        session.Expectations.Reset(at);
        session.StatementStart = at;
        var result = statement(session.Place(at));
        behind = ((TokenInput)result.Remainder).Index;
        failed = !result.WasSuccessful || !session.EndsAt(behind);
        if (!failed)
        {
            return result.Value;
        }

        session.OpenParens = 0;
        if (result.WasSuccessful)
        {
            session.Expectations.Add(behind, Wanted.EndOfLine);
        }

        var farthest = Math.Max(session.Expectations.Farthest, at);
        var stop = Recovery.Skip(session, at, farthest);
        session.Reports.Unexpected(at, farthest, stop);
        behind = stop;
        return error(new ErrorDeclarationSyntax(session.Span(at, behind), ProbableNames.Between(session, at, behind)), session);
    }

    public static int SkipSeparators(ParseSession session, int at)
    {
        while (session.Tokens[at].Kind == TokenKind.Semicolon)
        {
            at++;
        }

        return at;
    }
}
