using InterconnectDsl.Language.Lexing;
using Sprache;

namespace InterconnectDsl.Language.Parsing;

/// <summary>
/// The combinators the grammar is written with. They keep Sprache's contracts, so its own combinators fit between them, and are lean:
/// they decide on the next token, never go back, and allocate one object for each thing that is read.
/// </summary>
internal static class Combinators
{
    public static IResult<T> Fail<T>(this TokenInput place, Wanted wanted)
    {
        place.Session.Expectations.Add(place.Index, wanted);
        return new Failure<T>(place);
    }

    public static IResult<T> Fail<T>(IInput place) => new Failure<T>((TokenInput)place);

    /// <summary>One sign.</summary>
    public static Parser<Token> Sign(TokenKind kind, Wanted wanted) => input =>
    {
        var place = (TokenInput)input;
        return place.Kind == kind ? place.Session.Place(place.Index + 1) : place.Fail<Token>(wanted);
    };

    /// <summary>One keyword.</summary>
    public static Parser<Token> Word(Keyword keyword) => input =>
    {
        var place = (TokenInput)input;
        if (place.Keyword == keyword)
        {
            return place.Session.Place(place.Index + 1);
        }

        place.Session.Expectations.Add(place.Index, keyword);
        return new Failure<Token>(place);
    };

    /// <summary>What follows a sign; the sign itself is of no interest.</summary>
    public static Parser<T> After<T>(Parser<Token> sign, Parser<T> parser) => input =>
    {
        var first = sign(input);
        return first.WasSuccessful ? parser(first.Remainder) : Fail<T>(first.Remainder);
    };

    /// <summary>What follows a sign, where the sign may be missing.</summary>
    public static Parser<T?> Maybe<T>(TokenKind first, Wanted wanted, Parser<T> parser)
        where T : class => input =>
    {
        var place = (TokenInput)input;
        if (place.Kind == first && !place.Session.IsBreak(place.Index))
        {
            return parser(place.Advance());
        }

        place.Session.Expectations.Add(place.Index, wanted);
        return place.Session.Succeed<T?>(null, place.Index);
    };

    /// <summary>What follows a keyword, where the keyword may be missing.</summary>
    public static Parser<T?> Maybe<T>(Keyword first, Parser<T> parser)
        where T : class => input =>
    {
        var place = (TokenInput)input;
        if (place.Keyword == first && Newlines.GoesOn(place.Session, place.Index))
        {
            return parser(place.Advance());
        }

        place.Session.Expectations.Add(place.Index, first);
        return place.Session.Succeed<T?>(null, place.Index);
    };

    /// <summary>What stands behind a keyword, where the keyword may be missing.</summary>
    public static Parser<T?> Prefixed<T>(Keyword first, Parser<T> parser)
        where T : class => input =>
    {
        var place = (TokenInput)input;
        if (place.Keyword != first)
        {
            place.Session.Expectations.Add(place.Index, first);
            return place.Session.Succeed<T?>(null, place.Index);
        }

        return parser(place.Advance());
    };

    /// <summary>What stands behind a sign, where the sign may be missing.</summary>
    public static Parser<T?> Prefixed<T>(TokenKind first, Wanted wanted, Parser<T> parser)
        where T : class => input =>
    {
        var place = (TokenInput)input;
        if (place.Kind != first)
        {
            place.Session.Expectations.Add(place.Index, wanted);
            return place.Session.Succeed<T?>(null, place.Index);
        }

        return parser(place.Advance());
    };

    /// <summary>One or more, commas between.</summary>
    public static Parser<IReadOnlyList<T>> Listed<T>(Parser<T> parser) => input =>
    {
        var result = parser(input);
        var items = new List<T>(2);
        while (result.WasSuccessful)
        {
            items.Add(result.Value);
            var place = (TokenInput)result.Remainder;
            if (place.Kind != TokenKind.Comma)
            {
                place.Session.Expectations.Add(place.Index, Wanted.Comma);
                return place.Session.Succeed<IReadOnlyList<T>>(items, place.Index);
            }

            result = parser(place.Advance());
        }

        return Fail<IReadOnlyList<T>>(result.Remainder);
    };

    /// <summary>Index of the token behind what was read.</summary>
    public static int Behind<T>(this IResult<T> result) => ((TokenInput)result.Remainder).Index;
}
