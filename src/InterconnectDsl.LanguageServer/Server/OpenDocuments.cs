using System.Collections.Concurrent;
using InterconnectDsl.LanguageServer.Analysis;
using InterconnectDsl.LanguageServer.Documents;
using InterconnectDsl.LanguageServer.Protocol;

namespace InterconnectDsl.LanguageServer.Server;

/// <summary>The files that are open, each with the work on its newest version. Changed by one thread, read by all.</summary>
internal sealed class OpenDocuments
{
    private readonly ConcurrentDictionary<string, DocumentState> _byPath = new(StringComparer.Ordinal);
    private readonly Action<DocumentState> _started;

    /// <summary>None is open.</summary>
    /// <param name="today">The day waivers are held against.</param>
    /// <param name="started">Told of each version whose work has begun.</param>
    public OpenDocuments(Func<int> today, Action<DocumentState> started)
    {
        _started = started;
        Workspace = new(path => _byPath.TryGetValue(path, out var state) ? state.Document.Text : null, today);
    }

    public Workspace Workspace { get; }

    public IEnumerable<DocumentState> All => _byPath.Values;

    /// <summary>The newest version of a file by its URI; null when it is not open.</summary>
    public DocumentState? Find(string uri) => _byPath.GetValueOrDefault(Uris.PathOf(uri));

    /// <summary>Whether this is still the newest version of its file.</summary>
    public bool IsCurrent(DocumentState state) => _byPath.TryGetValue(state.Document.Path, out var now) && ReferenceEquals(now, state);

    public void Open(TextDocumentItem item)
    {
        var path = Uris.PathOf(item.Uri);
        var text = item.Text.StartsWith('\uFEFF') ? item.Text[1..] : item.Text;
        Start(new(item.Uri, path, item.Version, new(Workspace.Shown(path), text)));
    }

    public void Change(DidChangeTextDocumentParams change, PositionEncoding encoding)
    {
        if (Find(change.TextDocument.Uri) is { } state)
        {
            Start(state.Document.With(change.TextDocument.Version, change.ContentChanges, encoding));
        }
    }

    public void Close(string uri)
    {
        if (_byPath.TryRemove(Uris.PathOf(uri), out var state))
        {
            state.Stop();
            Workspace.Forget(state.Document.Path);
        }
    }

    /// <summary>Does the work on all open files again: what they use, or how it is judged, has changed.</summary>
    public void Again()
    {
        foreach (var state in _byPath.Values)
        {
            Begin(state.Document.Untouched(), state);
        }
    }

    private void Start(Document document)
    {
        var before = _byPath.GetValueOrDefault(document.Path);
        Begin(document, before);
        foreach (var other in _byPath.Values.Where(s => s.Document.Path != document.Path && Uses(s, document)).ToList())
        {
            Begin(other.Document.Untouched(), other);
        }
    }

    private void Begin(Document document, DocumentState? before)
    {
        // The new text stands before work on it begins, so that the work reads it.
        var state = DocumentState.Prepare(Workspace, document, before);
        _byPath[document.Path] = state;
        state.Start(before);
        _started(state);
    }

    private static bool Uses(DocumentState state, Document document) =>
        !state.Checked.IsCompletedSuccessfully || state.Checked.Result.Files.Contains(document.Text.Path);
}
