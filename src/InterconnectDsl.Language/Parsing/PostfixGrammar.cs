using InterconnectDsl.Language.Lexing;
using InterconnectDsl.Language.Syntax;
using Sprache;
using static InterconnectDsl.Language.Parsing.Combinators;

namespace InterconnectDsl.Language.Parsing;

/// <summary>What follows an operand directly: <c>.name</c>, <c>[index]</c>, <c>(arguments)</c>, a comprehension among them.</summary>
internal static class PostfixGrammar
{
    /// <summary>An operand that was read, and all that follows it directly.</summary>
    public static IResult<ExpressionSyntax> Postfix(ParseSession session, int start, IResult<ExpressionSyntax> operand) =>
        operand.WasSuccessful ? Postfix(session, start, operand.Value, operand.Behind()) : operand;

    /// <summary>An operand, and all that follows it directly.</summary>
    /// <param name="session">The run of the parser.</param>
    /// <param name="start">First token of the operand.</param>
    /// <param name="operand">The operand.</param>
    /// <param name="at">First token behind it.</param>
    public static IResult<ExpressionSyntax> Postfix(ParseSession session, int start, ExpressionSyntax operand, int at)
    {
        while (session.Tokens[at].Kind is TokenKind.Dot or TokenKind.LeftBracket or TokenKind.LeftParen && !session.IsBreak(at))
        {
            var (height, index) = (session.Height, at);
            switch (session.Tokens[at].Kind)
            {
                case TokenKind.Dot when session.Tokens[at + 1].Kind == TokenKind.Name && !session.IsBreak(at + 1):
                    at += 2;
                    operand = new MemberAccessSyntax(session.Span(start, at), operand, NameGrammar.Read(session, at - 1));
                    session.Height = 0;
                    break;
                case TokenKind.Dot:
                    return session.Fail<ExpressionSyntax>(at + 1, Wanted.Name);
                default:
                    var longer = session.Tokens[at].Kind == TokenKind.LeftBracket
                        ? Index(session, start, at, operand)
                        : CallGrammar.Call(session, start, at, operand);
                    if (!longer.WasSuccessful)
                    {
                        return longer;
                    }

                    (operand, at) = (longer.Value, longer.Behind());
                    break;
            }

            session.Height = Math.Max(height, session.Height) + 1;
            if (session.Height > ParseSession.TallestExpression)
            {
                session.Reports.Once("ICX1015", index, ParseSession.TallestExpression);
                return session.Fail<ExpressionSyntax>(index, Wanted.None);
            }
        }

        return session.Succeed(operand, at);
    }

    private static IResult<ExpressionSyntax> Index(ParseSession session, int start, int at, ExpressionSyntax target)
    {
        var items = BracketGrammar.Items(
            session.Place(at), ExpressionGrammar.Expression, TokenKind.RightBracket, Wanted.RightBracket, out var behind);
        if (!items.WasSuccessful)
        {
            return Fail<ExpressionSyntax>(items.Remainder);
        }

        return items.Value.Count == 1
            ? session.Succeed<ExpressionSyntax>(new IndexSyntax(session.Span(start, behind), target, items.Value[0]), behind)
            : session.Fail<ExpressionSyntax>(behind - 1, items.Value.Count == 0 ? Wanted.Value : Wanted.RightBracket);
    }
}
