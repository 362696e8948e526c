using System.Text.Json;
using System.Text.Json.Serialization;

namespace InterconnectDsl.LanguageServer.Protocol;

internal sealed record DidOpenTextDocumentParams([property: JsonRequired] TextDocumentItem TextDocument);

internal sealed record DidChangeTextDocumentParams([property: JsonRequired] VersionedTextDocumentIdentifier TextDocument, IReadOnlyList<TextDocumentContentChangeEvent> ContentChanges);

/// <summary>A change: of a range, or, without one, of the whole text.</summary>
internal sealed record TextDocumentContentChangeEvent(Range? Range, string Text);

internal sealed record DidCloseTextDocumentParams([property: JsonRequired] TextDocumentIdentifier TextDocument);

internal sealed record DidChangeWatchedFilesParams(IReadOnlyList<FileEvent> Changes);

internal sealed record FileEvent(string Uri, int Type);

internal sealed record DidChangeWorkspaceFoldersParams(WorkspaceFoldersChangeEvent Event);

internal sealed record WorkspaceFoldersChangeEvent(IReadOnlyList<WorkspaceFolder> Added, IReadOnlyList<WorkspaceFolder> Removed);

internal sealed record DidChangeConfigurationParams(JsonElement? Settings);

internal sealed record CancelParams(JsonElement Id);

internal sealed record RegistrationParams(IReadOnlyList<Registration> Registrations);

internal sealed record Registration(string Id, string Method, DidChangeWatchedFilesRegistrationOptions RegisterOptions);

internal sealed record DidChangeWatchedFilesRegistrationOptions(IReadOnlyList<FileSystemWatcher> Watchers);

internal sealed record FileSystemWatcher(string GlobPattern);

internal sealed record PublishDiagnosticsParams(string Uri, int? Version, IReadOnlyList<Diagnostic> Diagnostics);

internal sealed record Diagnostic(
    Range Range, int Severity, string Code, string Source, string Message, CodeDescription? CodeDescription = null, IReadOnlyList<int>? Tags = null,
    IReadOnlyList<DiagnosticRelatedInformation>? RelatedInformation = null);

internal sealed record CodeDescription(string Href);

internal sealed record DiagnosticRelatedInformation(Location Location, string Message);

internal sealed record LogMessageParams(int Type, string Message);

internal sealed record WorkDoneProgressCreateParams(string Token);

internal sealed record ProgressParams(string Token, WorkDoneProgress Value);

/// <summary>The begin, report or end of something that takes long.</summary>
internal sealed record WorkDoneProgress(string Kind, string? Title = null, string? Message = null);
