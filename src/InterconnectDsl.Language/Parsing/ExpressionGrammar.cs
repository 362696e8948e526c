using InterconnectDsl.Language.Lexing;
using InterconnectDsl.Language.Syntax;
using Sprache;

namespace InterconnectDsl.Language.Parsing;

/// <summary>
/// Expressions, by precedence climbing: one loop for all operators, so that flat chains cost no stack. Levels of the tree are counted, for what
/// walks it later.
/// </summary>
internal static class ExpressionGrammar
{
    /// <summary>Any expression.</summary>
    public static IResult<ExpressionSyntax> Expression(IInput input) => From((TokenInput)input, Level.None, nominal: false);

    /// <summary>An expression behind which the clauses of a value may stand: a <c>within</c> outside parentheses is a clause.</summary>
    public static IResult<ExpressionSyntax> Nominal(IInput input) => From((TokenInput)input, Level.None, nominal: true);

    /// <summary>An expression whose operators are + - * / div mod ^.</summary>
    public static IResult<ExpressionSyntax> Sum(IInput input) => From((TokenInput)input, Level.Sum, nominal: false);

    /// <summary>A sum, a range or an extent.</summary>
    public static IResult<ExpressionSyntax> Span(IInput input) => From((TokenInput)input, Level.Span, nominal: false);

    private static IResult<ExpressionSyntax> From(TokenInput place, Level minimum, bool nominal) =>
        Climb(place.Session, place.Index, minimum, nominal);

    /// <summary>An expression of operators that bind at least as tightly as asked for.</summary>
    internal static IResult<ExpressionSyntax> Climb(ParseSession session, int index, Level minimum, bool nominal)
    {
        var first = Prefix(session, index, minimum, nominal);
        if (!first.WasSuccessful)
        {
            return first;
        }

        var climb = new OperatorClimb(session, index, first.Behind(), first.Value, nominal);
        while (climb.Goes(minimum))
        {
            if (!climb.Step())
            {
                return Combinators.Fail<ExpressionSyntax>(session.Place(climb.At));
            }
        }

        return climb.Moved ? climb.Result() : first;
    }

    private static IResult<ExpressionSyntax> Prefix(ParseSession session, int index, Level minimum, bool nominal)
    {
        var token = session.Tokens[index];
        switch (token.Kind)
        {
            case TokenKind.Minus:
                return Unary(session, index, UnaryOperator.Negate, Level.Power, nominal);
            case TokenKind.Plus:
                session.Reports.ReportWithEdit("ICX1033", session.Span(index, index + 1), "");
                return Climb(session, index + 1, Level.Power, nominal);
            case TokenKind.Name when token.Keyword is Keyword.Not or Keyword.If or Keyword.Solve:
                return PrefixWord(session, index, minimum, nominal);
            default:
                return PrimaryGrammar.Operand(session, index);
        }
    }

    private static IResult<ExpressionSyntax> PrefixWord(ParseSession session, int index, Level minimum, bool nominal)
    {
        switch (session.Tokens[index].Keyword)
        {
            case Keyword.Not when minimum <= Level.Not && PrimaryGrammar.Starts(session, index + 1):
                return Unary(session, index, UnaryOperator.Not, Level.Not, nominal);
            case Keyword.If when PrimaryGrammar.Starts(session, index + 1):
                if (minimum != Level.None)
                {
                    session.Reports.Report("ICX1034", session.Span(index, index + 1));
                }

                return Down(session.Place(index), nominal ? ConditionalGrammar.NominalIf : ConditionalGrammar.If);
            case Keyword.Solve when minimum == Level.None && session.Tokens[index + 2].Keyword == Keyword.From:
                return Down(session.Place(index), nominal ? ConditionalGrammar.NominalSolve : ConditionalGrammar.Solve);
            default:
                return PrimaryGrammar.Operand(session, index);
        }
    }

    private static IResult<ExpressionSyntax> Unary(ParseSession session, int index, UnaryOperator op, Level operand, bool nominal)
    {
        var entered = session.Enter(index);
        var inner = entered ? Climb(session, index + 1, operand, nominal) : session.Fail<ExpressionSyntax>(index, Wanted.None);
        session.Leave();
        if (!inner.WasSuccessful)
        {
            return inner;
        }

        session.Height++;
        var behind = inner.Behind();
        return session.Succeed<ExpressionSyntax>(new UnarySyntax(session.Span(index, behind), op, inner.Value), behind);
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
