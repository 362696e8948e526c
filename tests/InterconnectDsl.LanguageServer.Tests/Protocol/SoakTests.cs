using System.Globalization;
using InterconnectDsl.Tests.Shared;

namespace InterconnectDsl.LanguageServer.Tests.Protocol;

/// <summary>
/// One session of many edits, most of them numbers, some of them words and declarations, and what an editor asks for in between. As many as
/// <c>ICX_SOAK_EDITS</c> says, and then memory is looked at too; without it a few, beside whatever else runs in this process.
/// </summary>
public class SoakTests
{
    private const double Growth = 1.2;

    private static int? Asked => int.TryParse(Environment.GetEnvironmentVariable("ICX_SOAK_EDITS"), CultureInfo.InvariantCulture, out var edits) ? edits : null;

    [Fact]
    public async Task A_long_session_keeps_its_memory()
    {
        var edits = Asked ?? 200;
        var text = await File.ReadAllTextAsync(RepositoryRoot.Combine("examples/cpo51/cpo51.icx"));
        var lines = text.Split('\n');
        var line = Array.FindIndex(lines, l => l.Contains("power = 480 W", StringComparison.Ordinal));
        var column = lines[line].IndexOf("480", StringComparison.Ordinal);
        await using var client = await Client.StartAsync();
        var uri = client.Open("untitled:soak", text);
        await client.DiagnosticsAsync(uri, 1);
        var (version, start) = (1, 0L);
        for (var edit = 0; edit < edits; edit++)
        {
            Edit(client, uri, ++version, edit, line, column, lines.Length);
            if (edit % 50 == 49)
            {
                client.Change(uri, ++version, null, text);
                await client.DiagnosticsAsync(uri, version);
                await AskAsync(client, uri, line, column);
                client.Forget();
            }

            start = edit == edits / 10 ? await UsedAsync() : start;
        }

        var end = await UsedAsync();
        Assert.True(Asked is null || end < Growth * start, $"{start / 1e6:F1} MB after a tenth of the edits, {end / 1e6:F1} MB after all of them");
        await using var fresh = await Client.StartAsync();
        client.Change(uri, ++version, null, text);
        fresh.Open(uri, text, version);
        Assert.Equal((await fresh.DiagnosticsAsync(uri, version)).ToJsonString(), (await client.DiagnosticsAsync(uri, version)).ToJsonString());
    }

    private static void Edit(Client client, string uri, int version, int edit, int line, int column, int lines)
    {
        switch (edit % 10)
        {
            case 3:
                client.Change(uri, version, Client.Range(lines - 1, 0, lines - 1, 0), "// a word\n");
                break;
            case 6:
                client.Change(uri, version, Client.Range(lines - 1, 0, lines - 1, 0), "param spare : length = 3 m\n");
                break;
            default:
                client.Change(uri, version, Client.Range(line, column, line, column + 3), string.Create(CultureInfo.InvariantCulture, $"4{edit % 90 + 10}"));
                break;
        }
    }

    private static async Task AskAsync(Client client, string uri, int line, int column)
    {
        await client.AtAsync("textDocument/hover", uri, line, column - 4);
        await client.AtAsync("textDocument/completion", uri, line, column);
        await client.OfAsync("textDocument/inlayHint", uri, ("range", Client.Range(0, 0, line, 0)));
        await client.OfAsync("textDocument/semanticTokens/full", uri);
    }

    // When what was asked for last, and what follows an edit when nothing is typed, has come to its end.
    private static async Task<long> UsedAsync()
    {
        await Task.Delay(Asked is null ? TimeSpan.Zero : TimeSpan.FromSeconds(2));
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
