using InterconnectDsl.LanguageServer.Documents;

namespace InterconnectDsl.LanguageServer.Analysis;

/// <summary>
/// A version of an open file and the work on it. Binding starts at once, evaluating behind it on a thread of its own; both end early when a newer version
/// comes. What was evaluated before stays at hand until then.
/// </summary>
internal sealed class DocumentState
{
    private readonly CancellationTokenSource _stop = new();

    private DocumentState(Document document, FileEvaluation? before)
    {
        (Document, Before) = (document, before);
        Bound = Task.FromCanceled<FileAnalysis>(new(canceled: true));
        Evaluated = Task.FromResult<FileEvaluation?>(null);
    }

    public Document Document { get; }

    /// <summary>The file, bound.</summary>
    public Task<FileAnalysis> Bound { get; private set; }

    /// <summary>Its designs, evaluated; null where errors stand before them.</summary>
    public Task<FileEvaluation?> Evaluated { get; private set; }

    /// <summary>What was evaluated last of an older version, or null.</summary>
    public FileEvaluation? Before { get; }

    /// <summary>The newest values at hand without waiting, or null.</summary>
    public FileEvaluation? Newest => Evaluated is { IsCompletedSuccessfully: true, Result: { } now } ? now : Before;

    /// <summary>A version on which no work has begun.</summary>
    public static DocumentState Prepare(Document document, DocumentState? before) => new(document, before?.Newest);

    /// <summary>Starts the work, and ends that on the version before.</summary>
    public void Start(Workspace workspace, DocumentState? before)
    {
        var stop = _stop.Token;
        before?._stop.Cancel();
        Bound = Task.Run(() => workspace.Bind(Document), stop);
        Evaluated = Bound.ContinueWith(bound => Evaluate(workspace, bound, stop), stop, TaskContinuationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Ends the work.</summary>
    public void Stop() => _stop.Cancel();

    private static FileEvaluation? Evaluate(Workspace workspace, Task<FileAnalysis> bound, CancellationToken stop)
    {
        Thread.CurrentThread.Priority = ThreadPriority.BelowNormal;
        return workspace.Evaluate(bound.GetAwaiter().GetResult(), stop);
    }
}
