using InterconnectDsl.Language.Lexing;
using InterconnectDsl.Language.Syntax;
using Sprache;
using static InterconnectDsl.Language.Parsing.Combinators;
using static InterconnectDsl.Language.Parsing.Sequences;

namespace InterconnectDsl.Language.Parsing;

/// <summary>Studies and tests.</summary>
internal static class StudyGrammar
{
    private static readonly Keyword[] Words =
    {
        Keyword.Sweep, Keyword.Choose, Keyword.Observe, Keyword.With, Keyword.Expect, Keyword.Sample, Keyword.Seed, Keyword.Minimize,
        Keyword.Maximize, Keyword.Subject,
    };

    private static readonly Parser<LocalSyntax> Binding = Sequence(
        NameGrammar.Qualified,
        After(Sign(TokenKind.Equal, Wanted.Equal), ExpressionGrammar.Expression),
        (at, name, value) => new LocalSyntax(at.Span, name, null, value));

    private static readonly Parser<StudyClauseSyntax> Bindings = Sequence(
        Named,
        Listed(Binding),
        (at, word, bindings) => (StudyClauseSyntax)new StudyBindingsSyntax(at.Span, word, bindings));

    private static readonly Parser<StudyClauseSyntax> Term = Sequence(
        Named,
        ExpressionGrammar.Expression,
        (at, word, value) => (StudyClauseSyntax)new StudyTermSyntax(at.Span, word, value));

    private static readonly Parser<AssignmentSyntax> Setting = Sequence(
        PrimaryGrammar.Reference,
        ValueGrammar.Required,
        (at, target, value) => new AssignmentSyntax(at.Span, target, value));

    private static readonly Parser<TestClause> With = Sequence(
        Word(Keyword.With),
        Listed(Setting),
        (_, _, settings) => new TestClause(settings, null));

    private static readonly Parser<TestClause> Expect = Sequence(
        Word(Keyword.Expect),
        ExpressionGrammar.Expression,
        (_, _, condition) => new TestClause(null, condition));

    /// <summary><c>study trade of A, B { sweep ...; observe ...; expect ... }</c>.</summary>
    public static readonly Parser<DeclarationSyntax> Study = Sequence(
        After(Word(Keyword.Study), NameGrammar.Declared),
        After(Word(Keyword.Of), Listed<Identifier>(NameGrammar.Qualified)),
        BodyGrammar.Braced<StudyClauseSyntax>(Clause, _ => null),
        (at, name, of, body) => body.Broken
            ? new ErrorDeclarationSyntax(at.Span, new[] { name.Text })
            : (DeclarationSyntax)new StudySyntax(at.Span, name, of, body.Items) { Doc = at.Doc });

    /// <summary><c>test "..." of Design { with reach = 2 km; expect min(lane.margin) >= 0 dB }</c>.</summary>
    public static readonly Parser<DeclarationSyntax> Test = Sequence(
        After(Word(Keyword.Test), TextGrammar.Text),
        After(Word(Keyword.Of), NameGrammar.Qualified),
        BodyGrammar.Braced<TestClause>(TestLine, _ => null),
        Tested);

    private static IResult<Identifier> Named(IInput input)
    {
        var place = (TokenInput)input;
        return place.Session.Succeed(NameGrammar.Read(place.Session, place.Index), place.Index + 1);
    }

    private static IResult<StudyClauseSyntax> Clause(IInput input)
    {
        var place = (TokenInput)input;
        switch (place.Keyword)
        {
            case Keyword.Sweep or Keyword.Choose:
                return KnobGrammar.Knob(place);
            case Keyword.Observe or Keyword.With:
                return Bindings(place);
            case Keyword.Sample or Keyword.Seed or Keyword.Minimize or Keyword.Maximize or Keyword.Subject or Keyword.Expect:
                return Term(place);
            default:
                foreach (var word in Words)
                {
                    place.Session.Expectations.Add(place.Index, word);
                }

                return Fail<StudyClauseSyntax>(place);
        }
    }

    private static IResult<TestClause> TestLine(IInput input)
    {
        var place = (TokenInput)input;
        if (place.Keyword == Keyword.With)
        {
            return With(place);
        }

        place.Session.Expectations.Add(place.Index, Keyword.With);
        return Expect(place);
    }

    private static DeclarationSyntax Tested(Covered at, TextSyntax title, Identifier of, Body<TestClause> body)
    {
        if (body.Broken)
        {
            return new ErrorDeclarationSyntax(at.Span, Array.Empty<string>());
        }

        var settings = body.Items.SelectMany(c => c.Settings ?? Array.Empty<AssignmentSyntax>()).ToArray();
        var expectations = body.Items.Where(c => c.Expectation is not null).Select(c => c.Expectation!).ToArray();
        if (expectations.Length == 0)
        {
            at.Session.Reports.Report("ICX1029", title.Span);
        }

        return new TestSyntax(at.Span, title, of, settings, expectations) { Doc = at.Doc };
    }

    private sealed record TestClause(IReadOnlyList<AssignmentSyntax>? Settings, ExpressionSyntax? Expectation);
}
