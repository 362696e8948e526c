using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

namespace InterconnectDsl.LanguageServer.Tests.Protocol;

/// <summary>Clients that say what no client should: the server answers what can be answered, and lives on.</summary>
public class RobustnessTests
{
    [Theory]
    [InlineData("Content-Length: 9\r\n\r\n{\"jsonrpc")]
    [InlineData("Content-Length: 2\r\n\r\n[]")]
    [InlineData("Content-Length: 4\r\n\r\nnull")]
    [InlineData("Content-Length: 17\r\n\r\n{\"id\":3,\"x\":true}")]
    [InlineData("Content-Length: 0\r\n\r\n")]
    [InlineData("Content-Length: -5\r\n\r\n")]
    [InlineData("Content-Length: 99999999999999\r\n\r\n")]
    [InlineData("Content-Length: many\r\n\r\n")]
    [InlineData("no header at all\r\n\r\n")]
    [InlineData("\r\n\r\n\n\n")]
    [InlineData("Content-Type: application/vscode-jsonrpc; charset=utf-8\r\nContent-Length: 2\r\n\r\n{}")]
    [InlineData("Content-Length: 2\r\n\r\n{\"jsonrpc\":\"2.0\",\"method\":\"$/too/long\"}\r\n")]
    public async Task What_is_no_message_is_passed_over_and_the_next_one_is_answered(string written)
    {
        await using var client = await Client.StartAsync();
        client.Raw(written);
        var uri = client.Open("untitled:a", "a = 1\n");
        Assert.NotNull(await client.AtAsync("textDocument/hover", uri, 0, 0));
    }

    [Fact]
    public async Task A_line_that_never_ends_is_no_header()
    {
        await using var client = await Client.StartAsync();
        client.Raw(new string('x', 100_000));
        client.Raw("\r\n");
        var uri = client.Open("untitled:a", "a = 1\n");
        Assert.NotNull(await client.AtAsync("textDocument/hover", uri, 0, 0));
    }

    [Theory]
    [InlineData("""{"textDocument":{"uri":null},"position":{"line":0,"character":0}}""")]
    [InlineData("""{"textDocument":{"uri":"untitled:a"},"position":{"line":"first","character":0}}""")]
    [InlineData("""{"textDocument":{"uri":"untitled:a"},"position":null}""")]
    [InlineData("""[]""")]
    [InlineData("""null""")]
    public async Task Wrong_parameters_are_refused_as_such(string parameters)
    {
        await using var client = await Client.StartAsync();
        client.Open("untitled:a", "a = 1\n");
        Assert.Equal(-32602, (await Assert.ThrowsAsync<ServerRefusal>(() => client.RequestAsync("textDocument/hover", JsonNode.Parse(parameters)))).Code);
    }

    [Theory]
    [InlineData(-1, -1)]
    [InlineData(0, 1_000_000)]
    [InlineData(1_000_000, 0)]
    [InlineData(int.MaxValue, int.MaxValue)]
    public async Task Places_outside_the_text_are_taken_as_its_ends(int line, int character)
    {
        await using var client = await Client.StartAsync();
        var uri = client.Open("untitled:a", "a = 1\n");
        foreach (var method in new[] { "hover", "completion", "definition", "documentHighlight", "signatureHelp" })
        {
            Assert.Null((await client.AskAsync("textDocument/" + method, new JsonObject
            {
                ["textDocument"] = new JsonObject { ["uri"] = uri },
                ["position"] = new JsonObject { ["line"] = line, ["character"] = character },
            }))["error"]);
        }

        client.Change(uri, 2, Client.Range(line, character, line, character), "// a word\n");
        Assert.Empty(await client.DiagnosticsAsync(uri, 2));
    }

    [Fact]
    public async Task A_flood_of_requests_and_edits_is_answered_to_the_last()
    {
        await using var client = await Client.StartAsync();
        var uri = client.Open("untitled:a", "a = 1\nb = a\n");
        var answers = new List<Task<JsonObject>>();
        for (var i = 0; i < 2_000; i++)
        {
            answers.Add(client.AskAsync("textDocument/hover", new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = uri }, ["position"] = new JsonObject { ["line"] = 1, ["character"] = 4 } }));
            if (i % 10 == 0)
            {
                client.Change(uri, i + 2, Client.Range(0, 4, 0, 5), ((i / 10) % 10).ToString(CultureInfo.InvariantCulture));
            }
        }

        // What asked about a version that was gone before it was read is told so; nothing fails in another way.
        foreach (var answer in answers)
        {
            var told = await answer;
            Assert.True(told["error"] is not { } error || (int)error["code"]! == -32801, told.ToJsonString());
        }

        Assert.Empty(await client.DiagnosticsAsync(uri, 1992));
    }

    [Fact]
    public async Task A_file_of_50_megabytes_is_refused_with_a_word_and_the_server_lives_on()
    {
        await using var client = await Client.StartAsync();
        var uri = client.Open("untitled:large", new string('/', 100) + "\n" + string.Concat(Enumerable.Repeat("slack : length = 3 m  // one of very many lines\n", 1_050_000)));
        Assert.Equal("ICX1016", (string)Assert.Single(await client.DiagnosticsAsync(uri, 1))!["code"]!);
        foreach (var method in new[] { "documentSymbol", "foldingRange", "formatting", "codeLens" })
        {
            await client.OfAsync("textDocument/" + method, uri);
        }

        var small = client.Open("untitled:a", "a = 1\n");
        Assert.NotNull(await client.AtAsync("textDocument/hover", small, 0, 0));
    }

    [Fact]
    public void A_client_that_dies_takes_the_server_with_it()
    {
        using var client = Process.Start(new ProcessStartInfo(OperatingSystem.IsWindows() ? "ping" : "sleep", OperatingSystem.IsWindows() ? "-n 60 localhost" : "60") { RedirectStandardOutput = true })!;
        using var server = Process.Start(new ProcessStartInfo("dotnet", new[] { Path.Combine(AppContext.BaseDirectory, "icx.dll"), "lsp" }) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var initialize = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"processId\":" + client.Id.ToString(CultureInfo.InvariantCulture)
            + ",\"rootUri\":null,\"capabilities\":{}}}";
        server.StandardInput.Write(string.Create(CultureInfo.InvariantCulture, $"Content-Length: {initialize.Length}\r\n\r\n{initialize}"));
        server.StandardInput.Flush();
        Assert.StartsWith("Content-Length", server.StandardOutput.ReadLine(), StringComparison.Ordinal);
        client.Kill();

        // Its standard input stays open: only the death of the client tells.
        Assert.True(server.WaitForExit(TimeSpan.FromSeconds(30)));
    }
}
