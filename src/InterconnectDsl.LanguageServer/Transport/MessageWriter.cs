using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Threading.Channels;
using InterconnectDsl.LanguageServer.Protocol;

namespace InterconnectDsl.LanguageServer.Transport;

/// <summary>
/// Writes messages in the order they are given. Whoever gives one does not wait until the client has read it; a client that reads nothing for long is left.
/// </summary>
internal sealed class MessageWriter(PipeWriter output)
{
    private readonly Channel<byte[]> _waiting = Channel.CreateUnbounded<byte[]>(new() { SingleReader = true });
    private int _lastId;

    /// <summary>Writes until <see cref="Complete"/>, or until the client has gone.</summary>
    public async Task RunAsync()
    {
        await foreach (var message in _waiting.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            var header = Encoding.ASCII.GetBytes(FormattableString.Invariant($"Content-Length: {message.Length}\r\n\r\n"));
            output.Write(header);
            output.Write(message);
            if ((await output.FlushAsync().ConfigureAwait(false)).IsCompleted)
            {
                _waiting.Writer.TryComplete();
                break;
            }
        }

        await output.CompleteAsync().ConfigureAwait(false);
    }

    /// <summary>No more is written.</summary>
    public void Complete() => _waiting.Writer.TryComplete();

    /// <summary>Answers a request.</summary>
    public void Respond(JsonElement id, ReadOnlySpan<byte> result)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            Begin(json, id);
            json.WritePropertyName("result");
            json.WriteRawValue(result, skipInputValidation: true);
            json.WriteEndObject();
        }

        _waiting.Writer.TryWrite(buffer.WrittenSpan.ToArray());
    }

    /// <summary>Answers a request that failed; without an id, a message that could not be read.</summary>
    public void Fail(JsonElement? id, ResponseError error)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            Begin(json, id);
            json.WritePropertyName("error");
            JsonSerializer.Serialize(json, error, ProtocolJson.Default.ResponseError);
            json.WriteEndObject();
        }

        _waiting.Writer.TryWrite(buffer.WrittenSpan.ToArray());
    }

    /// <summary>Tells the client something.</summary>
    public void Notify<T>(string method, T parameters, JsonTypeInfo<T> type) => Send(null, method, json => JsonSerializer.Serialize(json, parameters, type));

    /// <summary>Asks the client something whose answer is not waited for.</summary>
    public void Ask<T>(string method, T parameters, JsonTypeInfo<T> type) =>
        Send(Interlocked.Increment(ref _lastId), method, json => JsonSerializer.Serialize(json, parameters, type));

    /// <summary>Asks the client something without parameters.</summary>
    public void Ask(string method) => Send(Interlocked.Increment(ref _lastId), method, null);

    private static void Begin(Utf8JsonWriter json, JsonElement? id)
    {
        json.WriteStartObject();
        json.WriteString("jsonrpc", "2.0");
        json.WritePropertyName("id");
        if (id is { } known)
        {
            known.WriteTo(json);
        }
        else
        {
            json.WriteNullValue();
        }
    }

    private void Send(int? id, string method, Action<Utf8JsonWriter>? parameters)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("jsonrpc", "2.0");
            if (id is { } known)
            {
                json.WriteNumber("id", known);
            }

            json.WriteString("method", method);
            if (parameters is not null)
            {
                json.WritePropertyName("params");
                parameters(json);
            }

            json.WriteEndObject();
        }

        _waiting.Writer.TryWrite(buffer.WrittenSpan.ToArray());
    }
}
