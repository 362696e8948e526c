namespace InterconnectDsl.Language.Parsing;

/// <summary>What a rule of the grammar may ask for at a place, in the words of a message.</summary>
[Flags]
internal enum Wanted : ulong
{
    None = 0,
    Value = 1UL << 0,
    Name = 1UL << 1,
    Unit = 1UL << 2,
    Operator = 1UL << 3,
    EndOfLine = 1UL << 4,
    Declaration = 1UL << 5,
    Member = 1UL << 6,
    Type = 1UL << 7,
    Text = 1UL << 8,
    Date = 1UL << 9,
    Part = 1UL << 10,
    Step = 1UL << 11,
    Number = 1UL << 14,
    LeftParen = 1UL << 20,
    RightParen = 1UL << 21,
    LeftBracket = 1UL << 22,
    RightBracket = 1UL << 23,
    LeftBrace = 1UL << 24,
    RightBrace = 1UL << 25,
    Comma = 1UL << 26,
    Colon = 1UL << 27,
    DotDot = 1UL << 29,
    Equal = 1UL << 30,
    Tilde = 1UL << 31,
    Bar = 1UL << 33,
    Arrow = 1UL << 35,
    DoubleArrow = 1UL << 36,
    EndOfText = 1UL << 37,
}
