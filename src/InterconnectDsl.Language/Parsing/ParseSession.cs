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

    public int Nesting { get; private set; }

    public TokenInput Place(int index) => new Success<Token>(this, index, Tokens[Math.Max(0, index - 1)]);

    public Success<T> Succeed<T>(T value, int index) => new(this, index, value);

    /// <summary>A session over an interpolation inside a text of this one; it reports to this one.</summary>
    public ParseSession Inside(TokenArray tokens) => new(Text, tokens, _names) { OpenParens = 1, Nesting = Nesting };

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

    /// <summary>The characters from one token up to, not including, another.</summary>
    public TextSpan Span(int first, int behind)
    {
        var start = Tokens[first].Start;
        return behind > first ? new(start, Tokens[behind - 1].End - start) : new(start, 0);
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
