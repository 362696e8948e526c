using InterconnectDsl.Language.Lexing;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;
using Sprache;
using static InterconnectDsl.Language.Parsing.Combinators;

namespace InterconnectDsl.Language.Parsing;

/// <summary>Types: a name, a product, quotient or power of names, a list of words; each may be optional.</summary>
internal static class TypeGrammar
{
    public static IResult<TypeSyntax> Type(IInput input)
    {
        var place = (TokenInput)input;
        var session = place.Session;
        var result = session.Tokens[place.Index + 1].Kind == TokenKind.Bar ? Words(place) : Formula(place);
        if (!result.WasSuccessful)
        {
            return result;
        }

        session.Expectations.Add(result.Behind(), Wanted.Operator);
        return result;
    }

    private static IResult<TypeSyntax> Words(TokenInput place)
    {
        var session = place.Session;
        var words = new List<Identifier>();
        var at = place.Index;
        while (true)
        {
            if (session.Tokens[at].Kind != TokenKind.Name)
            {
                return session.Place(at).Fail<TypeSyntax>(Wanted.Name);
            }

            words.Add(NameGrammar.Read(session, at++));
            if (session.Tokens[at].Kind != TokenKind.Bar)
            {
                session.Expectations.Add(at, Wanted.Bar);
                var behind = Question(session, at);
                return session.Succeed<TypeSyntax>(new WordsTypeSyntax(session.Span(place.Index, behind), words, behind > at), behind);
            }

            at++;
        }
    }

    private static IResult<TypeSyntax> Formula(TokenInput place)
    {
        var session = place.Session;
        var product = Product(place);
        if (!product.WasSuccessful)
        {
            return Fail<TypeSyntax>(product.Remainder);
        }

        var at = product.Behind();
        var behind = Question(session, at);
        return session.Succeed<TypeSyntax>(new NamedTypeSyntax(session.Span(place.Index, behind), product.Value, behind > at), behind);
    }

    private static int Question(ParseSession session, int at)
    {
        if (session.Tokens[at].Kind == TokenKind.Question)
        {
            return at + 1;
        }

        return at;
    }

    private static IResult<ExpressionSyntax> Product(TokenInput place)
    {
        var session = place.Session;
        var left = Power(place);
        for (var factors = 2; left.WasSuccessful && ((TokenInput)left.Remainder).Kind is TokenKind.Star or TokenKind.Slash; factors++)
        {
            var sign = (TokenInput)left.Remainder;
            var right = Power((TokenInput)sign.Advance());
            if (!right.WasSuccessful)
            {
                return right;
            }

            left = Binary(place, sign, sign.Kind == TokenKind.Star ? BinaryOperator.Multiply : BinaryOperator.Divide, left.Value, right);
            if (factors > ParseSession.TallestExpression)
            {
                session.Reports.Once("ICX1015", sign.Index, ParseSession.TallestExpression);
                return Fail<ExpressionSyntax>(sign);
            }
        }

        return left;
    }

    private static IResult<ExpressionSyntax> Power(TokenInput place)
    {
        var left = Atom(place);
        if (!left.WasSuccessful || ((TokenInput)left.Remainder).Kind != TokenKind.Caret)
        {
            return left;
        }

        var sign = (TokenInput)left.Remainder;
        var exponent = ExpressionGrammar.Climb(sign.Session, sign.Index + 1, Level.Power, nominal: false);
        return exponent.WasSuccessful ? Binary(place, sign, BinaryOperator.Power, left.Value, exponent) : exponent;
    }

    private static IResult<ExpressionSyntax> Binary(
        TokenInput start, TokenInput sign, BinaryOperator op, ExpressionSyntax left, IResult<ExpressionSyntax> right)
    {
        var session = start.Session;
        var behind = right.Behind();
        var span = session.Span(start.Index, behind);
        return session.Succeed<ExpressionSyntax>(new BinarySyntax(span, op, session.Span(sign.Index, sign.Index + 1), left, right.Value), behind);
    }

    private static IResult<ExpressionSyntax> Atom(TokenInput place)
    {
        switch (place.Kind)
        {
            case TokenKind.Name when !place.Session.IsBreak(place.Index) || !Newlines.StartsStatement(place.Session, place.Index):
                return PrimaryGrammar.Reference(place);
            case TokenKind.Number:
                return NumberGrammar.Quantity(place.Session, place.Index);
            case TokenKind.LeftParen:
                return Parenthesized(place);
            default:
                return place.Fail<ExpressionSyntax>(Wanted.Type);
        }
    }

    private static IResult<ExpressionSyntax> Parenthesized(IInput input)
    {
        var place = (TokenInput)input;
        var items = BracketGrammar.Items(place, i => Product((TokenInput)i), TokenKind.RightParen, Wanted.RightParen, out var behind);
        return !items.WasSuccessful ? Fail<ExpressionSyntax>(items.Remainder)
            : items.Value.Count == 1 ? place.Session.Succeed(items.Value[0], behind)
            : place.Session.Place(behind - 1).Fail<ExpressionSyntax>(Wanted.Type);
    }
}
