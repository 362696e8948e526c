using InterconnectDsl.Language.Lexing;
using InterconnectDsl.Language.Syntax;
using Sprache;
using static InterconnectDsl.Language.Parsing.Combinators;

namespace InterconnectDsl.Language.Parsing;

/// <summary>What follows an operand directly: <c>.name</c>, <c>[index]</c>, <c>(arguments)</c>, a comprehension among them.</summary>
internal static class PostfixGrammar
{
    public static IResult<ExpressionSyntax> Postfix(TokenInput start, IResult<ExpressionSyntax> operand)
    {
        var result = operand;
        while (true)
        {
            var place = (TokenInput)result.Remainder;
            if (place.Session.IsBreak(place.Index))
            {
                return result;
            }

            var height = place.Session.Height;
            switch (place.Kind)
            {
                case TokenKind.Dot:
                    result = Member(start, place, result.Value);
                    break;
                case TokenKind.LeftBracket:
                    result = Index(start, place, result.Value);
                    break;
                case TokenKind.LeftParen:
                    result = CallGrammar.Call(start, place, result.Value);
                    break;
                default:
                    return result;
            }

            if (!result.WasSuccessful)
            {
                return result;
            }

            place.Session.Height = Math.Max(height, place.Session.Height) + 1;
            if (place.Session.Height > ParseSession.TallestExpression)
            {
                place.Session.Reports.Once("ICX1015", place.Index, ParseSession.TallestExpression);
                return Fail<ExpressionSyntax>(place);
            }
        }
    }

    private static IResult<ExpressionSyntax> Member(TokenInput start, TokenInput place, ExpressionSyntax target)
    {
        var session = place.Session;
        if (session.Tokens[place.Index + 1].Kind != TokenKind.Name || session.IsBreak(place.Index + 1))
        {
            return session.Place(place.Index + 1).Fail<ExpressionSyntax>(Wanted.Name);
        }

        var name = NameGrammar.Read(session, place.Index + 1);
        session.Height = 0;
        return session.Succeed<ExpressionSyntax>(new MemberAccessSyntax(session.Span(start.Index, place.Index + 2), target, name), place.Index + 2);
    }

    private static IResult<IReadOnlyList<ExpressionSyntax>> Bracketed(IInput input) =>
        BracketGrammar.Items((TokenInput)input, ExpressionGrammar.Expression, TokenKind.RightBracket, Wanted.RightBracket, out _);

    private static IResult<ExpressionSyntax> Index(TokenInput start, TokenInput place, ExpressionSyntax target)
    {
        var session = place.Session;
        var items = Bracketed(place);
        if (!items.WasSuccessful)
        {
            return Fail<ExpressionSyntax>(items.Remainder);
        }

        var behind = ((TokenInput)items.Remainder).Index;
        return items.Value.Count == 1
            ? session.Succeed<ExpressionSyntax>(new IndexSyntax(session.Span(start.Index, behind), target, items.Value[0]), behind)
            : session.Place(behind - 1).Fail<ExpressionSyntax>(items.Value.Count == 0 ? Wanted.Value : Wanted.RightBracket);
    }
}
