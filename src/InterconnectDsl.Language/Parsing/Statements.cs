using InterconnectDsl.Language.Lexing;
using InterconnectDsl.Language.Syntax;
using Sprache;

namespace InterconnectDsl.Language.Parsing;

/// <summary>The loop over statements, which never fails: one that does is reported, skipped and kept as an error, and the loop goes on.</summary>
/// <param name="session">The run of the parser.</param>
/// <param name="statement">The rule of one statement.</param>
/// <param name="error">What is kept of one that fails; null for nothing.</param>
/// <param name="module">Whether they are declarations of the module's level.</param>
internal sealed class Statements<T>(ParseSession session, Parser<T> statement, Func<ErrorDeclarationSyntax, T?> error, bool module = false)
    where T : class
{
    private const int MostRepairs = 4;

    /// <summary>Statements from behind an opening brace to its closing one.</summary>
    /// <param name="open">The opening brace.</param>
    /// <param name="header">First token of the statement the braces belong to.</param>
    public IResult<Body<T>> Until(int open, int header)
    {
        var items = new List<T>();
        var broken = false;
        var at = open + 1;
        while (true)
        {
            at = session.SkipSeparators(at);
            if (IsUnclosed(at, header))
            {
                session.Reports.Unclosed(open, header, at);
                return session.Succeed(new Body<T>(items, true), at);
            }

            if (session.Tokens[at].Kind == TokenKind.RightBrace)
            {
                return session.Succeed(new Body<T>(items, broken), at + 1);
            }

            var made = Newlines.StartsDeclaration(session, at) ? Misplaced(ref at, header) : One(ref at, ref broken);
            if (made is not null)
            {
                items.Add(made);
            }
        }
    }

    /// <summary>Reads one statement and its end; a misspelled keyword is taken for what was meant.</summary>
    public T? One(ref int at, ref bool broken)
    {
        var start = at;
        var mark = session.Reports.Mark();
        if (Try(ref at) is { } made)
        {
            return made;
        }

        var farthest = Math.Max(session.Expectations.Farthest, start);
        for (var repairs = 0; repairs < MostRepairs && Misspelling.Find(session, start, farthest, out var keyword) is var word and >= 0; repairs++)
        {
            var (token, saved) = (session.Tokens[word], session.Reports.Save(mark));
            Misspelling.Report(session, word, keyword);
            at = start;
            if (Try(ref at) is { } mended)
            {
                return mended;
            }

            // A repair that leads no further was none.
            if (session.Expectations.Farthest <= word + 1)
            {
                session.Tokens[word] = token;
                session.Reports.NotMisspelled(word);
                session.Reports.Restore(mark, saved);
                at = start;
                Try(ref at);
                break;
            }

            farthest = session.Expectations.Farthest;
        }

        broken = true;
        at = Recovery.Skip(session, start, farthest, module, out var open);
        session.Reports.Unexpected(start, farthest, at, open);
        return error(new ErrorDeclarationSyntax(session.Span(start, at), ProbableNames.Between(session, start, at)));
    }

    private T? Try(ref int at)
    {
        session.Expectations.Reset(at);
        session.StatementStart = at;
        session.OpenParens = 0;
        var result = statement(session.Place(at));
        at = result.Behind();
        if (result.WasSuccessful && session.EndsAt(at))
        {
            return result.Value;
        }

        if (result.WasSuccessful)
        {
            session.Expectations.Add(at, Wanted.EndOfLine);
        }

        return null;
    }

    // The end of the file closes everything, and so does a declaration that is not indented. Where braces are known not to match, indentation tells.
    private bool IsUnclosed(int at, int header)
    {
        var token = session.Tokens[at];
        if (token.Kind == TokenKind.EndOfFile || session.ClosesAll(at))
        {
            return true;
        }

        var deeper = session.Indent(at) - session.Indent(header);
        return session.TrustsIndentation && token.IsFirstOnLine && (token.Kind == TokenKind.RightBrace ? deeper < 0 : deeper <= 0);
    }

    // A param or a kind among members is read as what it is, reported, and kept as an error.
    private T? Misplaced(ref int at, int header)
    {
        var start = at;
        var declarations = new Statements<DeclarationSyntax>(session, ModuleGrammar.Declaration, e => e);
        var broken = false;
        declarations.One(ref at, ref broken);
        if (!broken)
        {
            session.Reports.Report(
                "ICX1020", session.Span(start, start + 2), session.Words(start, 2), session.Words(header, 2));
        }

        return error(new ErrorDeclarationSyntax(session.Span(start, at), ProbableNames.Between(session, start, at)));
    }
}
