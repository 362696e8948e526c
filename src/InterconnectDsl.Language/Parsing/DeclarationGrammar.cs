using InterconnectDsl.Language.Lexing;
using InterconnectDsl.Language.Syntax;
using Sprache;
using static InterconnectDsl.Language.Parsing.Combinators;
using static InterconnectDsl.Language.Parsing.Sequences;

namespace InterconnectDsl.Language.Parsing;

/// <summary>Params, kinds, parts and designs.</summary>
internal static class DeclarationGrammar
{
    /// <summary><c>param reach : length = 500 m within 2 m .. 2 km</c>.</summary>
    public static readonly Parser<DeclarationSyntax> Param = Sequence(
        After(Word(Keyword.Param), NameGrammar.Declared),
        Maybe<TypeSyntax>(TokenKind.Colon, Wanted.Colon, TypeGrammar.Type),
        ValueGrammar.Required,
        (at, name, type, value) => (DeclarationSyntax)new ParamSyntax(at.Span, name, type, value) { Doc = at.Doc });

    /// <summary><c>kind connector : step { ... }</c>.</summary>
    public static readonly Parser<DeclarationSyntax> Kind = Sequence(
        After(Word(Keyword.Kind), NameGrammar.Declared),
        Prefixed(TokenKind.Colon, Wanted.Colon, NameGrammar.Qualified),
        BodyGrammar.MembersOrNone,
        (at, name, basis, members) => (DeclarationSyntax)new KindSyntax(at.Span, name, basis, members) { Doc = at.Doc });

    /// <summary><c>part smf(span : length) : fiber { ... }</c>.</summary>
    public static readonly Parser<DeclarationSyntax> Part = Sequence(
        After(Word(Keyword.Part), NameGrammar.Declared),
        FunctionGrammar.OptionalParameters,
        After(Sign(TokenKind.Colon, Wanted.Colon), PrimaryGrammar.Reference),
        BodyGrammar.MembersOrNone,
        (at, name, parameters, basis, members) => (DeclarationSyntax)new PartSyntax(at.Span, name, parameters, basis, members) { Doc = at.Doc });

    /// <summary><c>design Lpo : Pluggable { ... }</c>.</summary>
    public static readonly Parser<DeclarationSyntax> Design = Sequence(
        After(Word(Keyword.Design), NameGrammar.Declared),
        Prefixed(TokenKind.Colon, Wanted.Colon, NameGrammar.Qualified),
        BodyGrammar.MembersOrNone,
        (at, name, basis, members) => (DeclarationSyntax)new DesignSyntax(at.Span, name, basis, members) { Doc = at.Doc });
}
