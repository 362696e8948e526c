using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Language.Lexing;

/// <summary>
/// Cuts a text into tokens, once, in one pass without an allocation per token. It never fails: what is no token is noted, left out,
/// and reported by the parser where it matters.
/// </summary>
public static class Lexer
{
    /// <summary>The tokens of a whole text.</summary>
    public static TokenArray Lex(SourceText text) => Lex(text.Content, 0, text.Content.Length);

    /// <summary>The tokens of a text up to the end of one of its lines, which no token crosses. <paramref name="line"/> counts from 1.</summary>
    public static TokenArray LexTo(SourceText text, int line) => Lex(text.Content, 0, text.SpanOfLine(line).End);

    /// <summary>The tokens between two offsets of a text, as an interpolation needs them; positions stay those of the whole text.</summary>
    internal static TokenArray Lex(string text, int start, int end) => Lex(text, start, end, new Token[((end - start) / 4) + 16]);

    /// <summary>The same into an array that is there already, or into a longer one when it is too short.</summary>
    internal static TokenArray Lex(string text, int start, int end, Token[] buffer)
    {
        var scan = new LexerScan(text, start, end, buffer);
        scan.Run();
        return scan.Finish();
    }
}
