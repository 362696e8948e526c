using InterconnectDsl.Language.Lexing;
using InterconnectDsl.Language.Syntax;

namespace InterconnectDsl.Language.Parsing;

/// <summary>How tightly an operator binds; a higher one binds tighter.</summary>
internal enum Level : byte
{
    None,
    Or,
    And,
    Not,
    Comparison,

    /// <summary>in, is, exists, missing, within, otherwise: behind a whole sum.</summary>
    Test,

    /// <summary><c>..</c> and <c>by</c></summary>
    Span,
    Sum,
    Product,
    Sign,
    Power,
}

/// <summary>The operators with two sides, as tables over signs and over keywords.</summary>
internal static class Operators
{
    private static readonly (Level Level, BinaryOperator Operator)[] Signs = Table<TokenKind>(
        (TokenKind.EqualEqual, Level.Comparison, BinaryOperator.Equal),
        (TokenKind.NotEqual, Level.Comparison, BinaryOperator.NotEqual),
        (TokenKind.Less, Level.Comparison, BinaryOperator.Less),
        (TokenKind.LessOrEqual, Level.Comparison, BinaryOperator.LessOrEqual),
        (TokenKind.Greater, Level.Comparison, BinaryOperator.Greater),
        (TokenKind.GreaterOrEqual, Level.Comparison, BinaryOperator.GreaterOrEqual),
        (TokenKind.DotDot, Level.Span, default),
        (TokenKind.Plus, Level.Sum, BinaryOperator.Add),
        (TokenKind.Minus, Level.Sum, BinaryOperator.Subtract),
        (TokenKind.Star, Level.Product, BinaryOperator.Multiply),
        (TokenKind.Slash, Level.Product, BinaryOperator.Divide),
        (TokenKind.Caret, Level.Power, BinaryOperator.Power));

    private static readonly (Level Level, BinaryOperator Operator)[] Words = Table<Keyword>(
        (Keyword.Or, Level.Or, BinaryOperator.Or),
        (Keyword.And, Level.And, BinaryOperator.And),
        (Keyword.In, Level.Test, default),
        (Keyword.Is, Level.Test, default),
        (Keyword.Exists, Level.Test, default),
        (Keyword.Missing, Level.Test, default),
        (Keyword.Within, Level.Test, default),
        (Keyword.Otherwise, Level.Test, default),
        (Keyword.By, Level.Span, default),
        (Keyword.Div, Level.Product, BinaryOperator.Div),
        (Keyword.Mod, Level.Product, BinaryOperator.Mod));

    /// <summary>Whether a word between two values is an operator.</summary>
    public static bool IsInfix(Keyword keyword) => Words[(int)keyword].Level != Level.None;

    /// <summary>The level and the operator of a token; <see cref="Level.None"/> when it is no operator.</summary>
    public static Level Of(Token token, out BinaryOperator op)
    {
        var entry = token.Kind == TokenKind.Name ? Words[(int)token.Keyword] : Signs[(int)token.Kind];
        op = entry.Operator;
        return entry.Level;
    }

    private static (Level Level, BinaryOperator Operator)[] Table<T>(params (T Token, Level Level, BinaryOperator Operator)[] entries)
        where T : Enum
    {
        var table = new (Level, BinaryOperator)[Enum.GetValues(typeof(T)).Length];
        foreach (var (token, level, op) in entries)
        {
            table[Convert.ToInt32(token, System.Globalization.CultureInfo.InvariantCulture)] = (level, op);
        }

        return table;
    }
}
