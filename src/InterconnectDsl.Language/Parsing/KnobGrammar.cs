using InterconnectDsl.Language.Lexing;
using InterconnectDsl.Language.Syntax;
using Sprache;
using static InterconnectDsl.Language.Parsing.Combinators;
using static InterconnectDsl.Language.Parsing.Sequences;

namespace InterconnectDsl.Language.Parsing;

/// <summary>What a study turns: <c>sweep reach over 2 m .. 2 km in 25 log steps</c>, <c>choose ring_at</c>.</summary>
internal static class KnobGrammar
{
    private static readonly Parser<Token> StepsWord = Word(Keyword.Steps);

    private static readonly Parser<Points> PointCount = Sequence(
        ExpressionGrammar.Sum,
        Logarithmic,
        StepsWord,
        (_, count, log, _) => new Points(count, log));

    private static readonly Parser<IReadOnlyList<ExpressionSyntax>?> Over =
        Maybe(Keyword.Over, Listed<ExpressionSyntax>(ExpressionGrammar.Span));

    private static readonly Parser<IReadOnlyList<ExpressionSyntax>> OverRequired =
        After(Word(Keyword.Over), Listed<ExpressionSyntax>(ExpressionGrammar.Span));

    private static readonly Parser<Points?> In = Maybe(Keyword.In, PointCount);

    private static readonly Parser<StudyClauseSyntax> Sweep = Sequence(
        After(Word(Keyword.Sweep), PrimaryGrammar.Reference),
        OverRequired,
        In,
        (at, knob, over, points) => (StudyClauseSyntax)new KnobSyntax(
            at.Span, choose: false, knob, over, points?.Count, points?.Logarithmic == true));

    private static readonly Parser<StudyClauseSyntax> Choose = Sequence(
        After(Word(Keyword.Choose), PrimaryGrammar.Reference),
        Over,
        In,
        (at, knob, over, points) => (StudyClauseSyntax)new KnobSyntax(
            at.Span, choose: true, knob, over ?? Array.Empty<ExpressionSyntax>(), points?.Count, points?.Logarithmic == true));

    /// <summary>A knob; the keyword is at the place.</summary>
    public static IResult<StudyClauseSyntax> Knob(TokenInput place) => place.Keyword == Keyword.Choose ? Choose(place) : Sweep(place);

    private static IResult<bool> Logarithmic(IInput input)
    {
        var place = (TokenInput)input;
        if (place.Keyword == Keyword.Log)
        {
            return place.Session.Succeed(true, place.Index + 1);
        }

        place.Session.Expectations.Add(place.Index, Keyword.Log);
        return place.Session.Succeed(false, place.Index);
    }

    private sealed record Points(ExpressionSyntax Count, bool Logarithmic);
}
