using InterconnectDsl.Language.Lexing;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;
using Sprache;

namespace InterconnectDsl.Language.Parsing;

/// <summary>The tests behind a value: in, is, exists, missing, within, otherwise.</summary>
internal static class TestGrammar
{
    private static readonly Parser<Token> OfWord = Combinators.Word(Keyword.Of);

    /// <summary>Reads one, its keyword being at the place.</summary>
    /// <param name="place">Where the keyword stands.</param>
    /// <param name="start">Index of the first token of the value.</param>
    /// <param name="value">The value that is tested.</param>
    public static IResult<ExpressionSyntax> Test(TokenInput place, int start, ExpressionSyntax value)
    {
        var session = place.Session;
        switch (place.Keyword)
        {
            case Keyword.Exists or Keyword.Missing:
                return session.Succeed<ExpressionSyntax>(
                    new ExistsSyntax(session.Span(start, place.Index + 1), value, place.Keyword == Keyword.Missing), place.Index + 1);
            case Keyword.Is:
                var kind = NameGrammar.Qualified(place.Advance());
                return Made(start, kind, k => new IsSyntax(session.Span(start, kind.Behind()), value, k));
            case Keyword.Otherwise:
                var height = session.Height;
                var fallback = ExpressionGrammar.Span(place.Advance());
                session.Height = Math.Max(height, session.Height);
                return Made(start, fallback, f => new OtherwiseSyntax(session.Span(start, fallback.Behind()), value, f));
            case Keyword.Within:
                return Within(place, start, value);
            default:
                return In(place, start, value);
        }
    }

    private static IResult<ExpressionSyntax> Made<T>(int start, IResult<T> read, Func<T, ExpressionSyntax> make) =>
        read.WasSuccessful
            ? ((TokenInput)read.Remainder).Session.Succeed(make(read.Value), read.Behind())
            : Combinators.Fail<ExpressionSyntax>(read.Remainder);

    private static IResult<ExpressionSyntax> In(TokenInput place, int start, ExpressionSyntax value)
    {
        var session = place.Session;
        if (session.Tokens[place.Index + 1].Kind != TokenKind.LeftBrace)
        {
            var unit = UnitGrammar.Read(session, place.Index + 1, out var behind);
            return session.Succeed<ExpressionSyntax>(new InUnitSyntax(session.Span(start, behind), value, unit), behind);
        }

        var items = PrimaryGrammar.Braced(place.Advance());
        return Made(start, items, i => new InSetSyntax(session.Span(start, items.Behind()), value, i));
    }

    private static IResult<ExpressionSyntax> Within(TokenInput place, int start, ExpressionSyntax value)
    {
        var session = place.Session;
        var height = session.Height;
        var from = ExpressionGrammar.Sum(place.Advance());
        if (!from.WasSuccessful)
        {
            return from;
        }

        var middle = (TokenInput)from.Remainder;
        var ranged = middle.Kind == TokenKind.DotDot;
        if (!ranged && !OfWord(middle).WasSuccessful)
        {
            return middle.Fail<ExpressionSyntax>(Wanted.DotDot);
        }

        var to = ExpressionGrammar.Sum(middle.Advance());
        session.Height = Math.Max(height, session.Height) + 1;
        return Made(start, to, t => ranged
            ? new WithinRangeSyntax(
                session.Span(start, to.Behind()), value, new RangeSyntax(TextSpan.Covering(from.Value.Span, t.Span), from.Value, t))
            : new WithinOfSyntax(session.Span(start, to.Behind()), value, from.Value, t));
    }
}
