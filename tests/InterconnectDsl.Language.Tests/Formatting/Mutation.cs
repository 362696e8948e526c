using InterconnectDsl.Language.Lexing;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Language.Tests.Formatting;

/// <summary>
/// A text with a few of its tokens lost, doubled or replaced, and signs, lines and comments where they were not: what an editor sees while one types.
/// </summary>
internal static class Mutation
{
    private static readonly string[] Typed =
    [
        "\n", "\n\n", " // a remark\n", "\n// a line\n", "\n  /// what it is\n", ";", "{", "}", "(", ")", "[", "]", ",", "=", "\"",
        " # ", " /* ", "\n}\n", " - ", ".", "/",
    ];

    public static string Of(string text, int seed)
    {
        var random = new Random(seed);
        for (var n = random.Next(1, 4); n > 0; n--)
        {
            var tokens = Lexer.Lex(new SourceText("a.icx", text));
            if (tokens.Count < 3)
            {
                return text;
            }

            var (a, b) = (tokens[random.Next(tokens.Count - 1)], tokens[random.Next(tokens.Count - 1)]);
            text = random.Next(8) switch
            {
                2 or 3 or 4 => text.Insert(random.Next(2) == 0 ? a.End : a.Start, Typed[random.Next(Typed.Length)]),
                0 => text.Insert(a.End, " " + text.Substring(b.Start, b.Length)),
                1 => text.Remove(a.Start, a.Length).Insert(a.Start, text.Substring(b.Start, b.Length)),
                _ => text.Remove(a.Start, a.Length),
            };
        }

        return text;
    }
}
