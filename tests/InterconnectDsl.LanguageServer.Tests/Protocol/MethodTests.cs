using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using InterconnectDsl.Tests.Shared;

namespace InterconnectDsl.LanguageServer.Tests.Protocol;

/// <summary>Every method on every example, whole and broken; what is announced is answered.</summary>
public class MethodTests
{
    /// <summary>What a capability stands for beyond the method of its own name.</summary>
    private static readonly Dictionary<string, string[]> Further = new(StringComparer.Ordinal)
    {
        ["completionProvider"] = ["textDocument/completion", "completionItem/resolve"],
        ["renameProvider"] = ["textDocument/rename", "textDocument/prepareRename"],
        ["codeActionProvider"] = ["textDocument/codeAction", "codeAction/resolve"],
        ["codeLensProvider"] = ["textDocument/codeLens", "codeLens/resolve"],
        ["semanticTokensProvider"] = ["textDocument/semanticTokens/full", "textDocument/semanticTokens/full/delta", "textDocument/semanticTokens/range"],
        ["documentFormattingProvider"] = ["textDocument/formatting"],
        ["documentRangeFormattingProvider"] = ["textDocument/rangeFormatting"],
        ["documentOnTypeFormattingProvider"] = ["textDocument/onTypeFormatting"],
        ["typeHierarchyProvider"] = ["textDocument/prepareTypeHierarchy", "typeHierarchy/supertypes", "typeHierarchy/subtypes"],
        ["workspaceSymbolProvider"] = ["workspace/symbol"],
        ["executeCommandProvider"] = ["workspace/executeCommand"],
        ["textDocumentSync"] = ["textDocument/didOpen", "textDocument/didChange", "textDocument/didSave", "textDocument/didClose"],
        ["workspace"] = ["workspace/didChangeWorkspaceFolders", "workspace/willRenameFiles"],
        ["positionEncoding"] = [],
    };

    public static TheoryData<string> Examples => new("cpo51", "hybrid25", "lpo51", "npo32", "oio", "pluggable51", "quantum115", "ssd");

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task Every_method_is_answered_on(string example)
    {
        var path = $"examples/{example}/{example}.icx";
        var text = await File.ReadAllTextAsync(RepositoryRoot.Combine(path));
        await using var client = await Client.StartAsync(RepositoryRoot.Combine("examples"));
        var page = await AskAllAsync(client, client.Open(path, text), text);
        Assert.DoesNotContain("-32603", page, StringComparison.Ordinal);
        if (example == "cpo51")
        {
            await Verify(page).UseDirectory("Answers").UseFileName(example);
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task Every_method_is_answered_on_a_broken(string example)
    {
        var path = $"examples/{example}/{example}.icx";
        var text = await File.ReadAllTextAsync(RepositoryRoot.Combine(path));
        await using var client = await Client.StartAsync(RepositoryRoot.Combine("examples"));
        foreach (var broken in new[] { text.Replace(" : ", " ", StringComparison.Ordinal), text[..(text.Length * 2 / 3)], text.Replace("}", "", StringComparison.Ordinal), "{" + text.Replace('"', '\''), "" })
        {
            var page = await AskAllAsync(client, client.Open("untitled:" + example + broken.Length, broken), broken);
            Assert.DoesNotContain("-32603", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_is_announced_is_answered_and_the_table_says_so()
    {
        await using var client = await Client.StartAsync();
        var page = new StringBuilder("| announced | answers |\n|---|---|\n");
        foreach (var (capability, options) in client.Capabilities.OrderBy(c => c.Key, StringComparer.Ordinal))
        {
            var methods = Further.GetValueOrDefault(capability) ?? ["textDocument/" + capability.Replace("Provider", "", StringComparison.Ordinal)];
            foreach (var method in methods.Where(m => !m.StartsWith("textDocument/did", StringComparison.Ordinal) && !m.StartsWith("workspace/did", StringComparison.Ordinal)))
            {
                var answer = await client.AskAsync(method, new JsonObject());
                Assert.True(answer["error"] is not { } error || (int)error["code"]! != -32601, $"{method} is announced and not known");
            }

            var shown = capability is "semanticTokensProvider" ? "full, delta, range" : options!.GetValueKind() is JsonValueKind.True ? "" : options.ToJsonString().Replace("|", "\\|", StringComparison.Ordinal);
            page.Append(CultureInfo.InvariantCulture, $"| `{capability}`{(shown.Length == 0 ? "" : shown == "full, delta, range" ? " " + shown : $" `{shown}`")} | {string.Join(", ", methods.Select(m => $"`{m}`"))} |\n");
        }

        var file = RepositoryRoot.Combine("src/InterconnectDsl.LanguageServer/README.md");
        var readme = await File.ReadAllTextAsync(file);
        var (start, end) = (readme.IndexOf("| announced |", StringComparison.Ordinal), readme.IndexOf("\n\n", readme.IndexOf("| announced |", StringComparison.Ordinal), StringComparison.Ordinal) + 1);
        if (Environment.GetEnvironmentVariable("VERIFY_ACCEPT") == "1")
        {
            await File.WriteAllTextAsync(file, readme[..start] + page + readme[end..]);
            return;
        }

        Assert.Equal(page.ToString(), readme[start..end]);
    }

    private static async Task<string> AskAllAsync(Client client, string uri, string text)
    {
        var page = new StringBuilder();
        var document = new JsonObject { ["uri"] = uri };
        var places = new[] { "link", "asic", "reach", "use", "smf(", "message", "on base", "}" }.Where(w => text.Contains(w, StringComparison.Ordinal)).Select(w => (Word: w, Place: Places.Find(text, w, w == "smf(" ? 4 : 1))).ToList();
        await AskAsync("textDocument/inlayHint", ("range", Client.Range(0, 0, 9999, 0)));
        foreach (var method in new[] { "documentSymbol", "foldingRange", "formatting", "documentLink", "codeLens", "semanticTokens/full" })
        {
            await AskAsync("textDocument/" + method);
        }

        await AskAsync("textDocument/semanticTokens/range", ("range", Client.Range(0, 0, 3, 0)));
        await AskAsync("textDocument/semanticTokens/full/delta", ("previousResultId", "1"));
        await AskAsync("textDocument/rangeFormatting", ("range", Client.Range(5, 0, 12, 0)));
        foreach (var (word, (line, character)) in places)
        {
            var position = new JsonObject { ["line"] = line, ["character"] = character };
            page.Append(CultureInfo.InvariantCulture, $"== at {line + 1}:{character + 1}, in `{word}`\n");
            foreach (var method in new[] { "hover", "completion", "signatureHelp", "definition", "typeDefinition", "implementation", "documentHighlight", "prepareRename", "prepareTypeHierarchy" })
            {
                await AskAsync("textDocument/" + method, ("position", position.DeepClone()));
            }

            await AskAsync("textDocument/references", ("position", position.DeepClone()), ("context", new JsonObject { ["includeDeclaration"] = true }));
            await AskAsync("textDocument/selectionRange", ("positions", new JsonArray(position.DeepClone())));
            await AskAsync("textDocument/codeAction", ("range", Client.Range(line, character, line, character)), ("context", new JsonObject()));
            await AskAsync("textDocument/onTypeFormatting", ("position", position.DeepClone()), ("ch", "}"));
        }

        return page.ToString();

        async Task AskAsync(string method, params (string Name, JsonNode? Value)[] more)
        {
            var parameters = new JsonObject { ["textDocument"] = document.DeepClone() };
            foreach (var (name, value) in more)
            {
                parameters[name] = value;
            }

            var answer = await client.AskAsync(method, parameters);
            page.Append(method).Append('\n').Append(Readable(answer["result"] ?? answer["error"], 1));
        }
    }

    // JSON without its signs: lists of plain things in one line, ranges as line:character, long lists cut. Paths of this machine are left out.
    private static string Readable(JsonNode? node, int depth)
    {
        var indent = new string(' ', depth * 2);
        switch (node)
        {
            case JsonArray { Count: > 0 } list when list.All(i => i is JsonValue):
                return $"{indent}{list.Count} numbers\n";
            case JsonArray list:
                return string.Concat(list.Take(6).Select(i => Readable(i, depth))) + (list.Count > 6 ? $"{indent}and {list.Count - 6} more\n" : list.Count == 0 ? indent + "none\n" : "");
            case JsonObject thing:
                var plain = string.Join(' ', thing.Where(p => Inline(p.Value) is not null && p.Key != "data").Select(p => $"{p.Key}={Inline(p.Value)}"));
                var inner = thing.Where(p => Inline(p.Value) is null && p.Key != "data").Select(p => $"{indent}  {p.Key}:\n{Readable(p.Value, depth + 2)}");
                return $"{indent}{plain}\n{string.Concat(inner)}";
            default:
                return $"{indent}{Inline(node) ?? "nothing"}\n";
        }
    }

    private static string? Inline(JsonNode? node) => node switch
    {
        JsonValue value => value.ToString().Contains("icx-library", StringComparison.Ordinal) ? "(library)" : value.ToString().StartsWith("file:", StringComparison.Ordinal) ? value.ToString()[(value.ToString().LastIndexOf('/') + 1)..]
            : value.ToString().Split('\n')[0] is { Length: > 120 } line ? line[..120] + "..." : value.ToString().Replace("\n", " / ", StringComparison.Ordinal) is var all && all.Length > 160 ? all[..160] + "..." : all,
        JsonObject { Count: 2 } range when range["start"] is JsonObject => string.Join('-', new[] { Places.Of(range) }.Select(p => $"{p.Line + 1}:{p.Character + 1}..{p.EndLine + 1}:{p.EndCharacter + 1}")),
        JsonObject { Count: 2 } place when place["line"] is not null => $"{(int)place["line"]! + 1}:{(int)place["character"]! + 1}",
        _ => null,
    };
}
