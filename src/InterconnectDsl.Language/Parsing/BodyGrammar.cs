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
    private static readonly Parser<Body<DeclarationSyntax>> Members = Braced(MemberGrammar.Member, (error, _) => error);

    /// <summary>Members between braces, null without braces.</summary>
    public static IResult<IReadOnlyList<DeclarationSyntax>?> OptionalMembers(IInput input)
    {
        var place = (TokenInput)input;
        if (place.Kind != TokenKind.LeftBrace)
        {
            place.Session.Expectations.Add(place.Index, Wanted.LeftBrace);
            return place.Session.Succeed<IReadOnlyList<DeclarationSyntax>?>(null, place.Index);
        }

        var body = Members(input);
        return body.WasSuccessful
            ? place.Session.Succeed<IReadOnlyList<DeclarationSyntax>?>(body.Value.Items, ((TokenInput)body.Remainder).Index)
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

    /// <summary>Statements between braces; a statement that fails is reported and, where there is a node for it, kept as an error.</summary>
    public static Parser<Body<T>> Braced<T>(Parser<T> statement, Func<ErrorDeclarationSyntax, ParseSession, T?> error)
        where T : class => input =>
    {
        var place = (TokenInput)input;
        if (place.Kind != TokenKind.LeftBrace)
        {
            return place.Fail<Body<T>>(Wanted.LeftBrace);
        }

        var session = place.Session;
        if (session.Tokens[place.Index].IsFirstOnLine)
        {
            session.Reports.Report("ICX1013", session.Span(place.Index, place.Index + 1));
        }

        var parens = session.OpenParens;
        session.OpenParens = 0;
        var result = ExpressionGrammar.Down(place, i => Statements.Until((TokenInput)i, place.Index, statement, error));
        session.OpenParens = parens;
        return result;
    };
}
