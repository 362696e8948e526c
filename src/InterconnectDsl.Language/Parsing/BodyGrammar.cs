using InterconnectDsl.Language.Lexing;
using InterconnectDsl.Language.Syntax;
using Sprache;
using static InterconnectDsl.Language.Parsing.Combinators;

namespace InterconnectDsl.Language.Parsing;

/// <summary>What was read between braces, and whether something in it could not be.</summary>
internal sealed record Body<T>(IReadOnlyList<T> Items, bool Broken);

/// <summary>Statements between braces.</summary>
internal static class BodyGrammar
{
    private static readonly Parser<Body<DeclarationSyntax>> Members = Braced(MemberGrammar.Member, error => error);

    /// <summary>Members between braces, null without braces.</summary>
    public static IResult<IReadOnlyList<DeclarationSyntax>?> OptionalMembers(IInput input)
    {
        var place = (TokenInput)input;
        if (place.Kind != TokenKind.LeftBrace && !IsBraceMissing(place))
        {
            place.Session.Expectations.Add(place.Index, Wanted.LeftBrace);
            return place.Session.Succeed<IReadOnlyList<DeclarationSyntax>?>(null, place.Index);
        }

        var body = Members(input);
        return body.WasSuccessful
            ? place.Session.Succeed<IReadOnlyList<DeclarationSyntax>?>(body.Value.Items, body.Behind())
            : Fail<IReadOnlyList<DeclarationSyntax>?>(body.Remainder);
    }

    /// <summary>Members between braces, none without braces.</summary>
    public static IResult<IReadOnlyList<DeclarationSyntax>> MembersOrNone(IInput input)
    {
        var members = OptionalMembers(input);
        var behind = (TokenInput)members.Remainder;
        return members.WasSuccessful
            ? behind.Session.Succeed(members.Value ?? Array.Empty<DeclarationSyntax>(), behind.Index)
            : Fail<IReadOnlyList<DeclarationSyntax>>(behind);
    }

    /// <summary>Statements between braces; one that fails is reported and, where there is a node for it, kept as an error.</summary>
    public static Parser<Body<T>> Braced<T>(Parser<T> statement, Func<ErrorDeclarationSyntax, T?> error)
        where T : class => input =>
    {
        var place = (TokenInput)input;
        var missing = IsBraceMissing(place);
        if (place.Kind != TokenKind.LeftBrace && !missing)
        {
            return place.Fail<Body<T>>(Wanted.LeftBrace);
        }

        var session = place.Session;
        if (missing)
        {
            session.Reports.MissingBrace(place.Index);
        }
        else if (session.IsBreak(place.Index))
        {
            session.Reports.Report("ICX1013", session.Span(place.Index, place.Index + 1));
        }

        var (parens, start) = (session.OpenParens, session.StatementStart);
        session.OpenParens = 0;
        var result = session.Enter(place.Index)
            ? new Statements<T>(session, statement, error).Until(missing ? place.Index - 1 : place.Index, start)
            : Fail<Body<T>>(place);
        session.Leave();
        (session.OpenParens, session.StatementStart) = (parens, start);
        return result;
    };

    // Where braces do not match, a line that is indented deeper than the header above it belongs to a body whose brace is missing.
    private static bool IsBraceMissing(TokenInput place)
    {
        var session = place.Session;
        return session.TrustsIndentation && place.Kind != TokenKind.LeftBrace && session.IsBreak(place.Index)
            && Newlines.StartsStatement(session, place.Index) && session.Indent(place.Index) > session.Indent(session.StatementStart);
    }
}
