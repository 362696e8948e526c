using InterconnectDsl.Language.Lexing;
using InterconnectDsl.Language.Syntax;
using Sprache;
using static InterconnectDsl.Language.Parsing.Combinators;

namespace InterconnectDsl.Language.Parsing;

/// <summary><c>steps</c>, <c>steps before tx</c>, <c>steps after tx</c>, <c>steps between(a, b)</c>.</summary>
internal static class StepsGrammar
{
    /// <summary>Reads it, the word <c>steps</c> being at the place.</summary>
    public static IResult<ExpressionSyntax> Steps(TokenInput place)
    {
        var session = place.Session;
        var portion = (TokenInput)place.Advance();
        session.Height = 1;
        switch (portion.Keyword)
        {
            case Keyword.Before or Keyword.After:
                var step = PrimaryGrammar.Reference(portion.Advance());
                var side = portion.Keyword == Keyword.Before ? StepsPortion.Before : StepsPortion.After;
                return step.WasSuccessful ? Made(place, step, side, step.Value, null) : step;
            case Keyword.Between when session.Tokens[portion.Index + 1].Kind == TokenKind.LeftParen:
                var ends = Ends(portion.Advance());
                return !ends.WasSuccessful ? Fail<ExpressionSyntax>(ends.Remainder)
                    : ends.Value.Count == 2 ? Made(place, ends, StepsPortion.Between, ends.Value[0], ends.Value[1])
                    : session.Fail<ExpressionSyntax>(ends.Behind() - 1, ends.Value.Count < 2 ? Wanted.Comma : Wanted.RightParen);
            default:
                session.Expectations.Add(portion.Index, Keyword.Before);
                session.Expectations.Add(portion.Index, Keyword.After);
                session.Expectations.Add(portion.Index, Keyword.Between);
                var all = new StepsSyntax(session.Span(place.Index, portion.Index), StepsPortion.All, null, null);
                return session.Succeed<ExpressionSyntax>(all, portion.Index);
        }
    }

    private static IResult<IReadOnlyList<ExpressionSyntax>> Ends(IInput input) =>
        BracketGrammar.Items((TokenInput)input, ExpressionGrammar.Expression, TokenKind.RightParen, Wanted.RightParen, out _);

    private static IResult<ExpressionSyntax> Made<T>(
        TokenInput place, IResult<T> read, StepsPortion portion, ExpressionSyntax from, ExpressionSyntax? to)
    {
        var behind = read.Behind();
        place.Session.Height++;
        return place.Session.Succeed<ExpressionSyntax>(new StepsSyntax(place.Session.Span(place.Index, behind), portion, from, to), behind);
    }
}
