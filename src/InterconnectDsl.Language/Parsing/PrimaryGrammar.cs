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

    public static IResult<ExpressionSyntax> Operand(TokenInput place)
    {
        var session = place.Session;
        switch (place.Kind)
        {
            case TokenKind.Number:
                return NumberGrammar.Quantity(place);
            case TokenKind.Name when !IsOperator(place.Keyword) && !StartsNext(session, place.Index):
                var name = place.Keyword == Keyword.Steps ? StepsGrammar.Steps(place) : Name(place);
                return name.WasSuccessful ? PostfixGrammar.Postfix(place, name) : name;
            case TokenKind.LeftParen:
                var inner = Parenthesized(place);
                return inner.WasSuccessful ? PostfixGrammar.Postfix(place, inner) : inner;
            case TokenKind.LeftBracket:
                return List(place);
            case TokenKind.Text:
                session.Height = 1;
                return TextGrammar.Text(place);
            case TokenKind.Date:
                session.Height = 1;
                return NumberGrammar.Date(place);
            case TokenKind.Dot when session.Tokens[place.Index + 1].Kind == TokenKind.Number && session.Tokens[place.Index + 1].Start == place.Position + 1:
                var span = session.Span(place.Index, place.Index + 2);
                session.Reports.ReportWithEdit("ICX1008", span, "0" + session.Text.Slice(span), session.Text.Slice(span));
                return NumberGrammar.Quantity((TokenInput)place.Advance());
            default:
                return place.Fail<ExpressionSyntax>(Wanted.Value);
        }
    }

    /// <summary>A name, perhaps with a module in front and arguments behind: a part, a function.</summary>
    public static IResult<ExpressionSyntax> Reference(IInput input)
    {
        var place = (TokenInput)input;
        if (place.Kind != TokenKind.Name || StartsNext(place.Session, place.Index))
        {
            return place.Fail<ExpressionSyntax>(Wanted.Part);
        }

        return PostfixGrammar.Postfix(place, Name(place));
    }

    /// <summary>One or more expressions between braces, <c>{a, b}</c>.</summary>
    public static IResult<IReadOnlyList<ExpressionSyntax>> Braced(IInput input) =>
        BracketGrammar.SomeItems((TokenInput)input, ExpressionGrammar.Expression, TokenKind.RightBrace, Wanted.RightBrace, Wanted.Value);

    private static IResult<ExpressionSyntax> Name(TokenInput place)
    {
        var session = place.Session;
        session.Height = 1;
        var name = NameGrammar.Read(session, place.Index);
        return session.Succeed<ExpressionSyntax>(new NameSyntax(name.Span, name.Text), place.Index + 1);
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
            return session.Place(behind - 1).Fail<ExpressionSyntax>(items.Value.Count == 0 ? Wanted.Value : Wanted.RightParen);
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
