using InterconnectDsl.LanguageServer.Protocol;
using InterconnectDsl.LanguageServer.Transport;

namespace InterconnectDsl.LanguageServer.Server;

/// <summary>Tells a client that shows such things of an evaluation that takes longer than a moment.</summary>
internal sealed class EvaluationProgress : IDisposable
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(500);
    private static int s_last;

    private readonly Lock _gate = new();
    private readonly MessageWriter _writer;
    private readonly string _token = FormattableString.Invariant($"icx-{Interlocked.Increment(ref s_last)}");
    private bool _isShown;
    private bool _isOver;

    public EvaluationProgress(MessageWriter writer, ClientCapabilities? client, string file, Task evaluation)
    {
        _writer = writer;
        if (client?.Window?.WorkDoneProgress == true && !evaluation.IsCompleted)
        {
            _ = ShowAsync(file, evaluation);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            _isOver = true;
            if (_isShown)
            {
                _writer.Notify("$/progress", new(_token, new("end")), ProtocolJson.Default.ProgressParams);
            }
        }
    }

    private async Task ShowAsync(string file, Task evaluation)
    {
        await Task.WhenAny(evaluation, Task.Delay(Moment)).ConfigureAwait(false);
        lock (_gate)
        {
            if (!_isOver && !evaluation.IsCompleted)
            {
                _isShown = true;
                _writer.Ask("window/workDoneProgress/create", new(_token), ProtocolJson.Default.WorkDoneProgressCreateParams);
                _writer.Notify("$/progress", new(_token, new("begin", "icx", "evaluating " + file)), ProtocolJson.Default.ProgressParams);
            }
        }
    }
}
