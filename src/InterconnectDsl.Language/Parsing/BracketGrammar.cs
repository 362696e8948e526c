using InterconnectDsl.Language.Lexing;
using InterconnectDsl.Language.Syntax;
using Sprache;
using static InterconnectDsl.Language.Parsing.Combinators;

namespace InterconnectDsl.Language.Parsing;

/// <summary>What stands between parentheses, brackets or the braces of a set: there a newline ends nothing.</summary>
internal static class BracketGrammar
{
    /// <summary>None or more items with commas between, the opening sign being at the place.</summary>
    public static IResult<IReadOnlyList<T>> Items<T>(TokenInput place, Parser<T> item, TokenKind close, Wanted wanted, out int behind)
    {
        var session = place.Session;
        session.OpenParens++;
        session.Height = 0;
        var result = session.Enter(place.Index)
            ? Rest((TokenInput)place.Advance(), null, item, close, wanted)
            : Fail<IReadOnlyList<T>>(place);
        session.Leave();
        session.OpenParens--;
        behind = result.Behind();
        return result;
    }

    /// <summary>One or more items with commas between, the opening sign being at the place.</summary>
    public static IResult<IReadOnlyList<T>> SomeItems<T>(TokenInput place, Parser<T> item, TokenKind close, Wanted wanted, Wanted items)
    {
        var first = (TokenInput)place.Advance();
        return first.Kind == close ? first.Fail<IReadOnlyList<T>>(items) : Items(place, item, close, wanted, out _);
    }

    /// <summary>The items and the closing sign, the opening one having been read, and perhaps the first item.</summary>
    public static IResult<IReadOnlyList<T>> Rest<T>(TokenInput place, IResult<T>? first, Parser<T> item, TokenKind close, Wanted wanted)
    {
        var session = place.Session;
        if (first is null && place.Kind == close)
        {
            return session.Succeed<IReadOnlyList<T>>(Array.Empty<T>(), place.Index + 1);
        }

        session.Expectations.Add(place.Index, wanted);
        List<T>? items = null;
        var height = 0;
        while (true)
        {
            var result = first ?? item(place);
            first = null;
            if (!result.WasSuccessful)
            {
                return Fail<IReadOnlyList<T>>(result.Remainder);
            }

            height = Math.Max(height, session.Height);
            place = (TokenInput)result.Remainder;
            if (place.Kind == close)
            {
                session.Height = height + 1;
                return session.Succeed(items is null ? new[] { result.Value } : Added(items, result.Value), place.Index + 1);
            }

            if (place.Kind != TokenKind.Comma)
            {
                return place.Fail<IReadOnlyList<T>>(wanted | Wanted.Comma);
            }

            Added(items ??= new(), result.Value);
            place = (TokenInput)place.Advance();
        }
    }

    private static IReadOnlyList<T> Added<T>(List<T> items, T last)
    {
        items.Add(last);
        return items;
    }

    /// <summary>An argument, <c>x</c> or <c>name = x</c>.</summary>
    public static IResult<ArgumentSyntax> Argument(IInput input)
    {
        var place = (TokenInput)input;
        var session = place.Session;
        Identifier? name = null;
        var at = place;
        if (place.Kind == TokenKind.Name && session.Tokens[place.Index + 1].Kind == TokenKind.Equal)
        {
            name = NameGrammar.Read(session, place.Index);
            at = session.Place(place.Index + 2);
        }

        var value = ExpressionGrammar.Expression(at);
        if (!value.WasSuccessful)
        {
            return Fail<ArgumentSyntax>(value.Remainder);
        }

        var behind = value.Behind();
        return session.Succeed(new ArgumentSyntax(session.Span(place.Index, behind), name, value.Value), behind);
    }
}
