using InterconnectDsl.Language.Lexing;
using InterconnectDsl.Language.Syntax;
using Sprache;
using static InterconnectDsl.Language.Parsing.Combinators;
using static InterconnectDsl.Language.Parsing.Sequences;

namespace InterconnectDsl.Language.Parsing;

/// <summary>What stands in the braces of a kind, a part, a design, an instance or a path.</summary>
internal static class MemberGrammar
{
    /// <summary><c>name : type = value</c>, perhaps with a body.</summary>
    public static readonly Parser<DeclarationSyntax> Attribute = Sequence(
        NameGrammar.Declared,
        After(Sign(TokenKind.Colon, Wanted.Colon), TypeGrammar.Type),
        ValueGrammar.Optional,
        BodyBehindType,
        (at, name, type, value, members) => (DeclarationSyntax)new AttributeSyntax(at.Span, name, type, value, members) { Doc = at.Doc });

    /// <summary><c>name : type = value</c> at the module's level.</summary>
    public static readonly Parser<DeclarationSyntax> Constant = Sequence(
        NameGrammar.Declared,
        After(Sign(TokenKind.Colon, Wanted.Colon), TypeGrammar.Type),
        ValueGrammar.Required,
        (at, name, type, value) => (DeclarationSyntax)new AttributeSyntax(at.Span, name, type, value, null) { Doc = at.Doc });

    /// <summary><c>target = value</c>, <c>target ~ distribution</c>, <c>target { ... }</c>.</summary>
    public static readonly Parser<DeclarationSyntax> SetOrAmend = Sequence(
        PrimaryGrammar.Reference,
        ValueOrBody,
        (at, target, rest) => rest is ValueSyntax value
            ? (DeclarationSyntax)new AssignmentSyntax(at.Span, Settable(at, target), value) { Doc = at.Doc }
            : new AmendSyntax(at.Span, target, (IReadOnlyList<DeclarationSyntax>)rest) { Doc = at.Doc });

    /// <summary><c>without els</c>.</summary>
    public static readonly Parser<DeclarationSyntax> Without = Sequence(
        Word(Keyword.Without),
        NameGrammar.Declared,
        (at, _, name) => (DeclarationSyntax)new WithoutSyntax(at.Span, name) { Doc = at.Doc });

    /// <summary>Any member; the first tokens say which.</summary>
    public static IResult<DeclarationSyntax> Member(IInput input)
    {
        var place = (TokenInput)input;
        if (place.Kind != TokenKind.Name)
        {
            return place.Fail<DeclarationSyntax>(Wanted.Member);
        }

        var next = place.Session.Tokens[place.Index + 1];
        var declares = DeclaresThing(place.Session, place.Index);
        return place.Keyword switch
        {
            Keyword.Without when declares => Without(place),
            Keyword.Allow when declares => WaiverGrammar.Allow(place),
            Keyword.Confirm when declares => WaiverGrammar.Confirm(place),
            _ when declares => ThingGrammar.Thing(place),
            _ when next.Kind == TokenKind.Colon => Attribute(place),
            _ => SetOrAmend(place),
        };
    }

    /// <summary>Whether two names stand side by side here, the first perhaps with a module in front: that declares.</summary>
    public static bool DeclaresThing(ParseSession session, int index)
    {
        var at = index + 1;
        while (session.Tokens[at].Kind == TokenKind.Dot && session.Tokens[at + 1].Kind == TokenKind.Name)
        {
            at += 2;
        }

        return session.Tokens[at].Kind == TokenKind.Name && !session.Tokens[at].IsFirstOnLine;
    }

    // A body replaces an instance, name : part { ... }; behind a value there is none.
    private static IResult<IReadOnlyList<DeclarationSyntax>?> BodyBehindType(IInput input)
    {
        var place = (TokenInput)input;
        return input is IResult<ValueSyntax?> { Value: not null }
            ? place.Session.Succeed<IReadOnlyList<DeclarationSyntax>?>(null, place.Index)
            : BodyGrammar.OptionalMembers(input);
    }

    private static ExpressionSyntax Settable(Covered at, ExpressionSyntax target)
    {
        if (target is NameSyntax name && at.Session.Tokens[at.First].Keyword.IsReserved())
        {
            at.Session.Reports.Report("ICX1011", target.Span, name.Name);
        }

        return target;
    }

    private static IResult<object> ValueOrBody(IInput input)
    {
        var place = (TokenInput)input;
        switch (place.Kind)
        {
            case TokenKind.LeftBrace:
                return BodyGrammar.MembersOrNone(place);
            case TokenKind.Equal or TokenKind.Tilde:
                return ValueGrammar.Required(place);
            default:
                var alone = place.Index == 0 || place.Session.Tokens[place.Index - 1].Kind == TokenKind.Name;
                return place.Fail<object>(Wanted.Equal | Wanted.Tilde | Wanted.LeftBrace | (alone ? Wanted.Name | Wanted.Colon : Wanted.None));
        }
    }
}
