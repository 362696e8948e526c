using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using InterconnectDsl.Tests.Shared;

namespace InterconnectDsl.LanguageServer.Tests;

/// <summary>A client of the server over a pair of pipes in this process. It knows the protocol from its text, not from the server's records.</summary>
internal sealed class Client : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Pipe _toServer = new(new PipeOptions(pauseWriterThreshold: 0));
    private readonly Pipe _toClient = new(new PipeOptions(pauseWriterThreshold: 0));
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonObject>> _waiting = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonArray>> _diagnostics = new(StringComparer.Ordinal);
    private readonly Task _reading;
    private int _lastId;

    private Client()
    {
        Served = IcxServer.RunAsync(_toServer.Reader, _toClient.Writer, () => WholeCheck.Today, "1.2.3", CancellationToken.None);
        _reading = ReadAsync();
    }

    /// <summary>Ends with the server; its exit code.</summary>
    public Task<int> Served { get; }

    /// <summary>What the server said without being asked, and asked, in order.</summary>
    public ConcurrentQueue<JsonObject> Said { get; } = new();

    /// <summary>The answer to <c>initialize</c>.</summary>
    public JsonObject Capabilities { get; private set; } = new();

    /// <summary>A client that has introduced itself.</summary>
    public static async Task<Client> StartAsync(string? root = null, string capabilities = "{}")
    {
        var client = new Client();
        var answer = await client.RequestAsync("initialize", new JsonObject
        {
            ["processId"] = null,
            ["rootUri"] = root is null ? null : UriOf(root),
            ["capabilities"] = JsonNode.Parse(capabilities),
        });
        client.Capabilities = answer!["capabilities"]!.AsObject();
        client.Notify("initialized", new JsonObject());
        return client;
    }

    /// <summary>One that says nothing yet.</summary>
    public static Client Silent() => new();

    public static string UriOf(string path) => new Uri(path).AbsoluteUri;

    /// <summary>Opens a file of the repository, or a text under a name; gives its URI.</summary>
    public string Open(string name, string text, int version = 1)
    {
        var uri = Path.IsPathRooted(name) ? UriOf(name) : name.StartsWith("untitled:", StringComparison.Ordinal) ? name : UriOf(RepositoryRoot.Combine(name));
        Notify("textDocument/didOpen", new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = uri, ["languageId"] = "icx", ["version"] = version, ["text"] = text } });
        return uri;
    }

    /// <summary>Puts a text in place of a range; without one, in place of all.</summary>
    public void Change(string uri, int version, JsonObject? range, string text)
    {
        var change = new JsonObject { ["text"] = text };
        if (range is not null)
        {
            change["range"] = range;
        }

        Notify("textDocument/didChange", new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = uri, ["version"] = version }, ["contentChanges"] = new JsonArray(change) });
    }

    /// <summary>The first findings of a version of a file that the server tells.</summary>
    public Task<JsonArray> DiagnosticsAsync(string uri, int version) => Told(uri, version).Task.WaitAsync(Patience);

    /// <summary>Forgets what was said so far.</summary>
    public void Forget()
    {
        Said.Clear();
        _diagnostics.Clear();
    }

    /// <summary>A finding of a file that is what one waits for, told sooner or later: what rules find may follow what names and types found.</summary>
    public async Task<JsonNode> FindingAsync(string uri, Func<JsonNode, bool> wanted)
    {
        for (var end = Environment.TickCount64 + (long)Patience.TotalMilliseconds; Environment.TickCount64 < end; await Task.Delay(20))
        {
            var told = Said.LastOrDefault(m => (string?)m["method"] == "textDocument/publishDiagnostics" && (string?)m["params"]!["uri"] == uri);
            if (told?["params"]!["diagnostics"]!.AsArray().FirstOrDefault(d => wanted(d!)) is { } found)
            {
                return found;
            }
        }

        throw new TimeoutException("the server does not tell what is waited for");
    }

    /// <summary>Asks; throws what the server answers when it refuses.</summary>
    public async Task<JsonNode?> RequestAsync(string method, JsonNode? parameters)
    {
        var answer = await AskAsync(method, parameters);
        return answer["error"] is { } error ? throw new ServerRefusal((int)error["code"]!, (string)error["message"]!) : answer["result"];
    }

    /// <summary>Asks about a place in a file.</summary>
    public Task<JsonNode?> AtAsync(string method, string uri, int line, int character, params (string Name, JsonNode? Value)[] more)
    {
        var parameters = new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = uri }, ["position"] = new JsonObject { ["line"] = line, ["character"] = character } };
        foreach (var (name, value) in more)
        {
            parameters[name] = value;
        }

        return RequestAsync(method, parameters);
    }

    /// <summary>Asks about a whole file.</summary>
    public Task<JsonNode?> OfAsync(string method, string uri, params (string Name, JsonNode? Value)[] more)
    {
        var parameters = new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = uri } };
        foreach (var (name, value) in more)
        {
            parameters[name] = value;
        }

        return RequestAsync(method, parameters);
    }

    public static JsonObject Range(int line, int character, int endLine, int endCharacter) => new()
    {
        ["start"] = new JsonObject { ["line"] = line, ["character"] = character },
        ["end"] = new JsonObject { ["line"] = endLine, ["character"] = endCharacter },
    };

    /// <summary>The whole answer, error or not.</summary>
    public Task<JsonObject> AskAsync(string method, JsonNode? parameters) => Ask(method, parameters).Answer;

    /// <summary>Asks and gives the number of the question, for those who take it back.</summary>
    public (int Id, Task<JsonObject> Answer) Ask(string method, JsonNode? parameters)
    {
        var id = Interlocked.Increment(ref _lastId);
        var answer = _waiting[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Send(new JsonObject { ["jsonrpc"] = "2.0", ["id"] = id, ["method"] = method, ["params"] = parameters });
        return (id, answer.Task.WaitAsync(Patience));
    }

    public void Notify(string method, JsonNode? parameters) => Send(new JsonObject { ["jsonrpc"] = "2.0", ["method"] = method, ["params"] = parameters });

    /// <summary>Writes bytes as they are.</summary>
    public void Raw(string text) => _toServer.Writer.WriteAsync(Encoding.UTF8.GetBytes(text)).AsTask().Wait();

    /// <summary>Closes the client's end without a word.</summary>
    public void Die() => _toServer.Writer.Complete();

    public async ValueTask DisposeAsync()
    {
        if (!Served.IsCompleted)
        {
            Notify("exit", null);
        }

        await Served.WaitAsync(Patience);
        await _reading.WaitAsync(Patience);
    }

    private TaskCompletionSource<JsonArray> Told(string uri, int version) =>
        _diagnostics.GetOrAdd(string.Create(CultureInfo.InvariantCulture, $"{version} {uri}"), _ => new(TaskCreationOptions.RunContinuationsAsynchronously));

    private void Send(JsonObject message)
    {
        var body = Encoding.UTF8.GetBytes(message.ToJsonString());
        lock (_toServer)
        {
            _toServer.Writer.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}\r\n\r\n")));
            _toServer.Writer.Write(body);
            _toServer.Writer.FlushAsync().AsTask().Wait();
        }
    }

    private async Task ReadAsync()
    {
        using var stream = _toClient.Reader.AsStream();
        while (await LineAsync(stream) is { } header)
        {
            var length = int.Parse(header["Content-Length: ".Length..], CultureInfo.InvariantCulture);
            await LineAsync(stream);
            var body = new byte[length];
            await stream.ReadExactlyAsync(body);
            Take(JsonNode.Parse(body)!.AsObject());
        }
    }

    private void Take(JsonObject message)
    {
        if (message["method"] is null && message["id"] is { } id && id.GetValueKind() == JsonValueKind.Number && _waiting.TryRemove((int)id, out var answer))
        {
            answer.SetResult(message);
            return;
        }

        if ((string?)message["method"] == "textDocument/publishDiagnostics" && message["params"]!["version"] is { } version)
        {
            Told((string)message["params"]!["uri"]!, (int)version).TrySetResult(message["params"]!["diagnostics"]!.DeepClone().AsArray());
        }

        Said.Enqueue(message);
    }

    private static async Task<string?> LineAsync(Stream stream)
    {
        var line = new StringBuilder();
        var one = new byte[1];
        while (await stream.ReadAsync(one) == 1)
        {
            if (one[0] == '\n')
            {
                return line.ToString().TrimEnd('\r');
            }

            line.Append((char)one[0]);
        }

        return null;
    }
}

/// <summary>The server answered with an error.</summary>
internal sealed class ServerRefusal(int code, string message) : Exception($"{code}: {message}")
{
    public int Code { get; } = code;
}
