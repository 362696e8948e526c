using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

namespace InterconnectDsl.Benchmarks.Editor;

/// <summary>
/// What an editor waits for: an edit until the findings of all rules, the first answer, a large file opened, completion, hover. Arguments: <c>csv</c> prints
/// lines of comma-separated values instead of a table; <c>server=PATH</c> measures a program (<c>icx</c> or <c>icx.dll</c>) over its standard input and
/// output instead of the server in this process; <c>lines=N</c> one size only.
/// </summary>
internal sealed class EditorRounds
{
    private const string Uri = "untitled:written.icx";

    // A typist's pause: work that follows an edit is done in it.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly bool _csv;
    private readonly string? _server;

    private EditorRounds(IReadOnlyList<string> options)
    {
        _csv = options.Contains("csv");
        _server = options.FirstOrDefault(o => o.StartsWith("server=", StringComparison.Ordinal))?["server=".Length..];
    }

    /// <summary>Measures and prints.</summary>
    public static void Run(IReadOnlyList<string> options)
    {
        var rounds = new EditorRounds(options);
        var only = options.FirstOrDefault(o => o.StartsWith("lines=", StringComparison.Ordinal))?["lines=".Length..];
        var sizes = only is null ? new[] { 166, 10_000, 100_000 } : new[] { int.Parse(only, CultureInfo.InvariantCulture) };
        Console.WriteLine(rounds._csv ? "lines,what,count,p50_ms,p99_ms,cpu_p50_ms,cpu_p99_ms,memory_mb" : "| lines | what | count | p50 ms | p99 ms | CPU p50 ms | CPU p99 ms | memory MB |\n|---|---|---|---|---|---|---|---|");
        foreach (var size in sizes)
        {
            rounds.Measure(size);
        }
    }

    private void Measure(int lines)
    {
        var design = new EditedDesign(lines);
        var samples = new Dictionary<string, List<(double Wall, double Cpu)>>();
        Warm();
        var clock = Stopwatch.StartNew();
        using var client = new EditorClient(_server);
        client.Request("initialize", new JsonObject { ["processId"] = null, ["rootUri"] = null, ["capabilities"] = new JsonObject() });
        Print(design.LineCount, "initialize", new() { (clock.Elapsed.TotalMilliseconds, client.Cpu) }, null);
        client.Notify("initialized", new());
        var version = 1;
        var opened = Timed(client, () =>
        {
            client.Notify("textDocument/didOpen", new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = Uri, ["languageId"] = "icx", ["version"] = version, ["text"] = design.Text } });
            client.Evaluated(version);
        });
        Print(design.LineCount, "open", new() { opened }, client.Memory);
        var mix = new EditMix(design);
        var edits = lines > 50_000 ? 60 : 200;
        for (var i = -20; i < edits; i++)
        {
            var (kind, edit) = mix.Next();
            Thread.Sleep(Pause);
            var time = Timed(client, () =>
            {
                Change(client, ++version, edit);
                client.Evaluated(version);
            });
            (samples.TryGetValue(kind, out var list) ? list : samples[kind] = new()).AddRange(i < 0 ? [] : [time]);
        }

        Print(design.LineCount, "edit: all of the mix", samples.Values.SelectMany(s => s).ToList(), client.Memory);
        foreach (var kind in EditMix.Classes)
        {
            Print(design.LineCount, "edit: " + kind, samples[kind], null);
        }

        Ask(client, design, "completion", "textDocument/completion", null);
        Ask(client, design, "hover", "textDocument/hover", null);
        Ask(client, design, "completion right behind an edit", "textDocument/completion", () => Change(client, ++version, mix.Next().Edit));
    }

    private void Ask(EditorClient client, EditedDesign design, string what, string method, Action? before)
    {
        var times = new List<(double Wall, double Cpu)>();
        for (var i = -5; i < 60; i++)
        {
            before?.Invoke();
            var lines = design.Where("      power   = ");
            var line = lines[(i + 5) * 17 % lines.Length];
            var at = new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = Uri }, ["position"] = new JsonObject { ["line"] = line, ["character"] = method.EndsWith("hover", StringComparison.Ordinal) ? 8 : design[line].IndexOf('=', StringComparison.Ordinal) + 2 } };
            var time = Timed(client, () => client.Request(method, at));
            times.AddRange(i < 0 ? [] : [time]);
            Thread.Sleep(before is null ? TimeSpan.Zero : Pause);
        }

        Print(design.LineCount, what, times, null);
    }

    private void Print(int lines, string what, List<(double Wall, double Cpu)> times, long? memory)
    {
        var (wall, cpu) = (times.Select(t => t.Wall).Order().ToArray(), times.Select(t => t.Cpu).Order().ToArray());
        var cells = new[] { lines.ToString(CultureInfo.InvariantCulture), what, times.Count.ToString(CultureInfo.InvariantCulture), At(wall, 50), At(wall, 99), At(cpu, 50), At(cpu, 99), memory is { } m ? (m / 1e6).ToString("F0", CultureInfo.InvariantCulture) : "" };
        Console.WriteLine(_csv ? string.Join(',', cells.Select(c => c.Replace(',', ';'))) : "| " + string.Join(" | ", cells) + " |");
    }

    private static string At(double[] sorted, int percent) => sorted[Math.Min(sorted.Length - 1, sorted.Length * percent / 100)].ToString("F1", CultureInfo.InvariantCulture);

    private static (double Wall, double Cpu) Timed(EditorClient client, Action action)
    {
        var cpu = client.Cpu;
        var clock = Stopwatch.StartNew();
        action();
        var wall = clock.Elapsed.TotalMilliseconds;
        return (wall, client.Cpu - cpu);
    }

    private static void Change(EditorClient client, int version, Edit edit)
    {
        var range = new JsonObject
        {
            ["start"] = new JsonObject { ["line"] = edit.Line, ["character"] = edit.Character },
            ["end"] = new JsonObject { ["line"] = edit.EndLine, ["character"] = edit.EndCharacter },
        };
        client.Notify("textDocument/didChange", new JsonObject
        {
            ["textDocument"] = new JsonObject { ["uri"] = Uri, ["version"] = version },
            ["contentChanges"] = new JsonArray(new JsonObject { ["range"] = range, ["text"] = edit.Text }),
        });
    }

    // A server in this process finds the runtime's code compiled, as one that has run for a while does.
    private void Warm()
    {
        if (_server is null)
        {
            using var client = new EditorClient(null);
            client.Request("initialize", new JsonObject { ["processId"] = null, ["rootUri"] = null, ["capabilities"] = new JsonObject() });
        }
    }
}
