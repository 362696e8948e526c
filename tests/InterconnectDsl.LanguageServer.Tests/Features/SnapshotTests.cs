using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using InterconnectDsl.Tests.Shared;

namespace InterconnectDsl.LanguageServer.Tests.Features;

/// <summary>What an editor shows of the examples, written so that one can read it.</summary>
public class SnapshotTests
{
    private static readonly Regex LibraryLine = new(@"(`icx/[a-z0-9_]+)/[^`]+", RegexOptions.None, TimeSpan.FromSeconds(1));

    public static TheoryData<string> Examples => new("cpo51", "hybrid25", "lpo51", "npo32", "oio", "pluggable51", "quantum115", "ssd");

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task Hints_of(string example)
    {
        var (text, path) = Read(example);
        await using var client = await Client.StartAsync(RepositoryRoot.FullPath);
        var uri = client.Open(path, text);
        var hints = await client.OfAsync("textDocument/inlayHint", uri, ("range", Client.Range(0, 0, 10_000, 0)));
        var shown = hints!.AsArray().Select(h => new JsonObject
        {
            ["range"] = new JsonObject { ["start"] = h!["position"]!.DeepClone(), ["end"] = h["position"]!.DeepClone() },
            ["newText"] = " «" + (string)h["label"]! + "»",
        });
        await Verify(Places.Edited(text, new JsonArray(Joined(shown).ToArray<JsonNode>()))).UseDirectory("Examples").UseFileName(example + ".hints");
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task Names_of(string example)
    {
        var (text, path) = Read(example);
        await using var client = await Client.StartAsync(RepositoryRoot.FullPath);
        var uri = client.Open(path, text);
        await client.OfAsync("textDocument/inlayHint", uri, ("range", Client.Range(0, 0, 0, 0)));
        var page = new StringBuilder();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (line, character) in Words(text))
        {
            if (await client.AtAsync("textDocument/hover", uri, line, character) is not { } hover || !seen.Add((string)hover["contents"]!["value"]!))
            {
                continue;
            }

            var leads = (await client.AtAsync("textDocument/definition", uri, line, character))!.AsArray().Select(l => Shown(l!));
            page.Append(CultureInfo.InvariantCulture, $"{line + 1}:{character + 1} `{Places.Slice(text, hover["range"])}` leads to {string.Join(", ", leads.DefaultIfEmpty("nothing"))}\n");
            page.Append(Indented((string)hover["contents"]!["value"]!)).Append('\n');
        }

        await Verify(page.ToString()).UseDirectory("Examples").UseFileName(example + ".names");
    }

    private static (string Text, string Path) Read(string example)
    {
        var path = $"examples/{example}/{example}.icx";
        return (File.ReadAllText(RepositoryRoot.Combine(path)), path);
    }

    // Several hints at one place come in the order in which they are shown.
    private static IEnumerable<JsonObject> Joined(IEnumerable<JsonObject> edits) => edits.GroupBy(e => Places.Of(e["range"])).Select(g =>
    {
        var first = g.First();
        first["newText"] = string.Concat(g.Select(e => (string)e["newText"]!));
        return first;
    });

    private static IEnumerable<(int Line, int Character)> Words(string text)
    {
        var lines = text.Split('\n');
        for (var line = 0; line < lines.Length; line++)
        {
            var code = lines[line].Split("//")[0];
            for (var at = 0; at < code.Length; at++)
            {
                if (char.IsLetterOrDigit(code[at]) && (at == 0 || !(char.IsLetterOrDigit(code[at - 1]) || code[at - 1] == '_')))
                {
                    yield return (line, at);
                }
            }
        }
    }

    private static string Shown(JsonNode location)
    {
        var uri = (string)location["uri"]!;
        var place = Places.Of(location["range"]);
        var name = uri[(uri.LastIndexOf('/') + 1)..];
        return uri.Contains("icx-library", StringComparison.Ordinal) ? "icx/" + uri.Split('/')[^2] : string.Create(CultureInfo.InvariantCulture, $"{name}:{place.Line + 1}:{place.Character + 1}");
    }

    // Lines of the library move; the files that speak of them need not be read again for that.
    private static string Indented(string text) => string.Concat(text.Split('\n').Where(l => l.Length > 0 && !l.StartsWith("```", StringComparison.Ordinal)).Select(l => "    " + LibraryLine.Replace(l, "$1") + "\n"));
}
