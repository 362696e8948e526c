using System.Collections.Concurrent;
using System.Diagnostics;
using System.IO.Pipelines;
using System.Text.Json;
using InterconnectDsl.LanguageServer.Protocol;
using InterconnectDsl.LanguageServer.Transport;

namespace InterconnectDsl.LanguageServer.Server;

/// <summary>
/// One client: reads messages, hands notifications on in their order, starts to answer requests in their order and finishes them in whatever order they
/// come to an end.
/// </summary>
internal sealed class Connection
{
    private readonly MessageReader _reader;
    private readonly MessageWriter _writer;
    private readonly MethodTable _methods = new();
    private readonly Services _services;
    private readonly ConcurrentDictionary<string, CancellationTokenSource> _running = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _end = new();
    private bool _isInitialized;
    private bool _isShutDown;
    private bool _hasLeft;

    public Connection(PipeReader input, PipeWriter output, Func<int> today, string version)
    {
        _reader = new(input);
        _writer = new(output);
        _services = new(_methods, _writer, today, version);
        _methods.Request("shutdown", () => _isShutDown = true);
        _methods.Notification("exit", () => _hasLeft = true);
        _methods.Notification("$/cancelRequest", ProtocolJson.Default.CancelParams, p => Cancel(p.Id));
        _methods.Notification("$/setTrace", () => { });
    }

    /// <summary>Serves to the end.</summary>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation, _end.Token);
        var writing = _writer.RunAsync();
        try
        {
            while (!_hasLeft && await NextAsync(both.Token).ConfigureAwait(false) is { } message)
            {
                Take(message);
            }
        }
        catch (OperationCanceledException)
        {
            // The client's process has ended, or ours was asked to.
        }

        foreach (var running in _running.Values)
        {
            await running.CancelAsync().ConfigureAwait(false);
        }

        _services.Stop();
        _writer.Complete();
        await Task.WhenAny(writing, Task.Delay(TimeSpan.FromSeconds(2), CancellationToken.None)).ConfigureAwait(false);
        return _hasLeft && _isShutDown ? 0 : 1;
    }

    // Reading standard input cannot be ended early: who waits for it is.
    private Task<byte[]?> NextAsync(CancellationToken cancellation) => _reader.ReadAsync(cancellation).AsTask().WaitAsync(cancellation);

    private void Take(byte[] message)
    {
        JsonElement root;
        try
        {
            root = JsonDocument.Parse(message).RootElement;
        }
        catch (JsonException fault)
        {
            _writer.Fail(null, new(ProtocolException.ParseError, fault.Message));
            return;
        }

        var id = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("id", out var found) ? found : (JsonElement?)null;
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("method", out var named) || named.ValueKind != JsonValueKind.String)
        {
            // An answer to what the server asked says nothing that is waited for.
            if (root.ValueKind != JsonValueKind.Object || !(root.TryGetProperty("result", out _) || root.TryGetProperty("error", out _)))
            {
                _writer.Fail(id, new(ProtocolException.InvalidRequest, "a message has a method"));
            }

            return;
        }

        var parameters = root.TryGetProperty("params", out var given) ? given : default;
        if (id is { } request)
        {
            Answer(request, named.GetString()!, parameters);
        }
        else
        {
            Note(named.GetString()!, parameters);
        }
    }

    private void Answer(JsonElement id, string method, JsonElement parameters)
    {
        if (method == "initialize" ? _isInitialized : !_isInitialized || _isShutDown)
        {
            var code = method == "initialize" || _isShutDown ? ProtocolException.InvalidRequest : ProtocolException.ServerNotInitialized;
            _writer.Fail(id, new(code, method == "initialize" ? "the server is initialized" : _isShutDown ? "the server is shut down" : "the server is not initialized"));
            return;
        }

        if (_methods.FindRequest(method) is not { } answer)
        {
            _writer.Fail(id, new(ProtocolException.MethodNotFound, $"there is no method {method}"));
            return;
        }

        if (method == "initialize")
        {
            _isInitialized = true;
            Watch(parameters);
        }

        var stop = new CancellationTokenSource();
        _running[id.GetRawText()] = stop;
        _ = FinishAsync(id, answer, parameters, stop);
    }

    private async Task FinishAsync(JsonElement id, MethodTable.Answer answer, JsonElement parameters, CancellationTokenSource stop)
    {
        try
        {
            _writer.Respond(id, await answer(parameters, stop.Token).ConfigureAwait(false));
        }
        catch (ProtocolException wrong)
        {
            _writer.Fail(id, new(wrong.Code, wrong.Message));
        }
        catch (OperationCanceledException)
        {
            var byClient = stop.IsCancellationRequested;
            _writer.Fail(id, new(byClient ? ProtocolException.RequestCancelled : ProtocolException.ContentModified, byClient ? "cancelled" : "the text has changed since"));
        }
        catch (Exception fault)
        {
            _services.Log(fault);
            _writer.Fail(id, new(ProtocolException.InternalError, fault.GetType().Name + ": " + fault.Message));
        }
        finally
        {
            _running.TryRemove(id.GetRawText(), out _);
        }
    }

    private void Note(string method, JsonElement parameters)
    {
        // Before initialize only exit means something.
        if (!_isInitialized && method != "exit")
        {
            return;
        }

        try
        {
            _methods.FindNotification(method)?.Invoke(parameters);
        }
        catch (Exception fault)
        {
            _services.Log(fault);
        }
    }

    private void Cancel(JsonElement id)
    {
        if (_running.TryGetValue(id.GetRawText(), out var stop))
        {
            stop.Cancel();
        }
    }

    // A client that is gone leaves nothing running behind it.
    private void Watch(JsonElement parameters)
    {
        if (parameters.ValueKind != JsonValueKind.Object || !parameters.TryGetProperty("processId", out var id)
            || id.ValueKind != JsonValueKind.Number || !id.TryGetInt32(out var process))
        {
            return;
        }

        _ = WatchAsync(process);
    }

    private async Task WatchAsync(int process)
    {
        using var second = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (!_end.IsCancellationRequested && await second.WaitForNextTickAsync(CancellationToken.None).ConfigureAwait(false))
        {
            try
            {
                using var client = Process.GetProcessById(process);
            }
            catch (ArgumentException)
            {
                await _end.CancelAsync().ConfigureAwait(false);
            }
        }
    }
}
