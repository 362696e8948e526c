using InterconnectDsl.Language.Lexing;
using InterconnectDsl.Language.Syntax;
using Sprache;
using static InterconnectDsl.Language.Parsing.Combinators;

namespace InterconnectDsl.Language.Parsing;

/// <summary>Operands: numbers, texts, names with what is called, indexed or asked of them, lists, points and parentheses.</summary>
internal static class PrimaryGrammar
{
    /// <summary>Whether a value can start at a token.</summary>
    public static bool Starts(ParseSession session, int index) => session.Tokens[index].Kind is TokenKind.Name or TokenKind.Number or TokenKind.Text
        or TokenKind.Date or TokenKind.LeftParen or TokenKind.LeftBracket or TokenKind.Minus;

    public static IResult<ExpressionSyntax> Operand(ParseSession session, int index)
    {
        var token = session.Tokens[index];
        switch (token.Kind)
        {
            case TokenKind.Number:
                return NumberGrammar.Quantity(session, index);
            case TokenKind.Name when token.Keyword == Keyword.Steps:
                return PostfixGrammar.Postfix(session, index, StepsGrammar.Steps(session.Place(index)));
            case TokenKind.Name when !IsOperator(token.Keyword) && !StartsNext(session, index):
                return Named(session, index);
            case TokenKind.LeftParen:
                return PostfixGrammar.Postfix(session, index, Parenthesized(session.Place(index)));
            case TokenKind.LeftBracket:
                return List(session.Place(index));
            case TokenKind.Text:
                session.Height = 1;
                return TextGrammar.Text(session.Place(index));
            case TokenKind.Date:
                session.Height = 1;
                return NumberGrammar.Date(session.Place(index));
            case TokenKind.Dot when session.Tokens[index + 1].Kind == TokenKind.Number && session.Tokens[index + 1].Start == token.End:
                return Pointed(session, index);
            default:
                return session.Fail<ExpressionSyntax>(index, Wanted.Value);
        }
    }

    /// <summary>A name, perhaps with a module in front and arguments behind: a part, a function.</summary>
    public static IResult<ExpressionSyntax> Reference(IInput input)
    {
        var place = (TokenInput)input;
        return place.Kind != TokenKind.Name || StartsNext(place.Session, place.Index)
            ? place.Fail<ExpressionSyntax>(Wanted.Part)
            : Named(place.Session, place.Index);
    }

    /// <summary>One or more expressions between braces, <c>{a, b}</c>.</summary>
    public static IResult<IReadOnlyList<ExpressionSyntax>> Braced(IInput input) =>
        BracketGrammar.SomeItems((TokenInput)input, ExpressionGrammar.Expression, TokenKind.RightBrace, Wanted.RightBrace, Wanted.Value);

    // A name and all that follows it directly.
    private static IResult<ExpressionSyntax> Named(ParseSession session, int index)
    {
        session.Height = 1;
        var name = NameGrammar.Read(session, index);
        return PostfixGrammar.Postfix(session, index, new NameSyntax(name.Span, name.Text), index + 1);
    }

    // A number without its leading zero.
    private static IResult<ExpressionSyntax> Pointed(ParseSession session, int index)
    {
        var span = session.Span(index, index + 2);
        session.Reports.ReportWithEdit("ICX1008", span, "0" + session.Text.Slice(span), session.Text.Slice(span));
        return NumberGrammar.Quantity(session, index + 1);
    }

    private static bool IsOperator(Keyword keyword) => keyword is Keyword.If or Keyword.Then or Keyword.Else or Keyword.And or Keyword.Or;

    // What breaks off does not swallow the statement on the next line.
    private static bool StartsNext(ParseSession session, int index) => session.IsBreak(index) && Newlines.StartsStatement(session, index);

    private static IResult<ExpressionSyntax> Parenthesized(IInput input)
    {
        var place = (TokenInput)input;
        var session = place.Session;
        var items = BracketGrammar.Items(place, ExpressionGrammar.Expression, TokenKind.RightParen, Wanted.RightParen, out var behind);
        if (!items.WasSuccessful)
        {
            return Fail<ExpressionSyntax>(items.Remainder);
        }

        if (items.Value.Count is 0 or > 2)
        {
            return session.Fail<ExpressionSyntax>(behind - 1, items.Value.Count == 0 ? Wanted.Value : Wanted.RightParen);
        }

        return items.Value.Count == 1
            ? session.Succeed(items.Value[0], behind)
            : session.Succeed<ExpressionSyntax>(new PointSyntax(session.Span(place.Index, behind), items.Value[0], items.Value[1]), behind);
    }

    private static IResult<ExpressionSyntax> List(IInput input)
    {
        var place = (TokenInput)input;
        var items = BracketGrammar.Items(place, ExpressionGrammar.Expression, TokenKind.RightBracket, Wanted.RightBracket, out var behind);
        return items.WasSuccessful
            ? place.Session.Succeed<ExpressionSyntax>(new ListSyntax(place.Session.Span(place.Index, behind), items.Value), behind)
            : Fail<ExpressionSyntax>(items.Remainder);
    }
}
