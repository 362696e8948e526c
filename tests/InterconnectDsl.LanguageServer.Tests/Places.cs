using System.Text;
using System.Text.Json.Nodes;

namespace InterconnectDsl.LanguageServer.Tests;

/// <summary>Places and edits of answers.</summary>
internal static class Places
{
    /// <summary>A range as its four numbers.</summary>
    public static (int Line, int Character, int EndLine, int EndCharacter) Of(JsonNode? range) => (
        (int)range!["start"]!["line"]!, (int)range["start"]!["character"]!, (int)range["end"]!["line"]!, (int)range["end"]!["character"]!);

    /// <summary>Line and character of the n-th place at which a text stands, both from 0, moved on by some characters.</summary>
    public static (int Line, int Character) Find(string text, string wanted, int offset = 0, int number = 1)
    {
        var at = -1;
        for (var i = 0; i < number; i++)
        {
            at = text.IndexOf(wanted, at + 1, StringComparison.Ordinal);
            Assert.True(at >= 0, $"`{wanted}` is not in the text");
        }

        at += offset;
        var start = text.LastIndexOf('\n', Math.Max(0, at - 1)) + 1;
        return (text.AsSpan(0, at).Count('\n'), at - start);
    }

    /// <summary>The text of a range.</summary>
    public static string Slice(string text, JsonNode? range)
    {
        var (line, character, endLine, endCharacter) = Of(range);
        return text[Offset(text, line, character)..Offset(text, endLine, endCharacter)];
    }

    /// <summary>A text with edits made to it, as a client makes them.</summary>
    public static string Edited(string text, JsonArray edits)
    {
        var result = new StringBuilder(text);
        foreach (var edit in edits.Select(e => e!).OrderByDescending(e => Of(e["range"])))
        {
            var (line, character, endLine, endCharacter) = Of(edit["range"]);
            var (from, to) = (Offset(text, line, character), Offset(text, endLine, endCharacter));
            result.Remove(from, to - from).Insert(from, (string)edit["newText"]!);
        }

        return result.ToString();
    }

    /// <summary>The offset of a line and a character.</summary>
    public static int Offset(string text, int line, int character)
    {
        var at = 0;
        for (; line > 0; line--)
        {
            at = text.IndexOf('\n', at) is var end and >= 0 ? end + 1 : text.Length;
        }

        return at + character;
    }
}
