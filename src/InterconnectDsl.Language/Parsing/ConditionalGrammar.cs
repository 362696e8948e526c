using InterconnectDsl.Language.Lexing;
using InterconnectDsl.Language.Syntax;
using Sprache;
using static InterconnectDsl.Language.Parsing.Combinators;
using static InterconnectDsl.Language.Parsing.Sequences;

namespace InterconnectDsl.Language.Parsing;

/// <summary><c>if</c>, <c>solve</c> and the block of a function.</summary>
internal static class ConditionalGrammar
{
    public static readonly Parser<ExpressionSyntax> If = MakeIf(ExpressionGrammar.Expression);
    public static readonly Parser<ExpressionSyntax> NominalIf = MakeIf(ExpressionGrammar.Nominal);
    public static readonly Parser<ExpressionSyntax> Solve = MakeSolve(ExpressionGrammar.Expression);
    public static readonly Parser<ExpressionSyntax> NominalSolve = MakeSolve(ExpressionGrammar.Nominal);

    private static Parser<ExpressionSyntax> MakeIf(Parser<ExpressionSyntax> last) => Sequence(
        After(Word(Keyword.If), Tall(ExpressionGrammar.Expression)),
        After(ContinuingWord(Keyword.Then), Tall(ExpressionGrammar.Expression)),
        After(ContinuingWord(Keyword.Else), Tall(last)),
        (at, condition, then, otherwise) =>
            (ExpressionSyntax)new IfSyntax(at.Span, condition.Value, then.Value, otherwise.Value).Raise(at.Session, condition, then, otherwise));

    private static Parser<ExpressionSyntax> MakeSolve(Parser<ExpressionSyntax> body) => Sequence(
        After(Word(Keyword.Solve), NameGrammar.Declared),
        After(Word(Keyword.From), Tall(ExpressionGrammar.Sum)),
        After(Word(Keyword.To), Tall(ExpressionGrammar.Sum)),
        After(ContinuingWord(Keyword.Within), Sequence(Tall(ExpressionGrammar.Sum), Word(Keyword.Steps), (_, limit, _) => limit)),
        After(Sign(TokenKind.Equal, Wanted.Equal), Tall(body)),
        (at, unknown, start, tolerance, limit, formula) =>
            (ExpressionSyntax)new SolveSyntax(at.Span, unknown, start.Value, tolerance.Value, limit.Value, formula.Value)
                .Raise(at.Session, start, tolerance, limit, formula));

    // The levels of each part are noted as it is read, since the session knows those of the last one only.
    private static Parser<Sized> Tall(Parser<ExpressionSyntax> rule) => input =>
    {
        var result = rule(input);
        var session = ((TokenInput)input).Session;
        return result.WasSuccessful
            ? session.Succeed(new Sized(result.Value, session.Height), result.Behind())
            : Fail<Sized>(result.Remainder);
    };

    private static T Raise<T>(this T node, ParseSession session, params Sized[] parts)
    {
        session.Height = parts.Max(p => p.Height) + 1;
        return node;
    }

    private static Parser<Token> ContinuingWord(Keyword keyword) => input =>
    {
        var place = (TokenInput)input;
        return Newlines.GoesOn(place.Session, place.Index) || place.Keyword != keyword ? Word(keyword)(input) : place.Fail<Token>(Wanted.None);
    };

    private sealed record Sized(ExpressionSyntax Value, int Height);
}
