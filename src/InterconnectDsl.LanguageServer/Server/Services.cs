using InterconnectDsl.Language.Text;
using InterconnectDsl.LanguageServer.Analysis;
using InterconnectDsl.LanguageServer.Documents;
using InterconnectDsl.LanguageServer.Features;
using InterconnectDsl.LanguageServer.Protocol;
using InterconnectDsl.LanguageServer.Transport;

namespace InterconnectDsl.LanguageServer.Server;

/// <summary>Joins methods to what answers them, and keeps the client told of what was found.</summary>
internal sealed partial class Services
{
    private readonly MethodTable _methods;
    private readonly MessageWriter _writer;
    private readonly string _version;
    private readonly OpenDocuments _open;
    private readonly Func<int> _today;
    private Session _session;
    private ServerSettings _settings = ServerSettings.Default;

    public Services(MethodTable methods, MessageWriter writer, Func<int> today, string version)
    {
        (_methods, _writer, _version, _today) = (methods, writer, version, today);
        _open = new(today, state => _ = PublishAsync(state));
        _session = new(PositionEncoding.Utf16, null, _open.Workspace);
        AddLifecycle();
        AddSynchronization();
        AddReading();
        AddNames();
        AddWriting();
        AddActions();
        AddWorkspace();
    }

    /// <summary>Ends all work.</summary>
    public void Stop()
    {
        foreach (var state in _open.All)
        {
            state.Stop();
        }
    }

    /// <summary>Tells the client of a fault of ours, or of what it said wrong.</summary>
    public void Log(Exception fault)
    {
        var isOurs = fault is not ProtocolException;
        _writer.Notify("window/logMessage", new(isOurs ? 1 : 2, "icx: " + (isOurs ? fault.ToString() : fault.Message)), ProtocolJson.Default.LogMessageParams);
    }

    private void AddLifecycle()
    {
        _methods.Request("initialize", ProtocolJson.Default.InitializeParams, ProtocolJson.Default.InitializeResult, (p, _) => Task.FromResult<InitializeResult?>(Initialize(p)));
        _methods.Notification("initialized", RegisterWatchers);
        _methods.Notification("workspace/didChangeConfiguration", ProtocolJson.Default.DidChangeConfigurationParams, p =>
        {
            _settings = ServerSettings.Read(p.Settings, _settings);
            Refresh();
        });
        _methods.Notification("workspace/didChangeWatchedFiles", ProtocolJson.Default.DidChangeWatchedFilesParams, Watched);
        _methods.Notification("workspace/didChangeWorkspaceFolders", ProtocolJson.Default.DidChangeWorkspaceFoldersParams, p =>
        {
            _open.Workspace.SetRoots(p.Event.Added.Select(f => Uris.PathOf(f.Uri)), p.Event.Removed.Select(f => Uris.PathOf(f.Uri)));
            _open.Again();
        });
    }

    private void AddSynchronization()
    {
        _methods.Notification("textDocument/didOpen", ProtocolJson.Default.DidOpenTextDocumentParams, p => _open.Open(p.TextDocument));
        _methods.Notification("textDocument/didChange", ProtocolJson.Default.DidChangeTextDocumentParams, p => _open.Change(p, _session.Encoding));
        _methods.Notification("textDocument/didSave", () => { });
        _methods.Notification("textDocument/didClose", ProtocolJson.Default.DidCloseTextDocumentParams, p =>
        {
            _open.Close(p.TextDocument.Uri);
            _writer.Notify("textDocument/publishDiagnostics", new(p.TextDocument.Uri, null, Array.Empty<Diagnostic>()), ProtocolJson.Default.PublishDiagnosticsParams);
        });
    }

    private InitializeResult Initialize(InitializeParams p)
    {
        var folders = p.WorkspaceFolders?.Select(f => f.Uri) ?? (p.RootUri is not null ? new[] { p.RootUri } : p.RootPath is not null ? new[] { p.RootPath } : Array.Empty<string>());
        _open.Workspace.SetRoots(folders.Select(Uris.PathOf).Where(Path.IsPathRooted), Array.Empty<string>());
        _session = new(PositionEncoding.Agreed(p.Capabilities?.General?.PositionEncodings), p.Capabilities, _open.Workspace);
        _settings = ServerSettings.Read(p.InitializationOptions, _settings);
        return new(Capabilities.Of(_session), new("icx", _version));
    }

    private void RegisterWatchers()
    {
        if (_session.Client?.Workspace?.DidChangeWatchedFiles?.DynamicRegistration == true)
        {
            var watchers = new DidChangeWatchedFilesRegistrationOptions(new Protocol.FileSystemWatcher[] { new("**/*.icx"), new("**/icx.toml") });
            _writer.Ask("client/registerCapability", new(new[] { new Registration("icx-files", "workspace/didChangeWatchedFiles", watchers) }), ProtocolJson.Default.RegistrationParams);
        }
    }

    private void Watched(DidChangeWatchedFilesParams changed)
    {
        foreach (var change in changed.Changes)
        {
            _open.Workspace.Forget(Uris.PathOf(change.Uri));
        }

        // An open file is what the client says it is, whatever lies on disk.
        if (changed.Changes.Any(c => _open.Find(c.Uri) is null))
        {
            _open.Again();
        }
    }

    // Takes hold of the version at hand before any later message is read; the answer is made elsewhere.
    private void OnDocument<TParams, TResult>(
        string method, System.Text.Json.Serialization.Metadata.JsonTypeInfo<TParams> parameters, System.Text.Json.Serialization.Metadata.JsonTypeInfo<TResult> result,
        Func<TParams, string> uri, Func<TParams, DocumentState, CancellationToken, Task<TResult?>> answer)
        where TParams : class
        where TResult : class =>
        _methods.Request(method, parameters, result, (p, cancellation) =>
        {
            var state = StateOf(uri(p));
            return Task.Run(() => answer(p, state, cancellation), cancellation);
        });

    private DocumentState StateOf(string? uri) => uri is not null && _open.Find(uri) is { } state ? state
        : throw new ProtocolException(ProtocolException.InvalidParams, $"{uri ?? "the file"} is not open");

    private int OffsetOf(DocumentState state, Position position) => _session.Encoding.OffsetOf(state.Document.Text, position);

    private TextSpan SpanOf(DocumentState state, Protocol.Range range) => _session.Encoding.SpanOf(state.Document.Text, range);
}
