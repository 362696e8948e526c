using System.Text.Json.Nodes;

namespace InterconnectDsl.LanguageServer.Tests.Protocol;

/// <summary>How a session begins and ends, and what is said before and after.</summary>
public class SessionTests
{
    [Fact]
    public async Task A_client_that_takes_its_leave_ends_the_server_with_0()
    {
        await using var client = await Client.StartAsync();
        Assert.Null(await client.RequestAsync("shutdown", null));
        client.Notify("exit", null);
        Assert.Equal(0, await client.Served);
    }

    [Fact]
    public async Task A_client_that_closes_its_end_ends_the_server_with_1()
    {
        await using var client = await Client.StartAsync();
        client.Die();
        Assert.Equal(1, await client.Served.WaitAsync(TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public async Task Before_initialize_a_request_is_refused()
    {
        await using var client = Client.Silent();
        var refused = await Assert.ThrowsAsync<ServerRefusal>(() => client.RequestAsync("textDocument/hover", new JsonObject()));
        Assert.Equal(-32002, refused.Code);
        client.Notify("exit", null);
        Assert.Equal(1, await client.Served);
    }

    [Fact]
    public async Task Characters_are_counted_in_UTF_16_unless_the_client_offers_UTF_8()
    {
        await using (var plain = await Client.StartAsync())
        {
            Assert.Equal("utf-16", (string?)plain.Capabilities["positionEncoding"]);
        }

        await using var modern = await Client.StartAsync(capabilities: """{"general":{"positionEncodings":["utf-16","utf-8"]}}""");
        Assert.Equal("utf-8", (string?)modern.Capabilities["positionEncoding"]);
    }

    [Theory]
    [InlineData("{}", 12)]
    [InlineData("""{"general":{"positionEncodings":["utf-8"]}}""", 15)]
    public async Task A_finding_behind_a_character_of_two_units_and_four_bytes_stands_where_the_client_counts(string capabilities, int character)
    {
        // The lamp is 2 units in UTF-16 and 4 bytes in UTF-8, the plus-minus 1 and 2.
        await using var client = await Client.StartAsync(capabilities: capabilities);
        var uri = client.Open("untitled:a", "a = \"💡±\" + x\n");
        var found = (await client.DiagnosticsAsync(uri, 1)).Single(d => (string)d!["code"]! == "ICX2001");
        Assert.Equal(character, (int)found!["range"]!["start"]!["character"]!);
    }

    [Fact]
    public async Task Values_that_are_turned_off_and_on_again_are_shown_anew_each_time()
    {
        await using var client = await Client.StartAsync(capabilities: """{"workspace":{"inlayHint":{"refreshSupport":true}}}""");
        var uri = client.Open("untitled:a", "module a\n\nreach : length = 2 m + 3 m\n\ndesign D {\n  board main\n}\n");
        Assert.Equal("= 5 m", (string?)Assert.Single(await HintsAsync())!["label"]);
        Turn(false);
        Assert.Empty(await HintsAsync());
        Turn(true);
        Assert.Single(await HintsAsync());

        // One is asked for when the design is evaluated, and one whenever the setting changes.
        Assert.True(client.Said.Count(m => (string?)m["method"] == "workspace/inlayHint/refresh") >= 2);

        void Turn(bool on) => client.Notify("workspace/didChangeConfiguration", new JsonObject { ["settings"] = new JsonObject { ["icx"] = new JsonObject { ["inlayHints"] = on } } });
        async Task<JsonArray> HintsAsync() => (await client.OfAsync("textDocument/inlayHint", uri, ("range", JsonNode.Parse("""{"start":{"line":0,"character":0},"end":{"line":9,"character":0}}"""))))?.AsArray() ?? [];
    }

    [Fact]
    public async Task A_client_without_a_root_and_a_file_that_was_never_saved_are_served()
    {
        await using var client = await Client.StartAsync(root: null);
        var uri = client.Open("untitled:Untitled-1", "slack : length = 3 m\n");
        Assert.Empty(await client.DiagnosticsAsync(uri, 1));
        var hover = await client.AtAsync("textDocument/hover", uri, 0, 2);
        Assert.Contains("slack : length = 3 m", (string)hover!["contents"]!["value"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_method_is_refused_and_an_unknown_notification_passed_over()
    {
        await using var client = await Client.StartAsync();
        client.Notify("$/unknown", new JsonObject());
        Assert.Equal(-32601, (await Assert.ThrowsAsync<ServerRefusal>(() => client.RequestAsync("textDocument/unknown", new JsonObject()))).Code);
        Assert.Equal(-32602, (await Assert.ThrowsAsync<ServerRefusal>(() => client.RequestAsync("textDocument/hover", new JsonObject()))).Code);
        Assert.Equal(-32602, (await Assert.ThrowsAsync<ServerRefusal>(() => client.AtAsync("textDocument/hover", "file:///nowhere/a.icx", 0, 0))).Code);
    }

    [Fact]
    public async Task Edits_in_one_message_are_made_one_after_the_other()
    {
        await using var client = await Client.StartAsync();
        var uri = client.Open("untitled:a", "a = 1\n");
        client.Notify("textDocument/didChange", new JsonObject
        {
            ["textDocument"] = new JsonObject { ["uri"] = uri, ["version"] = 2 },
            ["contentChanges"] = new JsonArray(
                new JsonObject { ["range"] = Client.Range(0, 0, 0, 1), ["text"] = "slack" },
                new JsonObject { ["range"] = Client.Range(0, 8, 0, 9), ["text"] = "  7" }),
        });
        var edits = await client.OfAsync("textDocument/formatting", uri);
        var edit = Assert.Single(edits!.AsArray());
        Assert.Equal((0, 7, 0, 10), Places.Of(edit!["range"]));
        Assert.Equal(" ", (string)edit["newText"]!);
    }
}
