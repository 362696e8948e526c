using System.Globalization;
using System.Text;
using InterconnectDsl.Language.Lexing;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Cli.Tests.Goldens;

/// <summary>The tokens of a file, a line of it on a line: keywords in angle brackets, numbers behind #, dates behind @, names, texts and signs as they are.</summary>
internal static class TokenLines
{
    public static string Write(SourceText text)
    {
        var tokens = Lexer.Lex(text);
        var lines = new StringBuilder();
        var line = 0;
        for (var i = 0; i < tokens.Count - 1; i++)
        {
            var at = text.PositionOf(tokens[i].Start);
            lines.Append(at.Line == line ? " " : string.Create(CultureInfo.InvariantCulture, $"{(line == 0 ? "" : "\n")}{at.Line,4}:{at.Column,-3}"));
            line = at.Line;
            lines.Append(Shown(tokens[i], text.Slice(new(tokens[i].Start, tokens[i].Length))));
        }

        return lines.ToString();
    }

    private static string Shown(Token token, string text) => token.Keyword != Keyword.None ? $"<{text}>" : token.Kind switch
    {
        TokenKind.Number => "#" + text,
        TokenKind.Date => "@" + text,
        _ => text,
    };
}
