using System.Runtime.CompilerServices;
using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Lexing;
using InterconnectDsl.Language.Text;
using Sprache;

namespace InterconnectDsl.Language.Parsing;

/// <summary>One run of the parser over one text: its tokens, how deep it stands in them, and what it has to report.</summary>
internal sealed partial class ParseSession
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

    public Place Place(int index) => new(this, index);

    /// <summary>That a rule which asked for something failed in front of a token.</summary>
    public IResult<T> Fail<T>(int index, Wanted wanted)
    {
        Expectations.Add(index, wanted);
        return new Failure<T>(Place(index));
    }

    public Success<T> Succeed<T>(T value, int index) => new(this, index, value);

    /// <summary>A session over an interpolation inside a text of this one; it reports to this one.</summary>
    public ParseSession Inside(TokenArray tokens) => new(Text, tokens, _names) { OpenParens = 1, Nesting = Nesting, IsInText = true };

    public string Spelling(int index)
    {
        var token = Tokens[index];
        return token.Keyword == Keyword.None ? _names.Intern(Content, token.Start, token.Length) : token.Keyword.Spelling();
    }

    public string Spelling(int start, int length) => _names.Intern(Content, start, length);

    /// <summary>The characters from one token up to, not including, another.</summary>
    public TextSpan Span(int first, int behind)
    {
        var start = Tokens[first].Start;
        return behind > first ? new(start, Tokens[behind - 1].End - start) : new(start, 0);
    }

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
