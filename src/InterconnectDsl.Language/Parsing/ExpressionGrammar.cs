using InterconnectDsl.Language.Lexing;
using InterconnectDsl.Language.Syntax;
using Sprache;

namespace InterconnectDsl.Language.Parsing;

/// <summary>
/// Expressions, by precedence climbing: one loop for all operators, so that flat chains cost no stack. Levels of the tree are counted, for what walks it later.
/// </summary>
internal static class ExpressionGrammar
{
    /// <summary>Any expression.</summary>
    public static IResult<ExpressionSyntax> Expression(IInput input) => Climb((TokenInput)input, Level.None, nominal: false);

    /// <summary>An expression behind which the clauses of a value may stand: a <c>within</c> outside parentheses is a clause.</summary>
    public static IResult<ExpressionSyntax> Nominal(IInput input) => Climb((TokenInput)input, Level.None, nominal: true);

    /// <summary>An expression whose operators are + - * / div mod ^.</summary>
    public static IResult<ExpressionSyntax> Sum(IInput input) => Climb((TokenInput)input, Level.Sum, nominal: false);

    /// <summary>A sum, a range or an extent.</summary>
    public static IResult<ExpressionSyntax> Span(IInput input) => Climb((TokenInput)input, Level.Span, nominal: false);

    internal static IResult<ExpressionSyntax> Climb(TokenInput place, Level minimum, bool nominal)
    {
        var first = Prefix(place, minimum, nominal);
        if (!first.WasSuccessful)
        {
            return first;
        }

        var climb = new OperatorClimb(place, (TokenInput)first.Remainder, first.Value, nominal);
        while (climb.Goes(minimum))
        {
            if (!climb.Step())
            {
                return Combinators.Fail<ExpressionSyntax>(climb.Place);
            }
        }

        return climb.Moved ? climb.Result() : first;
    }

    private static IResult<ExpressionSyntax> Prefix(TokenInput place, Level minimum, bool nominal)
    {
        if (place.Kind == TokenKind.Minus)
        {
            return Unary(place, UnaryOperator.Negate, Level.Power, nominal);
        }

        if (place.Kind == TokenKind.Plus)
        {
            place.Session.Reports.ReportWithEdit("ICX1033", place.Session.Span(place.Index, place.Index + 1), "");
            return Climb((TokenInput)place.Advance(), Level.Power, nominal);
        }

        switch (place.Keyword)
        {
            case Keyword.Not when minimum <= Level.Not && PrimaryGrammar.Starts(place.Session, place.Index + 1):
                return Unary(place, UnaryOperator.Not, Level.Not, nominal);
            case Keyword.If when PrimaryGrammar.Starts(place.Session, place.Index + 1):
                if (minimum != Level.None)
                {
                    place.Session.Reports.Report("ICX1034", place.Session.Span(place.Index, place.Index + 1));
                }

                return Down(place, nominal ? ConditionalGrammar.NominalIf : ConditionalGrammar.If);
            case Keyword.Solve when minimum == Level.None && place.Session.Tokens[place.Index + 2].Keyword == Keyword.From:
                return Down(place, nominal ? ConditionalGrammar.NominalSolve : ConditionalGrammar.Solve);
            default:
                return PrimaryGrammar.Operand(place);
        }
    }

    private static IResult<ExpressionSyntax> Unary(TokenInput place, UnaryOperator op, Level operand, bool nominal)
    {
        var session = place.Session;
        if (!session.Enter(place.Index))
        {
            session.Leave();
            return Combinators.Fail<ExpressionSyntax>(place);
        }

        var inner = Climb((TokenInput)place.Advance(), operand, nominal);
        session.Leave();
        if (!inner.WasSuccessful)
        {
            return inner;
        }

        var behind = ((TokenInput)inner.Remainder).Index;
        session.Height++;
        return session.Succeed<ExpressionSyntax>(new UnarySyntax(session.Span(place.Index, behind), op, inner.Value), behind);
    }

    /// <summary>A rule that goes one level of nesting down.</summary>
    internal static IResult<T> Down<T>(TokenInput place, Parser<T> rule)
    {
        var entered = place.Session.Enter(place.Index);
        var result = entered ? rule(place) : Combinators.Fail<T>(place);
        place.Session.Leave();
        return result;
    }
}
