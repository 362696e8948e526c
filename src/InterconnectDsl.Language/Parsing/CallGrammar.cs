using InterconnectDsl.Language.Lexing;
using InterconnectDsl.Language.Syntax;
using Sprache;
using static InterconnectDsl.Language.Parsing.Combinators;
using static InterconnectDsl.Language.Parsing.Sequences;

namespace InterconnectDsl.Language.Parsing;

/// <summary>Arguments in parentheses behind a name, and the comprehension, which starts like them.</summary>
internal static class CallGrammar
{
    private static readonly HashSet<string> Comprehensions = new(StringComparer.Ordinal)
    {
        "sum", "product", "min", "max", "mean", "count", "any", "all",
    };

    private static readonly Parser<Query> ListQuery = Sequence(
        NameGrammar.Declared,
        After(Word(Keyword.In), ExpressionGrammar.Expression),
        (_, name, list) => new Query(name, null, null, list));

    private static readonly Parser<Query> KindQuery = Sequence(
        NameGrammar.Declared,
        After(Sign(TokenKind.Colon, Wanted.Colon), NameGrammar.Qualified),
        Scoped,
        (_, name, kind, place) => new Query(name, kind, place.Scope, place.Source));

    private static readonly Parser<ExpressionSyntax?> Condition = Maybe<ExpressionSyntax>(Keyword.If, ExpressionGrammar.Expression);

    /// <summary>A call of the target; the opening parenthesis is at the token.</summary>
    public static IResult<ExpressionSyntax> Call(ParseSession session, int start, int at, ExpressionSyntax target)
    {
        session.OpenParens++;
        session.Height = 0;
        var result = session.Enter(at) ? Inside(session, start, session.Place(at + 1), target) : session.Fail<ExpressionSyntax>(at, Wanted.None);
        session.Leave();
        session.OpenParens--;
        return result;
    }

    private static IResult<ExpressionSyntax> Inside(ParseSession session, int start, TokenInput place, ExpressionSyntax target)
    {
        var first = place.Kind == TokenKind.RightParen ? null : BracketGrammar.Argument(place);
        if (first is { WasSuccessful: true, Value.Name: null } && target is NameSyntax function)
        {
            var next = first.Behind();
            if (session.Tokens[next].Keyword == Keyword.For)
            {
                return Comprehension(session, start, next, new Identifier(function.Name, function.Span), first.Value.Value);
            }

            if (session.Tokens[next].Kind is not (TokenKind.RightParen or TokenKind.Comma) && Comprehensions.Contains(function.Name))
            {
                session.Expectations.Add(next, Keyword.For);
            }
        }

        var arguments = BracketGrammar.Rest(place, first, BracketGrammar.Argument, TokenKind.RightParen, Wanted.RightParen);
        if (!arguments.WasSuccessful)
        {
            return Fail<ExpressionSyntax>(arguments.Remainder);
        }

        var behind = arguments.Behind();
        return session.Succeed<ExpressionSyntax>(new CallSyntax(session.Span(start, behind), target, arguments.Value), behind);
    }

    private static IResult<ExpressionSyntax> Comprehension(ParseSession session, int start, int at, Identifier function, ExpressionSyntax value)
    {
        var height = session.Height;
        var listed = session.Tokens[at + 2].Keyword == Keyword.In;
        session.Height = 0;
        session.Expectations.Add(at + 2, Keyword.In);
        var query = (listed ? ListQuery : KindQuery)(session.Place(at + 1));
        if (!query.WasSuccessful)
        {
            return Fail<ExpressionSyntax>(query.Remainder);
        }

        height = Math.Max(height, session.Height);
        var condition = Condition(query.Remainder);
        var behind = condition.Behind() + 1;
        if (!condition.WasSuccessful || session.Tokens[behind - 1].Kind != TokenKind.RightParen)
        {
            return session.Fail<ExpressionSyntax>(behind - 1, condition.WasSuccessful ? Wanted.RightParen : Wanted.None);
        }

        session.Height = Math.Max(height, session.Height) + 1;
        var q = query.Value;
        return session.Succeed<ExpressionSyntax>(
            new ComprehensionSyntax(session.Span(start, behind), function, value, q.Name, q.Kind, q.Scope, q.Source, condition.Value), behind);
    }

    // Where a query looks; in a list of one kind, `x : kind in list` filters.
    private static IResult<Where> Scoped(IInput input)
    {
        var place = (TokenInput)input;
        QueryScope? scope = place.Keyword switch
        {
            Keyword.On => QueryScope.On,
            Keyword.Through => QueryScope.Through,
            Keyword.To => QueryScope.To,
            Keyword.In => null,
            _ => QueryScope.Design,
        };
        if (scope == QueryScope.Design)
        {
            foreach (var word in new[] { Keyword.On, Keyword.Through, Keyword.To, Keyword.In })
            {
                place.Session.Expectations.Add(place.Index, word);
            }

            return place.Session.Succeed(new Where(scope, null), place.Index);
        }

        var source = ExpressionGrammar.Expression(place.Advance());
        return source.WasSuccessful
            ? place.Session.Succeed(new Where(scope, source.Value), source.Behind())
            : Fail<Where>(source.Remainder);
    }

    private readonly record struct Where(QueryScope? Scope, ExpressionSyntax? Source);

    private sealed record Query(Identifier Name, Identifier? Kind, QueryScope? Scope, ExpressionSyntax? Source);
}
