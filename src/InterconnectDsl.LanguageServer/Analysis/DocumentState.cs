using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.LanguageServer.Documents;

namespace InterconnectDsl.LanguageServer.Analysis;

/// <summary>
/// A version of an open file and the work on it. Checking starts at once: on top of the last check that can be followed where only formulas differ, else of the
/// whole. What names mean, and values at hand, are worked out when they are first asked for, by themselves, so that nobody who asks for a name waits for a
/// value. All of it ends early when a newer version comes.
/// </summary>
internal sealed class DocumentState
{
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource<IReadOnlyList<Diagnostic>> _named = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Workspace _workspace;
    private readonly Lazy<Task<FileAnalysis>> _bound;
    private readonly Lazy<Task<FileCheck>> _whole;
    private readonly FileAnalysis? _namesBefore;
    private volatile bool _isWhole;
    private Basis? _basis;

    private DocumentState(Workspace workspace, Document document, DocumentState? before)
    {
        (_workspace, Document, Before, _namesBefore) = (workspace, document, before?.Newest, before?.NewestNames);
        Checked = Task.FromCanceled<FileCheck>(new(canceled: true));
        _bound = new(() => Task.Run(() => workspace.Bind(document), _stop.Token));
        _whole = new(() => Behind(_ => { }));
    }

    // A check, the version it stands for, and the lines in which a later one may differ.
    private sealed record Basis(FileCheck Check, Document Stands, IReadOnlyCollection<int> Touched)
    {
        public Basis? With(IReadOnlyCollection<int>? touched) => touched is null ? null : this with { Touched = Touched.Union(touched).ToList() };
    }

    public Document Document { get; }

    /// <summary>What is found in it.</summary>
    public Task<FileCheck> Checked { get; private set; }

    /// <summary>What was found by binding, when that stands before the designs are evaluated; not told for a version that differs in formulas only.</summary>
    public Task<IReadOnlyList<Diagnostic>> Named => _named.Task;

    /// <summary>The file, bound, with what its names mean.</summary>
    public Task<FileAnalysis> Bound => _bound.Value;

    /// <summary>The newest names at hand without waiting, perhaps of an older version; null when there are none.</summary>
    public FileAnalysis? NewestNames => _bound is { IsValueCreated: true, Value: { IsCompletedSuccessfully: true, Result: var now } } ? now : _namesBefore;

    /// <summary>Its designs, evaluated; null where errors stand before them.</summary>
    public Task<FileEvaluation?> Evaluated => EvaluateAsync();

    /// <summary>What was evaluated last of an older version, or null.</summary>
    public FileEvaluation? Before { get; }

    /// <summary>The newest values at hand without waiting, or null.</summary>
    public FileEvaluation? Newest =>
        Whole is { IsCompletedSuccessfully: true, Result.Evaluation: { } now } ? now : Before;

    // The check of the whole of this version, if there is one.
    private Task<FileCheck>? Whole => _whole.IsValueCreated ? _whole.Value : Checked is { IsCompletedSuccessfully: true, Result: var done } && ReferenceEquals(done.Evaluation?.Document, Document) ? Checked : null;

    /// <summary>Set when a newer version has come.</summary>
    public CancellationToken Stopped => _stop.Token;

    /// <summary>A version on which no work has begun.</summary>
    public static DocumentState Prepare(Workspace workspace, Document document, DocumentState? before) => new(workspace, document, before);

    /// <summary>Starts the work, and ends that on the version before.</summary>
    public void Start(DocumentState? before)
    {
        before?._stop.Cancel();
        Checked = CheckAsync(before);
    }

    /// <summary>Ends the work.</summary>
    public void Stop() => _stop.Cancel();

    private async Task<FileCheck> CheckAsync(DocumentState? before)
    {
        await Task.Yield();
        _basis = before is null || Document.Touched is null ? null : (await before.BasisAsync().ConfigureAwait(false))?.With(Document.Touched);
        if (_basis is { } basis && basis.Check.GoTo(basis.Stands, Document, basis.Touched, _stop.Token))
        {
            return basis.Check;
        }

        // One that cannot be followed any more is let go.
        _basis = _basis is { } kept && kept.Check.Stands(kept.Stands) ? kept : null;
        _isWhole = true;
        return await Behind(found => _named.TrySetResult(found)).ConfigureAwait(false);
    }

    // The check that can be followed from this version: its own if it comes to one, the whole one, where somebody asked for it, being the fresher. Else that from
    // which this one would have been followed: an unfinished formula does not break the thread.
    private async Task<Basis?> BasisAsync()
    {
        if (_whole is { IsValueCreated: true, Value: { IsCompletedSuccessfully: true, Result: { Evaluation: not null } whole } })
        {
            return new(whole, Document, Array.Empty<int>());
        }

        // A check of the whole that is under way ends without a result: it is not waited for.
        if (!_isWhole || Checked.IsCompleted)
        {
            await ((Task)Checked).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return Checked is { IsCompletedSuccessfully: true, Result: { Evaluation: not null } check } ? new(check, Document, Array.Empty<int>())
            : _basis is { } basis && basis.Check.Stands(Document) ? new(basis.Check, Document, Array.Empty<int>()) : _basis;
    }

    private async Task<FileEvaluation?> EvaluateAsync()
    {
        var check = await Checked.ConfigureAwait(false);
        return check.Evaluation is null || ReferenceEquals(check.Evaluation.Document, Document) ? check.Evaluation : (await _whole.Value.ConfigureAwait(false)).Evaluation;
    }

    private Task<FileCheck> Behind(Action<IReadOnlyList<Diagnostic>> named) => Task.Factory.StartNew(
        () =>
        {
            Thread.CurrentThread.Priority = ThreadPriority.BelowNormal;
            return _workspace.Check(Document, named, _stop.Token);
        },
        _stop.Token, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}
