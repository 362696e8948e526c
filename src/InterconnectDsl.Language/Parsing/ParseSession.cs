using System.Runtime.CompilerServices;
using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Lexing;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Language.Parsing;

/// <summary>One run of the parser over one text: its tokens, how deep it stands in them, and what it has to report.</summary>
internal sealed class ParseSession
{
    /// <summary>How deep parentheses, brackets, braces and prefix operators may nest.</summary>
    public const int DeepestNesting = 256;

    /// <summary>How many levels the tree of one expression may have: what walks it later may recurse.</summary>
    public const int TallestExpression = 500;

    private readonly Interner _names;

    public ParseSession(SourceText text, TokenArray tokens)
        : this(text, tokens, new Interner())
    {
    }

    private ParseSession(SourceText text, TokenArray tokens, Interner names)
    {
        Text = text;
        Content = text.Content;
        Tokens = tokens.Items;
        Count = tokens.Count;
        Mistakes = tokens.Mistakes;
        Expectations = new(this);
        Reports = new(this);
        _names = names;
    }

    public SourceText Text { get; }

    public string Content { get; }

    public Token[] Tokens { get; }

    public int Count { get; }

    public List<LexicalMistake>? Mistakes { get; }

    public Expectations Expectations { get; }

    public SyntaxReports Reports { get; }

    /// <summary>Open parentheses and brackets around the place at hand: inside them a newline ends nothing.</summary>
    public int OpenParens { get; set; }

    /// <summary>Levels of the expression that was read last.</summary>
    public int Height { get; set; }

    /// <summary>First token of the statement at hand.</summary>
    public int StatementStart { get; set; } = -1;

    /// <summary>Whether the text is an interpolation inside another text.</summary>
    public bool IsInText { get; private set; }

    public int Nesting { get; private set; }

    /// <summary>Indentation of the declaration of the module's level at hand: a declaration keyword indented no deeper closes it.</summary>
    public int DeclarationIndent { get; set; }

    /// <summary>Whether braces are known not to match here, so that indentation says where one is missing.</summary>
    public bool TrustsIndentation { get; set; }

    public TokenInput Place(int index) => new Success<Token>(this, index, Tokens[Math.Max(0, index - 1)]);

    public Success<T> Succeed<T>(T value, int index) => new(this, index, value);

    /// <summary>A session over an interpolation inside a text of this one; it reports to this one.</summary>
    public ParseSession Inside(TokenArray tokens) => new(Text, tokens, _names) { OpenParens = 1, Nesting = Nesting, IsInText = true };

    public string Spelling(int index)
    {
        var token = Tokens[index];
        return token.Keyword == Keyword.None ? _names.Intern(Content, token.Start, token.Length) : token.Keyword.Spelling();
    }

    public string Spelling(int start, int length) => _names.Intern(Content, start, length);

    /// <summary>Whether a newline in front of a token ends the statement, as far as the brackets say.</summary>
    public bool IsBreak(int index) => OpenParens == 0 && Tokens[index].IsFirstOnLine && index > StatementStart;

    /// <summary>Whether a statement may end in front of a token.</summary>
    public bool EndsAt(int index) =>
        Tokens[index].IsFirstOnLine || Tokens[index].Kind is TokenKind.Semicolon or TokenKind.RightBrace or TokenKind.EndOfFile;

    /// <summary>First token at or behind a place that is no semicolon.</summary>
    public int SkipSeparators(int index)
    {
        while (Tokens[index].Kind == TokenKind.Semicolon)
        {
            index++;
        }

        return index;
    }

    /// <summary>The first words of a statement, as a message names it.</summary>
    public string Words(int index, int most)
    {
        var behind = index + 1;
        while (behind < index + most && Tokens[behind].Kind is TokenKind.Name or TokenKind.Text && !Tokens[behind].IsFirstOnLine)
        {
            behind++;
        }

        return "`" + Text.Slice(Span(index, behind)) + "`";
    }

    /// <summary>The characters from one token up to, not including, another.</summary>
    public TextSpan Span(int first, int behind)
    {
        var start = Tokens[first].Start;
        return behind > first ? new(start, Tokens[behind - 1].End - start) : new(start, 0);
    }

    /// <summary>How far the line of a token is indented, in characters.</summary>
    public int Indent(int index)
    {
        var start = Tokens[index].Start;
        var line = start == 0 ? 0 : Content.LastIndexOf('\n', start - 1) + 1;
        var at = line;
        while (at < start && char.IsWhiteSpace(Content[at]))
        {
            at++;
        }

        return at - line;
    }

    /// <summary>Whether a declaration starts here that closes whatever is open.</summary>
    public bool ClosesAll(int index) => Newlines.StartsDeclaration(this, index) && Indent(index) <= DeclarationIndent;

    /// <summary>Takes a token for a keyword it is almost spelled like.</summary>
    public void Reinterpret(int index, Keyword keyword)
    {
        var token = Tokens[index];
        Tokens[index] = new Token(TokenKind.Name, keyword, token.Marks, token.Start, token.Length);
    }

    /// <summary>The documentation lines above a token, or null.</summary>
    public string? Documentation(int index) => (Tokens[index].Marks & TokenMarks.Documented) == 0
        ? null
        : Trivia.DocumentationBefore(Content, index == 0 ? 0 : Tokens[index - 1].End, Tokens[index].Start);

    /// <summary>Goes one level down; false, and reported, when that is too deep.</summary>
    public bool Enter(int index)
    {
        if (++Nesting <= DeepestNesting && HasStack())
        {
            return true;
        }

        Reports.Once("ICX1014", index, DeepestNesting);
        return false;
    }

    public void Leave() => Nesting--;

#if NET
    private static bool HasStack() => RuntimeHelpers.TryEnsureSufficientExecutionStack();
#else
    private static bool HasStack() => true;
#endif
}
