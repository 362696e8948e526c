using InterconnectDsl.Language.Lexing;
using InterconnectDsl.Language.Syntax;
using Sprache;
using static InterconnectDsl.Language.Parsing.Combinators;
using static InterconnectDsl.Language.Parsing.Sequences;

namespace InterconnectDsl.Language.Parsing;

/// <summary>Functions, and the parameters of functions and parts.</summary>
internal static class FunctionGrammar
{
    private static readonly Parser<ParameterSyntax> Parameter = Sequence(
        NameGrammar.Parameter,
        Maybe<TypeSyntax>(TokenKind.Colon, Wanted.Colon, TypeGrammar.Type),
        Maybe<ExpressionSyntax>(TokenKind.Equal, Wanted.Equal, ExpressionGrammar.Expression),
        (at, name, type, value) => new ParameterSyntax(at.Span, name, type, value));

    /// <summary>Parameters in parentheses; none where there are no parentheses.</summary>
    public static readonly Parser<IReadOnlyList<ParameterSyntax>> OptionalParameters = input =>
    {
        var place = (TokenInput)input;
        if (place.Kind == TokenKind.LeftParen)
        {
            return Parameters(place);
        }

        place.Session.Expectations.Add(place.Index, Wanted.LeftParen);
        return place.Session.Succeed<IReadOnlyList<ParameterSyntax>>(Array.Empty<ParameterSyntax>(), place.Index);
    };

    /// <summary><c>fn f(x : length, n : int = 2) -> ratio = expr</c>.</summary>
    public static readonly Parser<DeclarationSyntax> Function = Sequence(
        After(Word(Keyword.Fn), NameGrammar.Declared),
        Parameters,
        Maybe<TypeSyntax>(TokenKind.Arrow, Wanted.Arrow, TypeGrammar.Type),
        Maybe<ExpressionSyntax>(TokenKind.Equal, Wanted.Equal, ExpressionOrBlock),
        (at, name, parameters, result, body) => body is ErrorExpressionSyntax
            ? new ErrorDeclarationSyntax(at.Span, new[] { name.Text })
            : (DeclarationSyntax)new FunctionSyntax(at.Span, name, parameters, result, body) { Doc = at.Doc });

    private static readonly Parser<BlockLine> Local = Sequence(
        NameGrammar.Declared,
        Maybe<TypeSyntax>(TokenKind.Colon, Wanted.Colon, TypeGrammar.Type),
        After(Sign(TokenKind.Equal, Wanted.Equal), ExpressionGrammar.Expression),
        (at, name, type, value) => new BlockLine(new LocalSyntax(at.Span, name, type, value), null));

    private static readonly Parser<Body<BlockLine>> Lines = BodyGrammar.Braced<BlockLine>(Line, _ => null);

    private static readonly Parser<ExpressionSyntax> Block = Sequence(Nothing, Lines, (at, _, body) => MakeBlock(at, body));

    private static IResult<IReadOnlyList<ParameterSyntax>> Parameters(IInput input)
    {
        var place = (TokenInput)input;
        return place.Kind == TokenKind.LeftParen
            ? BracketGrammar.Items(place, Parameter, TokenKind.RightParen, Wanted.RightParen, out _)
            : place.Fail<IReadOnlyList<ParameterSyntax>>(Wanted.LeftParen);
    }

    private static IResult<ExpressionSyntax> ExpressionOrBlock(IInput input)
    {
        var place = (TokenInput)input;
        place.Session.Expectations.Add(place.Index, Wanted.LeftBrace);
        return (place.Kind == TokenKind.LeftBrace ? Block : ExpressionGrammar.Expression)(input);
    }

    private static IResult<int> Nothing(IInput input) => ((TokenInput)input).Session.Succeed(0, ((TokenInput)input).Index);

    // A line that sets a name, or the result.
    private static IResult<BlockLine> Line(IInput input)
    {
        var place = (TokenInput)input;
        if (place.Kind == TokenKind.Name && place.Session.Tokens[place.Index + 1].Kind is TokenKind.Equal or TokenKind.Colon)
        {
            return Local(input);
        }

        var result = ExpressionGrammar.Expression(input);
        var behind = (TokenInput)result.Remainder;
        if (!result.WasSuccessful)
        {
            return Fail<BlockLine>(behind);
        }

        return behind.Session.Succeed(new BlockLine(null, result.Value), behind.Index);
    }

    private static ExpressionSyntax MakeBlock(Covered at, Body<BlockLine> body)
    {
        if (body.Broken)
        {
            return new ErrorExpressionSyntax(at.Span);
        }

        var locals = body.Items.Where(l => l.Local is not null).Select(l => l.Local!).ToArray();
        var results = body.Items.Where(l => l.Result is not null).Select(l => l.Result!).ToArray();
        if (results.Length == 1 && body.Items[body.Items.Count - 1].Result is { } last)
        {
            return new BlockSyntax(at.Span, locals, last);
        }

        var place = results.Length > 0 ? results[0].Span : at.Session.Span(at.Behind - 1, at.Behind);
        at.Session.Reports.Report(results.Length > 0 ? "ICX1031" : "ICX1030", place);
        return new ErrorExpressionSyntax(at.Span);
    }

    private sealed record BlockLine(LocalSyntax? Local, ExpressionSyntax? Result);
}
