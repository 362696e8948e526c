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

    /// <summary>The tokens between two offsets of a text, as an interpolation needs them; positions stay those of the whole text.</summary>
    internal static TokenArray Lex(string text, int start, int end)
    {
        var scan = new LexerScan(text, start, end);
        scan.Run();
        return scan.Finish();
    }
}
