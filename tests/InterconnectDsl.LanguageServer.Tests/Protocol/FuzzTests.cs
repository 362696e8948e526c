using System.Globalization;
using System.Text.Json.Nodes;
using InterconnectDsl.Tests.Shared;

namespace InterconnectDsl.LanguageServer.Tests.Protocol;

/// <summary>Random edits over the examples, one session each: nothing that is asked fails, and what is found is what a fresh session finds.</summary>
public class FuzzTests
{
    private static readonly string[] Typed =
        ["{", "}", "(", ")", "\"", ".", " = ", " : ", "->", "\n", "\r\n", "3 dB", "💡", "±", "oe", "link ", "param x : length = 1 m\n", "//", ";", "[", "use icx.oif.{", "\t", "if ", " // a word\n"];

    private static readonly string[] Asked = ["hover", "completion", "signatureHelp", "definition", "documentHighlight", "prepareTypeHierarchy"];

    public static TheoryData<string> Examples => new("cpo51", "hybrid25", "lpo51", "npo32", "oio", "pluggable51", "quantum115", "ssd");

    private static int Edits => int.TryParse(Environment.GetEnvironmentVariable("ICX_FUZZ_CASES"), CultureInfo.InvariantCulture, out var cases) ? Math.Max(1, cases / 8) : 40;

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task Random_edits_of(string example)
    {
        var original = await File.ReadAllTextAsync(RepositoryRoot.Combine($"examples/{example}/{example}.icx"));
        var (text, random) = (original, new Random(example.Length * 31));
        await using var client = await Client.StartAsync();
        var uri = client.Open("untitled:" + example, text);
        for (var version = 2; version < Edits + 2; version++)
        {
            if (random.Next(12) == 0)
            {
                text = original;
                client.Change(uri, version, null, text);
            }
            else
            {
                var start = random.Next(text.Length + 1);
                var length = random.Next(3) == 0 ? Math.Min(random.Next(12), text.Length - start) : 0;
                var typed = random.Next(4) == 0 ? "" : Typed[random.Next(Typed.Length)];
                (start, length) = Whole(text, start, length);
                client.Change(uri, version, Range(text, start, length), typed);
                text = text[..start] + typed + text[(start + length)..];
            }

            await AskAsync(client, uri, text, random.Next(text.Length + 1), random);
            if (version % 10 == 0)
            {
                await using var fresh = await Client.StartAsync();
                fresh.Open(uri, text, version);
                Assert.Equal(await SettledAsync(fresh, uri), await SettledAsync(client, uri));
            }
        }
    }

    private static async Task AskAsync(Client client, string uri, string text, int at, Random random)
    {
        var (line, character) = Place(text, at);
        var method = "textDocument/" + Asked[random.Next(Asked.Length)];
        var position = new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = uri }, ["position"] = new JsonObject { ["line"] = line, ["character"] = character } };
        var whole = new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = uri } };
        var other = "textDocument/" + new[] { "documentSymbol", "foldingRange", "formatting", "semanticTokens/full", "codeLens", "documentLink" }[random.Next(6)];
        foreach (var (asked, answer) in new[] { (method, await client.AskAsync(method, position)), (other, await client.AskAsync(other, whole)) })
        {
            Assert.True(answer["error"] is null, $"{asked} at {line}:{character} of\n{text}\nis answered {answer.ToJsonString()}");
        }
    }

    // Everything that is found in a text, rules included: hints wait for values, and what follows from them is told right behind. Tests come after a rest.
    private static async Task<string> SettledAsync(Client client, string uri)
    {
        await client.OfAsync("textDocument/inlayHint", uri, ("range", Client.Range(0, 0, 0, 0)));
        var last = "";
        for (var same = 0; same < 3; await Task.Delay(40))
        {
            var said = client.Said.LastOrDefault(m => (string?)m["method"] == "textDocument/publishDiagnostics" && (string?)m["params"]!["uri"] == uri);
            var told = string.Join('\n', said?["params"]!["diagnostics"]!.AsArray().Where(d => (string?)d!["code"] != "test").Select(d => d!.ToJsonString()) ?? []);
            same = told == last ? same + 1 : 0;
            last = told;
        }

        return last;
    }

    // An edit never parts the two halves of one character: no client does.
    private static (int Start, int Length) Whole(string text, int start, int length)
    {
        start -= start > 0 && start < text.Length && char.IsLowSurrogate(text[start]) ? 1 : 0;
        var end = Math.Min(text.Length, start + length);
        end += end > 0 && end < text.Length && char.IsLowSurrogate(text[end]) ? 1 : 0;
        return (start, end - start);
    }

    private static JsonObject Range(string text, int start, int length)
    {
        var (from, to) = (Place(text, start), Place(text, start + length));
        return Client.Range(from.Line, from.Character, to.Line, to.Character);
    }

    private static (int Line, int Character) Place(string text, int at) => (text.AsSpan(0, at).Count('\n'), at - (at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1));
}
