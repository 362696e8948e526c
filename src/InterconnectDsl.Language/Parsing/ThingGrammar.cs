using InterconnectDsl.Language.Lexing;
using InterconnectDsl.Language.Syntax;
using Sprache;
using static InterconnectDsl.Language.Parsing.Combinators;
using static InterconnectDsl.Language.Parsing.Sequences;

namespace InterconnectDsl.Language.Parsing;

/// <summary>Instances and paths: a kind and a name side by side, perhaps an array, and then what makes the one or the other.</summary>
internal static class ThingGrammar
{
    private static readonly Parser<ArraySyntax?> Array = input =>
    {
        var place = (TokenInput)input;
        if (place.Kind == TokenKind.LeftBracket)
        {
            return ArrayBounds(place);
        }

        place.Session.Expectations.Add(place.Index, Wanted.LeftBracket);
        return place.Session.Succeed<ArraySyntax?>(null, place.Index);
    };

    private static readonly Parser<InstanceOf> InstanceRest = Sequence(
        Maybe<ExpressionSyntax>(TokenKind.Colon, Wanted.Colon, PrimaryGrammar.Reference),
        Maybe<ExpressionSyntax>(Keyword.On, PrimaryGrammar.Reference),
        Maybe<ExpressionSyntax>(Keyword.At, ExpressionGrammar.Sum),
        BodyGrammar.OptionalMembers,
        (_, part, host, place, members) => new InstanceOf(part, host, place, members));

    /// <summary>An instance or a path; <c>=</c> behind the name or its array makes a path.</summary>
    public static readonly Parser<DeclarationSyntax> Thing = Sequence(
        NameGrammar.Qualified,
        NameGrammar.Declared,
        Array,
        PathOrInstance,
        (at, kind, name, array, rest) => rest switch
        {
            PathOf path => new PathSyntax(at.Span, kind, name, array, path.Steps, path.Both, path.Members) { Doc = at.Doc },
            InstanceOf made => (DeclarationSyntax)new InstanceSyntax(at.Span, kind, name, array, made.Part, made.Host, made.Place, made.Members)
            {
                Doc = at.Doc,
            },
            _ => throw new InvalidOperationException(),
        });

    private static IResult<object> PathOrInstance(IInput input)
    {
        var place = (TokenInput)input;
        if (place.Kind == TokenKind.Equal)
        {
            return PathRest(place);
        }

        place.Session.Expectations.Add(place.Index, Wanted.Equal);
        return InstanceRest(place);
    }

    private static IResult<ArraySyntax?> ArrayBounds(TokenInput place)
    {
        var session = place.Session;
        Identifier? index = null;
        var at = place.Index + 1;
        session.OpenParens++;
        if (session.Tokens[at].Kind == TokenKind.Name && session.Tokens[at + 1].Keyword == Keyword.In)
        {
            index = NameGrammar.Declared(session.Place(at)).Value;
            at += 2;
        }

        var bounds = ExpressionGrammar.Span(session.Place(at));
        session.OpenParens--;
        var behind = (TokenInput)bounds.Remainder;
        if (!bounds.WasSuccessful || behind.Kind != TokenKind.RightBracket)
        {
            return behind.Fail<ArraySyntax?>(bounds.WasSuccessful ? Wanted.RightBracket : Wanted.None);
        }

        return session.Succeed<ArraySyntax?>(new ArraySyntax(session.Span(place.Index, behind.Index + 1), index, bounds.Value), behind.Index + 1);
    }

    // Steps between arrows. A body behind a step belongs to it, but behind the last one to the path.
    private static IResult<PathOf> PathRest(TokenInput place)
    {
        var session = place.Session;
        var steps = new List<StepSyntax>(4);
        var both = false;
        var at = (TokenInput)place.Advance();
        while (true)
        {
            var value = ExpressionGrammar.Sum(at);
            var members = value.WasSuccessful
                ? BodyGrammar.OptionalMembers(value.Remainder)
                : Fail<IReadOnlyList<DeclarationSyntax>?>(value.Remainder);
            if (!members.WasSuccessful)
            {
                session.Expectations.Add(at.Index, Wanted.Step);
                return Fail<PathOf>(members.Remainder);
            }

            var behind = (TokenInput)members.Remainder;
            var ends = behind.Kind is not (TokenKind.Arrow or TokenKind.DoubleArrow);
            var own = ends ? null : members.Value;
            steps.Add(new StepSyntax(session.Span(at.Index, ends ? value.Behind() : behind.Index), value.Value, own));
            if (ends)
            {
                session.Expectations.Add(behind.Index, Wanted.Arrow | (steps.Count == 1 ? Wanted.DoubleArrow : Wanted.None));
                return steps.Count == 1 ? Fail<PathOf>(behind) : session.Succeed(new PathOf(steps, both, members.Value), behind.Index);
            }

            both |= behind.Kind == TokenKind.DoubleArrow;
            if (behind.Kind == TokenKind.DoubleArrow && steps.Count > 1)
            {
                session.Reports.ReportWithEdit("ICX1026", session.Span(behind.Index, behind.Index + 1), "->");
            }

            at = (TokenInput)behind.Advance();
        }
    }

    private sealed record InstanceOf(
        ExpressionSyntax? Part, ExpressionSyntax? Host, ExpressionSyntax? Place, IReadOnlyList<DeclarationSyntax>? Members);

    private sealed record PathOf(IReadOnlyList<StepSyntax> Steps, bool Both, IReadOnlyList<DeclarationSyntax>? Members);
}
