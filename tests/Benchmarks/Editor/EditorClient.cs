using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json.Nodes;
using InterconnectDsl.LanguageServer;

namespace InterconnectDsl.Benchmarks.Editor;

/// <summary>
/// A client that costs next to nothing: it looks for a few words in what the server says and reads no more of it. The server runs in this process, or is
/// a program that speaks over standard input and output.
/// </summary>
internal sealed class EditorClient : IDisposable
{
    private static readonly byte[] Told = Encoding.ASCII.GetBytes(EditedDesign.AlwaysTold);

    private readonly Process? _server;
    private readonly Stream _output;
    private readonly Stream _input;
    private readonly byte[] _body = new byte[64 * 1024 * 1024];
    private int _last;

    public EditorClient(string? program)
    {
        if (program is null)
        {
            var (to, from) = (new Pipe(new(pauseWriterThreshold: 0)), new Pipe(new(pauseWriterThreshold: 0)));
            _ = IcxServer.RunAsync(to.Reader, from.Writer, () => 20260101, "benchmark", CancellationToken.None);
            (_output, _input) = (to.Writer.AsStream(), from.Reader.AsStream());
        }
        else
        {
            var managed = program.EndsWith(".dll", StringComparison.Ordinal);
            _server = Process.Start(new ProcessStartInfo(managed ? "dotnet" : program, managed ? $"{program} lsp" : "lsp") { RedirectStandardInput = true, RedirectStandardOutput = true })!;
            (_output, _input) = (_server.StandardInput.BaseStream, _server.StandardOutput.BaseStream);
        }
    }

    /// <summary>Processor time of the process the server runs in, in milliseconds.</summary>
    public double Cpu => Refreshed().TotalProcessorTime.TotalMilliseconds;

    /// <summary>Memory of that process, in bytes.</summary>
    public long Memory => Refreshed().WorkingSet64;

    /// <summary>Asks and waits for the answer.</summary>
    public void Request(string method, JsonObject parameters)
    {
        var id = ++_last;
        Send(new JsonObject { ["jsonrpc"] = "2.0", ["id"] = id, ["method"] = method, ["params"] = parameters });
        var mark = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"\"id\":{id},\"result\""));
        for (var isAnswered = false; !isAnswered;)
        {
            isAnswered = Receive().Span.IndexOf(mark) >= 0;
        }
    }

    public void Notify(string method, JsonObject parameters) => Send(new JsonObject { ["jsonrpc"] = "2.0", ["method"] = method, ["params"] = parameters });

    /// <summary>Waits for the findings of a version that come from all rules.</summary>
    public void Evaluated(int version)
    {
        var mark = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"\"version\":{version},"));
        for (ReadOnlyMemory<byte> said = default; said.IsEmpty || said.Span.IndexOf(mark) < 0 || said.Span.IndexOf(Told) < 0;)
        {
            said = Receive();
        }
    }

    public void Dispose()
    {
        Notify("exit", new());
        _server?.WaitForExit(5000);
        _server?.Dispose();
    }

    private Process Refreshed()
    {
        var process = _server ?? Process.GetCurrentProcess();
        process.Refresh();
        return process;
    }

    private void Send(JsonObject message)
    {
        var body = Encoding.UTF8.GetBytes(message.ToJsonString());
        _output.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}\r\n\r\n")));
        _output.Write(body);
        _output.Flush();
    }

    private ReadOnlyMemory<byte> Receive()
    {
        var header = new StringBuilder();
        while (!header.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            var next = _input.ReadByte();
            header.Append(next < 0 ? throw new EndOfStreamException("the server has ended") : (char)next);
        }

        var length = int.Parse(header.ToString().Split(':')[1], CultureInfo.InvariantCulture);
        _input.ReadExactly(_body, 0, length);
        if (_body.AsSpan(0, Math.Min(length, 60)).IndexOf("window/logMessage"u8) >= 0)
        {
            throw new InvalidOperationException(Encoding.UTF8.GetString(_body, 0, length));
        }

        return _body.AsMemory(0, length);
    }
}
