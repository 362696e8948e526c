namespace InterconnectDsl.Language.Lexing;

#pragma warning disable CS1591 // The members are named after their characters.

/// <summary>The sort of a token. Keywords are names that carry a <see cref="Keyword"/>, since a word is a keyword only where it stands.</summary>
public enum TokenKind : byte
{
    EndOfFile,
    Name,
    Number,

    /// <summary><c>2027-06-30</c>, four, two and two digits without blanks.</summary>
    Date,

    /// <summary>A text with its quotes, interpolations included.</summary>
    Text,
    LeftParen,
    RightParen,
    LeftBracket,
    RightBracket,
    LeftBrace,
    RightBrace,
    Comma,
    Semicolon,
    Colon,
    Dot,

    /// <summary><c>..</c></summary>
    DotDot,

    /// <summary><c>=</c></summary>
    Equal,

    /// <summary><c>==</c></summary>
    EqualEqual,

    /// <summary><c>!=</c></summary>
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Plus,
    Minus,
    Star,
    Slash,
    Caret,
    Percent,
    Tilde,

    /// <summary><c>±</c> or <c>+/-</c></summary>
    PlusMinus,
    Bar,
    Question,

    /// <summary><c>-></c></summary>
    Arrow,

    /// <summary><c>&lt;-></c></summary>
    DoubleArrow,
}

/// <summary>What else is known of a token.</summary>
[Flags]
public enum TokenMarks : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>It is the first token of its line.</summary>
    FirstOnLine = 1,

    /// <summary>A documentation comment stands between it and the token before it.</summary>
    Documented = 2,

    /// <summary>A name with characters outside ASCII: good for a unit, not for a name.</summary>
    NotAscii = 4,
}

/// <summary>A token: what it is and where it stands. Comments and blank lines are the gaps between tokens.</summary>
public readonly struct Token
{
    internal Token(TokenKind kind, Keyword keyword, TokenMarks marks, int start, int length)
    {
        Kind = kind;
        Keyword = keyword;
        Marks = marks;
        Start = start;
        Length = length;
    }

    /// <summary>Its sort.</summary>
    public TokenKind Kind { get; }

    /// <summary>The keyword a name may be, <see cref="Keyword.None"/> for all others.</summary>
    public Keyword Keyword { get; }

    /// <summary>What else is known of it.</summary>
    public TokenMarks Marks { get; }

    /// <summary>Offset of its first character.</summary>
    public int Start { get; }

    /// <summary>Number of characters.</summary>
    public int Length { get; }

    /// <summary>Offset just behind its last character.</summary>
    public int End => Start + Length;

    /// <summary>Whether it is the first of its line.</summary>
    public bool IsFirstOnLine => (Marks & TokenMarks.FirstOnLine) != 0;
}
