using InterconnectDsl.Language.Lexing;
using InterconnectDsl.Language.Syntax;
using Sprache;
using static InterconnectDsl.Language.Parsing.Combinators;
using static InterconnectDsl.Language.Parsing.Sequences;

namespace InterconnectDsl.Language.Parsing;

/// <summary>Rules.</summary>
internal static class RuleGrammar
{
    private static readonly Parser<RuleSubjectSyntax> EachArray = Sequence(
        Word(Keyword.Each),
        After(Word(Keyword.Array), After(Word(Keyword.Of), NameGrammar.Qualified)),
        After(Word(Keyword.As), NameGrammar.Declared),
        (at, _, kind, name) => new RuleSubjectSyntax(at.Span, kind, name, eachArray: true));

    private static readonly Parser<RuleSubjectSyntax> EachThing = Sequence(
        NameGrammar.Qualified,
        After(Word(Keyword.As), NameGrammar.Declared),
        (at, kind, name) => new RuleSubjectSyntax(at.Span, kind, name, eachArray: false));

    private static readonly Parser<RuleHead> Head = Sequence(
        After(Word(Keyword.Rule), NameGrammar.Declared),
        Prefixed(Keyword.Of, NameGrammar.Qualified),
        After(Word(Keyword.For), Listed<RuleSubjectSyntax>(Subject)),
        Maybe<ExpressionSyntax>(Keyword.If, ExpressionGrammar.Expression),
        (_, name, of, subjects, condition) => new RuleHead(name, of, subjects, condition));

    private static readonly Parser<Body<RuleClause>> Clauses = BodyGrammar.Braced<RuleClause>(Clause, _ => null);

    /// <summary>A rule whose severity is said in front of it, <c>warning rule</c>, or is an error.</summary>
    public static readonly Parser<DeclarationSyntax> Rule = Sequence(Severity, Head, Clauses, Made);

    private static IResult<RuleSubjectSyntax> Subject(IInput input)
    {
        var place = (TokenInput)input;
        place.Session.Expectations.Add(place.Index, Keyword.Each);
        return (place.Keyword == Keyword.Each && place.Session.Tokens[place.Index + 1].Keyword == Keyword.Array ? EachArray : EachThing)(input);
    }

    private static IResult<RuleSeverity> Severity(IInput input)
    {
        var place = (TokenInput)input;
        return place.Keyword switch
        {
            Keyword.Warning => place.Session.Succeed(RuleSeverity.Warning, place.Index + 1),
            Keyword.Note => place.Session.Succeed(RuleSeverity.Note, place.Index + 1),
            _ => place.Session.Succeed(RuleSeverity.Error, place.Index),
        };
    }

    private static IResult<RuleClause> Clause(IInput input)
    {
        var place = (TokenInput)input;
        if (place.Keyword == Keyword.Require)
        {
            var requirement = ExpressionGrammar.Expression(place.Advance());
            return requirement.WasSuccessful
                ? place.Session.Succeed(new RuleClause(place.Index, requirement.Value, null), requirement.Behind())
                : Fail<RuleClause>(requirement.Remainder);
        }

        if (place.Keyword is Keyword.Message or Keyword.Help or Keyword.Source)
        {
            var text = TextGrammar.Text(place.Advance());
            return text.WasSuccessful
                ? place.Session.Succeed(new RuleClause(place.Index, null, text.Value), text.Behind())
                : Fail<RuleClause>(text.Remainder);
        }

        foreach (var word in new[] { Keyword.Require, Keyword.Message, Keyword.Help, Keyword.Source })
        {
            place.Session.Expectations.Add(place.Index, word);
        }

        return Fail<RuleClause>(place);
    }

    private static DeclarationSyntax Made(Covered at, RuleSeverity severity, RuleHead head, Body<RuleClause> body)
    {
        if (body.Broken)
        {
            return new ErrorDeclarationSyntax(at.Span, new[] { head.Name.Text });
        }

        var requirements = body.Items.Where(c => c.Requirement is not null).Select(c => c.Requirement!).ToArray();
        if (requirements.Length == 0)
        {
            at.Session.Reports.Report("ICX1028", head.Name.Span, head.Name.Text);
            return new ErrorDeclarationSyntax(at.Span, new[] { head.Name.Text });
        }

        TextSyntax? Text(Keyword word) => Single(at.Session, body, word);
        return new RuleSyntax(
            at.Span, severity, head.Name, head.Of, head.Subjects, head.Condition, requirements,
            Text(Keyword.Message), Text(Keyword.Help), Text(Keyword.Source))
        {
            Doc = at.Doc,
        };
    }

    private static TextSyntax? Single(ParseSession session, Body<RuleClause> body, Keyword word)
    {
        TextSyntax? found = null;
        foreach (var clause in body.Items.Where(c => session.Tokens[c.Index].Keyword == word))
        {
            if (found is not null)
            {
                session.Reports.Report("ICX1019", session.Span(clause.Index, clause.Index + 1), word.Spelling());
            }

            found = clause.Text;
        }

        return found;
    }

    private sealed record RuleHead(Identifier Name, Identifier? Of, IReadOnlyList<RuleSubjectSyntax> Subjects, ExpressionSyntax? Condition);

    private sealed record RuleClause(int Index, ExpressionSyntax? Requirement, TextSyntax? Text);
}
