using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using InterconnectDsl.LanguageServer.Protocol;

namespace InterconnectDsl.LanguageServer.Server;

/// <summary>What the server answers and takes note of, by method.</summary>
internal sealed class MethodTable
{
    /// <summary>Reads parameters and starts to answer; the task gives the answer as JSON. What must happen in order happens before it returns.</summary>
    public delegate Task<byte[]> Answer(JsonElement parameters, CancellationToken cancellation);

    private readonly Dictionary<string, Answer> _requests = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Action<JsonElement>> _notifications = new(StringComparer.Ordinal);

    /// <summary>The methods of requests.</summary>
    public IEnumerable<string> Requests => _requests.Keys;

    /// <summary>The methods of notifications.</summary>
    public IEnumerable<string> Notifications => _notifications.Keys;

    /// <summary>Adds a request. The answer is made from what <paramref name="answer"/> takes hold of at once.</summary>
    public void Request<TParams, TResult>(
        string method, JsonTypeInfo<TParams> parameters, JsonTypeInfo<TResult> result, Func<TParams, CancellationToken, Task<TResult?>> answer)
        where TParams : class
        where TResult : class
    {
        _requests.Add(method, async (json, cancellation) =>
        {
            var found = await answer(Read(json, parameters), cancellation).ConfigureAwait(false);
            return found is null ? "null"u8.ToArray() : JsonSerializer.SerializeToUtf8Bytes(found, result);
        });
    }

    /// <summary>Adds a request without parameters whose answer is null.</summary>
    public void Request(string method, Action act) => _requests.Add(method, (_, _) =>
    {
        act();
        return Task.FromResult("null"u8.ToArray());
    });

    /// <summary>Adds a notification.</summary>
    public void Notification<T>(string method, JsonTypeInfo<T> parameters, Action<T> act)
        where T : class => _notifications.Add(method, json => act(Read(json, parameters)));

    /// <summary>Adds a notification whose parameters say nothing.</summary>
    public void Notification(string method, Action act) => _notifications.Add(method, _ => act());

    public Answer? FindRequest(string method) => _requests.GetValueOrDefault(method);

    public Action<JsonElement>? FindNotification(string method) => _notifications.GetValueOrDefault(method);

    private static T Read<T>(JsonElement json, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return json.ValueKind == JsonValueKind.Object && json.Deserialize(type) is { } read ? read
                : throw new ProtocolException(ProtocolException.InvalidParams, "parameters are missing");
        }
        catch (JsonException fault)
        {
            throw new ProtocolException(ProtocolException.InvalidParams, fault.Message);
        }
    }
}
