using System.Text.Json.Nodes;
using InterconnectDsl.Tests.Shared;

namespace InterconnectDsl.LanguageServer.Tests.Features;

/// <summary>Studies run from the editor.</summary>
public class StudyTests
{
    private const string Path = "examples/hybrid25/hybrid25.icx";

    [Fact]
    public async Task A_study_is_run_from_the_line_above_it_and_gives_a_page()
    {
        await using var client = await Client.StartAsync(RepositoryRoot.FullPath);
        var uri = client.Open(Path, await File.ReadAllTextAsync(RepositoryRoot.Combine(Path)));
        var lenses = (await client.OfAsync("textDocument/codeLens", uri))!.AsArray();
        var command = lenses.Single(l => (string?)l!["command"]?["command"] == "icx.study")!["command"]!;
        Assert.Equal("run study", (string)command["title"]!);
        var answer = await client.RequestAsync("workspace/executeCommand", new JsonObject { ["command"] = "icx.study", ["arguments"] = command["arguments"]!.DeepClone() });
        var page = (string)answer!["html"]!;
        Assert.Contains("<h1>reaches</h1>", page, StringComparison.Ordinal);
        Assert.Contains("inside over reach", page, StringComparison.Ordinal);
        Assert.Contains("500 m", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_study_that_is_not_there_and_one_behind_errors_are_refused_with_the_reason()
    {
        await using var client = await Client.StartAsync(RepositoryRoot.FullPath);
        var text = await File.ReadAllTextAsync(RepositoryRoot.Combine(Path));
        var whole = client.Open(Path, text);
        Assert.Contains("there is no study `reach`", (await RefusedAsync(client, whole, "reach")).Message, StringComparison.Ordinal);
        var broken = client.Open("untitled:broken", text.Replace("param reach", "param", StringComparison.Ordinal));
        Assert.Contains("the file has errors", (await RefusedAsync(client, broken, "reaches")).Message, StringComparison.Ordinal);
    }

    private static Task<ServerRefusal> RefusedAsync(Client client, string uri, string study) => Assert.ThrowsAsync<ServerRefusal>(() =>
        client.RequestAsync("workspace/executeCommand", new JsonObject { ["command"] = "icx.study", ["arguments"] = new JsonArray(uri, study) }));
}
