using System.Text.Json.Nodes;
using InterconnectDsl.Tests.Shared;

namespace InterconnectDsl.LanguageServer.Tests.Features;

/// <summary>Finished and unfinished files, as one works on them.</summary>
public class LanguageTests
{
    private const string Path = "examples/cpo51/cpo51.icx";

    private static string Text => File.ReadAllText(RepositoryRoot.Combine(Path));

    [Fact]
    public async Task A_misspelled_name_is_found_with_a_way_out_and_gone_after_the_edit()
    {
        await using var client = await Client.StartAsync(RepositoryRoot.FullPath);
        var wrong = Text.Replace("smf(reach)", "smf(raech)", StringComparison.Ordinal);
        var uri = client.Open(Path, wrong);
        var found = Assert.Single(await client.DiagnosticsAsync(uri, 1), d => (string)d!["code"]! == "ICX2001");
        Assert.Equal("raech", Places.Slice(wrong, found!["range"]));
        Assert.Contains("did you mean `reach`?", (string)found["message"]!, StringComparison.Ordinal);
        Assert.EndsWith("/codes/ICX2001.txt", (string)found["codeDescription"]!["href"]!, StringComparison.Ordinal);
        var (line, character) = Places.Find(wrong, "raech");
        client.Change(uri, 2, Client.Range(line, character, line, character + 5), "reach");
        Assert.DoesNotContain(await client.DiagnosticsAsync(uri, 2), d => (int)d!["severity"]! <= 2);
    }

    [Fact]
    public async Task A_rule_that_fails_is_told_with_the_numbers()
    {
        // 2 km more fiber than the 5.3 dB of margin pay for at 0.35 dB/km is impossible; 20 km are 7 dB.
        await using var client = await Client.StartAsync(RepositoryRoot.FullPath);
        var uri = client.Open(Path, Text.Replace("= 500 m within 2 m .. 2 km", "= 20 km within 2 m .. 20 km", StringComparison.Ordinal));
        var failed = await client.FindingAsync(uri, d => ((string)d["code"]!).EndsWith("keep_one_decibel", StringComparison.Ordinal));
        Assert.Matches(@"has -1\.\d+ dB left", (string)failed["message"]!);
    }

    [Fact]
    public async Task What_nothing_reads_is_marked_as_unnecessary()
    {
        await using var client = await Client.StartAsync(RepositoryRoot.FullPath);
        var uri = client.Open(Path, Text.Replace("param ambient", "param unread : length = 3 m\nparam ambient", StringComparison.Ordinal));
        var found = await client.FindingAsync(uri, d => (string)d["code"]! == "ICX2032");
        Assert.Equal(1, (int)found["tags"]![0]!);
    }

    [Fact]
    public async Task What_is_deprecated_is_marked_where_it_is_used_and_proposed_last()
    {
        await using var client = await Client.StartAsync(RepositoryRoot.FullPath);
        var text = Text.Replace("part Switch51", "/// Deprecated: sampling ended; use Switch102\npart Switch51", StringComparison.Ordinal);
        var uri = client.Open(Path, text);
        var found = await client.FindingAsync(uri, d => (string)d["code"]! == "ICX2049");
        Assert.Equal("Switch51", Places.Slice(text, found["range"]));
        Assert.Equal("`Switch51` is deprecated: sampling ended; use Switch102", (string)found["message"]!);
        Assert.Equal(2, (int)found["tags"]![0]!);
        var (line, character) = Places.Find(text, ": Switch51", 2);
        var proposed = (await client.AtAsync("textDocument/completion", uri, line, character))!["items"]!.AsArray().Single(i => (string)i!["label"]! == "Switch51")!;
        Assert.Equal((1, "9Switch51"), ((int)proposed["tags"]![0]!, (string)proposed["sortText"]!));
    }

    [Theory]
    [InlineData("engine    oe[16]   : ", "CoPackaged3200")]
    [InlineData("engine    oe[16] : CoPackaged3200 on base { po", "power")]
    [InlineData("allow ", "icx_fibers_fit")]
    [InlineData("link x = asic -> o", "oe")]
    [InlineData("power = oe.", "optical_loss")]
    [InlineData("size = 110 ", "mm")]
    [InlineData("", "connector")]
    public async Task Completion_proposes_what_may_stand_in_a_line_that_is_not_finished(string line, string expected)
    {
        await using var client = await Client.StartAsync(RepositoryRoot.FullPath);
        var text = Text.Replace("  heat core", "  " + line + "\n  heat core", StringComparison.Ordinal);
        var uri = client.Open(Path, text);
        var (at, _) = Places.Find(text, "  heat core", 0);
        var list = await client.AtAsync("textDocument/completion", uri, at - 1, line.Length + 2);
        Assert.Contains(expected, list!["items"]!.AsArray().Select(i => (string)i!["label"]!));
    }

    [Fact]
    public async Task Completion_among_very_many_things_tells_those_that_hold_the_letters_typed()
    {
        await using var client = await Client.StartAsync();
        var boards = string.Concat(Enumerable.Range(0, 600).Select(i => $"  board b{i}\n"));
        var uri = client.Open("untitled:many", $"module many\n\ndesign Many {{\n{boards}  board last\n  package p on b59\n  package q on \n}}\n");
        var typed = await client.AtAsync("textDocument/completion", uri, 604, "  package p on b59".Length);
        Assert.True((bool)typed!["isIncomplete"]!);
        Assert.Equal(Enumerable.Range(0, 600).Select(n => $"b{n}").Where(n => n.IndexOf('5', StringComparison.Ordinal) is > 0 and var five && n.IndexOf('9', five) > 0).Order(StringComparer.Ordinal), Labels(typed).Where(l => l[0] == 'b' && char.IsDigit(l[1])));
        var all = await client.AtAsync("textDocument/completion", uri, 605, "  package q on ".Length);
        Assert.Equal(500, Labels(all!).Count());

        static IEnumerable<string> Labels(System.Text.Json.Nodes.JsonNode list) => list["items"]!.AsArray().Select(i => (string)i!["label"]!);
    }

    [Fact]
    public async Task Completion_behind_use_names_modules_and_what_they_hold()
    {
        await using var client = await Client.StartAsync();
        var uri = client.Open("untitled:a", "module a\n\nuse icx.\nuse icx.oif.{\n");
        var modules = await client.AtAsync("textDocument/completion", uri, 2, 8);
        Assert.Contains("oif", modules!["items"]!.AsArray().Select(i => (string)i!["label"]!));
        var names = await client.AtAsync("textDocument/completion", uri, 3, 13);
        Assert.Contains("CoPackaged3200", names!["items"]!.AsArray().Select(i => (string)i!["label"]!));
    }

    [Theory]
    [InlineData("module a\n\ndesign D {\n  conn\n}\n", 3, 6, "connector", "  connector")]
    [InlineData("module a\n\nuse icx.o\n", 2, 9, "oif", "use icx.oif")]
    [InlineData("module a\n\nlength_of_run : length = 110 k\n", 2, 30, "km", "length_of_run : length = 110 km")]
    [InlineData("module a\n\nlength_of_run : length = 110 \n", 2, 29, "km", "length_of_run : length = 110 km")]
    public async Task A_proposal_says_what_it_replaces(string text, int line, int character, string label, string expected)
    {
        await using var client = await Client.StartAsync();
        var uri = client.Open("untitled:a", text);
        var list = await client.AtAsync("textDocument/completion", uri, line, character);
        var item = list!["items"]!.AsArray().Single(i => (string)i!["label"]! == label)!;
        var edited = Places.Edited(text, new JsonArray(item["textEdit"]!.DeepClone()));
        Assert.Equal(expected, edited.Split('\n')[line]);
    }

    [Fact]
    public async Task Formatting_gives_what_the_formatter_gives()
    {
        await using var client = await Client.StartAsync();
        const string Untidy = "slack:length=3m\npart A:die{\npower=3W\n}\n";
        var uri = client.Open("untitled:a", Untidy);
        var edits = await client.OfAsync("textDocument/formatting", uri);
        Assert.Equal("slack : length = 3 m\npart A : die {\n  power = 3 W\n}\n", Places.Edited(Untidy, edits!.AsArray()));
    }

    [Fact]
    public async Task Renaming_changes_a_name_in_every_file_and_refuses_what_is_no_name()
    {
        using var folder = new TemporaryFolder();
        var parts = folder.Write("parts.icx", "module site.parts\n\npart Chip : die { power = 3 W }\n");
        var board = folder.Write("board.icx", "module site.board\n\nuse site.parts.{Chip}\n\ndesign D {\n  board main\n  die a : Chip on main\n}\n");
        folder.Write("icx.toml", "");
        await using var client = await Client.StartAsync(folder.FullPath);
        var uri = client.Open(parts, File.ReadAllText(parts));
        var edit = await client.AtAsync("textDocument/rename", uri, 2, 6, ("newName", "Asic"));
        var changes = edit!["changes"]!.AsObject();
        Assert.Equal([Client.UriOf(board), uri], changes.Select(c => c.Key).Order(StringComparer.Ordinal));
        Assert.Equal("module site.board\n\nuse site.parts.{Asic}\n\ndesign D {\n  board main\n  die a : Asic on main\n}\n",
            Places.Edited(File.ReadAllText(board), changes[Client.UriOf(board)]!.AsArray()));
        Assert.Equal(-32803, (await Assert.ThrowsAsync<ServerRefusal>(() => client.AtAsync("textDocument/rename", uri, 2, 6, ("newName", "3x")))).Code);
        var range = await client.AtAsync("textDocument/prepareRename", uri, 2, 6);
        Assert.Equal("Chip", (string)range!["placeholder"]!);
        Assert.Equal(-32803, (await Assert.ThrowsAsync<ServerRefusal>(() => client.AtAsync("textDocument/prepareRename", uri, 2, 13))).Code);
    }

    [Fact]
    public async Task A_file_that_uses_another_is_judged_anew_when_that_is_edited()
    {
        using var folder = new TemporaryFolder();
        var parts = folder.Write("parts.icx", "module site.parts\n\npart Chip : die { power = 3 W }\n");
        var board = folder.Write("board.icx", "module site.board\n\nuse site.parts.{Chip}\n\npart Two : die { power = Chip.power }\n");
        await using var client = await Client.StartAsync(folder.FullPath);
        var other = client.Open(board, File.ReadAllText(board));
        await client.DiagnosticsAsync(other, 1);
        var uri = client.Open(parts, File.ReadAllText(parts));
        client.Change(uri, 2, Client.Range(2, 5, 2, 9), "Asic");
        await client.DiagnosticsAsync(uri, 2);
        Assert.NotNull(await client.FindingAsync(other, d => (string)d["code"]! == "ICX2008"));
    }

    [Fact]
    public async Task A_request_that_is_taken_back_is_answered_as_cancelled_and_the_next_one_is_answered()
    {
        await using var client = await Client.StartAsync(RepositoryRoot.FullPath);
        var uri = client.Open(Path, Text);
        var (id, answer) = client.Ask("textDocument/inlayHint", new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = uri }, ["range"] = Client.Range(0, 0, 100, 0) });
        client.Notify("$/cancelRequest", new JsonObject { ["id"] = id });
        var told = await answer;
        Assert.True(told["error"] is null || (int)told["error"]!["code"]! == -32800, told.ToJsonString());
        Assert.NotNull(await client.AtAsync("textDocument/hover", uri, Places.Find(Text, "reach").Line, Places.Find(Text, "reach").Character));
    }

    [Fact]
    public async Task What_a_test_expects_and_is_not_so_is_told_where_it_is_written()
    {
        await using var client = await Client.StartAsync();
        var uri = client.Open("untitled:t", "design D {\n  board main { power = 2 W }\n}\n\ntest \"power\" of D {\n  expect main.power >= 2 W\n  expect main.power >= 3 W\n}\n");
        var found = await client.FindingAsync(uri, d => (string?)d["code"] == "test");
        Assert.Equal(6, (int)found["range"]!["start"]!["line"]!);
        Assert.Equal("expected main.power >= 3 W, and it is 2 W against 3 W", (string?)found["message"]);
    }
}
