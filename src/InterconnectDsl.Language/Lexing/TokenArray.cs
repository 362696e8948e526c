using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Language.Lexing;

/// <summary>The tokens of a text in order, closed by one of kind <see cref="TokenKind.EndOfFile"/>.</summary>
public sealed class TokenArray
{
    // Sentinels behind the last token let the parser look ahead without asking where the end is.
    internal const int Sentinels = 4;

    internal TokenArray(Token[] items, int count, List<LexicalMistake>? mistakes)
    {
        Items = items;
        Count = count;
        Mistakes = mistakes;
    }

    /// <summary>Number of tokens, the closing one included.</summary>
    public int Count { get; }

    /// <summary>A token; from 0 to <see cref="Count"/> - 1.</summary>
    public Token this[int index] => Items[index];

    /// <summary>Whether the text goes on behind the last token, which is one too many.</summary>
    internal bool IsCut { get; init; }

    internal Token[] Items { get; }

    internal List<LexicalMistake>? Mistakes { get; }
}

/// <summary>Characters that make no token, or one that is not well formed.</summary>
/// <param name="Token">The token it belongs to, or the one behind it.</param>
/// <param name="Code">Code of its diagnostic.</param>
/// <param name="Span">The characters.</param>
/// <param name="Argument">What the message names.</param>
/// <param name="Replacement">What to write instead, or null.</param>
internal readonly record struct LexicalMistake(int Token, string Code, TextSpan Span, string Argument, string? Replacement);
