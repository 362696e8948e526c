using InterconnectDsl.Language.Lexing;
using InterconnectDsl.Language.Syntax;
using Sprache;
using static InterconnectDsl.Language.Parsing.Combinators;

namespace InterconnectDsl.Language.Parsing;

/// <summary>A file: the module line, what it uses, and its declarations.</summary>
internal static class ModuleGrammar
{
    private static readonly Parser<Identifier> DottedName = NameGrammar.Qualified;

    private static readonly Parser<IReadOnlyList<UseItemSyntax>?> Items = UseItems;

    private static readonly Parser<UseItemSyntax> UseItem = Sequences.Sequence(
        NameGrammar.Declared,
        Prefixed(Keyword.As, NameGrammar.Declared),
        (at, name, alias) => new UseItemSyntax(at.Span, name, alias));

    // Two rules that are read once or a few times a file, in Sprache's own notation.
    private static readonly Parser<DeclarationSyntax> Module = Node(
        from keyword in Word(Keyword.Module)
        from name in DottedName
        select (Func<Covered, DeclarationSyntax>)(at => new ModuleSyntax(at.Span, name.Text) { Doc = at.Doc }));

    private static readonly Parser<DeclarationSyntax> Use = Node(
        from keyword in Word(Keyword.Use)
        from module in DottedName
        from items in Items
        select (Func<Covered, DeclarationSyntax>)(at => new UseSyntax(at.Span, module, items) { Doc = at.Doc }));

    /// <summary>The keywords a declaration of the module's level may start with.</summary>
    public static IEnumerable<Keyword> Keywords
    {
        get
        {
            for (var keyword = Keyword.None + 1; (int)keyword <= Lexing.Keywords.All.Count(); keyword++)
            {
                if (RuleOf(keyword) is not null)
                {
                    yield return keyword;
                }
            }
        }
    }

    /// <summary>Whether a declaration of the module's level, a constant among them, may start at a token.</summary>
    public static bool Starts(ParseSession session, int index) => session.Tokens[index].Kind == TokenKind.Name
        && (RuleOf(session.Tokens[index].Keyword) is not null
            || session.Tokens[index + 1].Kind is TokenKind.Colon or TokenKind.Equal or TokenKind.Tilde
            || (session.Tokens[index + 1].Kind == TokenKind.Name && Misspelling.NearestDeclaration(session, index, Keywords) != Keyword.None));

    /// <summary>Any declaration of the module's level; its first word says which.</summary>
    public static IResult<DeclarationSyntax> Declaration(IInput input)
    {
        var place = (TokenInput)input;
        var next = place.Session.Tokens[place.Index + 1].Kind;
        if (place.Kind != TokenKind.Name)
        {
            return place.Fail<DeclarationSyntax>(Wanted.Declaration);
        }

        if (next is TokenKind.Equal or TokenKind.Tilde)
        {
            return MemberGrammar.SetOrAmend(place);
        }

        return next is not TokenKind.Colon && RuleOf(place.Keyword) is { } rule ? rule(place)
            : next is TokenKind.Colon ? MemberGrammar.Constant(place)
            : Misplaced(place);
    }

    private static Parser<DeclarationSyntax>? RuleOf(Keyword keyword) => keyword switch
    {
        Keyword.Module => Module,
        Keyword.Use => Use,
        Keyword.Param => DeclarationGrammar.Param,
        Keyword.Fn => FunctionGrammar.Function,
        Keyword.Kind => DeclarationGrammar.Kind,
        Keyword.Part => DeclarationGrammar.Part,
        Keyword.Design => DeclarationGrammar.Design,
        Keyword.Rule or Keyword.Warning or Keyword.Note => RuleGrammar.Rule,
        Keyword.Study => StudyGrammar.Study,
        Keyword.Test => StudyGrammar.Test,
        Keyword.Allow => WaiverGrammar.Allow,
        Keyword.Confirm => WaiverGrammar.Confirm,
        _ => null,
    };

    // A misspelled keyword is read as what was meant. A thing or a path outside a design fails at its first word.
    private static IResult<DeclarationSyntax> Misplaced(TokenInput place)
    {
        var session = place.Session;
        var keyword = Misspelling.NearestDeclaration(session, place.Index, Keywords);
        if (keyword != Keyword.None && session.Tokens[place.Index + 1].Kind is TokenKind.Name or TokenKind.Text)
        {
            Misspelling.Report(session, place.Index, keyword);
            return RuleOf(keyword)!(place);
        }

        return place.Fail<DeclarationSyntax>(Wanted.Declaration);
    }

    private static IResult<IReadOnlyList<UseItemSyntax>?> UseItems(IInput input)
    {
        var place = (TokenInput)input;
        var session = place.Session;
        if (place.Kind != TokenKind.Dot)
        {
            return session.Succeed<IReadOnlyList<UseItemSyntax>?>(null, place.Index);
        }

        var brace = (TokenInput)place.Advance();
        return brace.Kind == TokenKind.LeftBrace
            ? BracketGrammar.SomeItems(brace, UseItem, TokenKind.RightBrace, Wanted.RightBrace, Wanted.Name)
            : brace.Fail<IReadOnlyList<UseItemSyntax>?>(Wanted.Name | Wanted.LeftBrace);
    }

    private static Parser<T> Node<T>(Parser<Func<Covered, T>> rule) => input =>
    {
        var made = rule(input);
        var behind = (TokenInput)made.Remainder;
        return made.WasSuccessful ? behind.Session.Succeed(made.Value(new Covered(input, behind)), behind.Index) : Fail<T>(behind);
    };
}
