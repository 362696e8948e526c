using InterconnectDsl.Language.Lexing;
using InterconnectDsl.Language.Syntax;
using Sprache;
using static InterconnectDsl.Language.Parsing.Combinators;

namespace InterconnectDsl.Language.Parsing;

/// <summary>
/// A value with its clauses: <c>= nominal ± tolerance ~ distribution within a .. b plausible a .. b source "..." confidence B</c>, each at most once,
/// the nominal first, the others in any order.
/// </summary>
internal static class ValueGrammar
{
    /// <summary>The clauses that are there; null when there is none.</summary>
    public static IResult<ValueSyntax?> Optional(IInput input)
    {
        var place = (TokenInput)input;
        if (Starts(place))
        {
            return Clauses(place);
        }

        Expect(place.Session, place.Index);
        place.Session.Expectations.Add(place.Index, Wanted.Equal);
        return place.Session.Succeed<ValueSyntax?>(null, place.Index);
    }

    /// <summary>A value: a nominal or a distribution, and its clauses.</summary>
    public static IResult<ValueSyntax> Required(IInput input)
    {
        var place = (TokenInput)input;
        return place.Kind is TokenKind.Equal or TokenKind.Tilde ? Clauses(place) : place.Fail<ValueSyntax>(Wanted.Equal | Wanted.Tilde);
    }

    private static bool Starts(TokenInput place) => place.Kind == TokenKind.Equal || Clause(place.Session, place.Index) != ValueClause.None;

    private static IResult<ValueSyntax> Clauses(TokenInput place)
    {
        var session = place.Session;
        var reader = new ValueReader(session, place.Index);
        if (place.Kind == TokenKind.Equal && !reader.Nominal())
        {
            return Fail<ValueSyntax>(session.Place(reader.At));
        }

        while (Clause(session, reader.At) is var clause and not ValueClause.None)
        {
            if (!reader.Read(clause))
            {
                return Fail<ValueSyntax>(session.Place(reader.At));
            }
        }

        Expect(session, reader.At);
        return session.Succeed(reader.Made(place.Index), reader.At);
    }

    private static ValueClause Clause(ParseSession session, int index)
    {
        var token = session.Tokens[index];
        var clause = token.Kind switch
        {
            TokenKind.PlusMinus => ValueClause.Tolerance,
            TokenKind.Tilde => ValueClause.Distribution,
            TokenKind.Name => token.Keyword switch
            {
                Keyword.Within => ValueClause.Within,
                Keyword.Plausible => ValueClause.Plausible,
                Keyword.Source => ValueClause.Source,
                Keyword.Confidence => ValueClause.Confidence,
                _ => ValueClause.None,
            },
            _ => ValueClause.None,
        };
        return clause != ValueClause.None && Newlines.GoesOn(session, index) ? clause : ValueClause.None;
    }

    private static void Expect(ParseSession session, int index)
    {
        session.Expectations.Add(index, Wanted.Tilde);
        session.Expectations.Add(index, Keyword.Within);
        session.Expectations.Add(index, Keyword.Plausible);
        session.Expectations.Add(index, Keyword.Source);
        session.Expectations.Add(index, Keyword.Confidence);
    }
}

/// <summary>The clauses of a value.</summary>
internal enum ValueClause
{
    None,
    Tolerance,
    Distribution,
    Within,
    Plausible,
    Source,
    Confidence,
}
