using System.Text.Json;

namespace InterconnectDsl.LanguageServer.Protocol;

/// <summary>What a client says of itself at first.</summary>
internal sealed record InitializeParams(
    int? ProcessId, ClientInfo? ClientInfo, string? RootPath, string? RootUri, IReadOnlyList<WorkspaceFolder>? WorkspaceFolders, ClientCapabilities? Capabilities,
    JsonElement? InitializationOptions);

internal sealed record ClientInfo(string? Name, string? Version);

internal sealed record WorkspaceFolder(string Uri, string? Name);

/// <summary>What of a client's abilities the server looks at.</summary>
internal sealed record ClientCapabilities(GeneralCapabilities? General, TextDocumentCapabilities? TextDocument, WorkspaceCapabilities? Workspace, WindowCapabilities? Window);

internal sealed record GeneralCapabilities(IReadOnlyList<string>? PositionEncodings);

internal sealed record TextDocumentCapabilities(
    CompletionCapabilities? Completion, HoverCapabilities? Hover, PublishDiagnosticsCapabilities? PublishDiagnostics, DocumentSymbolCapabilities? DocumentSymbol,
    LinkCapabilities? Definition);

internal sealed record CompletionCapabilities(CompletionItemCapabilities? CompletionItem);

internal sealed record CompletionItemCapabilities(bool? SnippetSupport, IReadOnlyList<string>? DocumentationFormat);

internal sealed record HoverCapabilities(IReadOnlyList<string>? ContentFormat);

internal sealed record PublishDiagnosticsCapabilities(bool? RelatedInformation, bool? CodeDescriptionSupport);

internal sealed record DocumentSymbolCapabilities(bool? HierarchicalDocumentSymbolSupport);

internal sealed record LinkCapabilities(bool? LinkSupport);

internal sealed record WorkspaceCapabilities(
    bool? Configuration, bool? WorkspaceFolders, RefreshCapabilities? InlayHint, RefreshCapabilities? CodeLens, RegistrationCapabilities? DidChangeWatchedFiles);

internal sealed record RefreshCapabilities(bool? RefreshSupport);

internal sealed record RegistrationCapabilities(bool? DynamicRegistration);

internal sealed record WindowCapabilities(bool? WorkDoneProgress);

/// <summary>What the server answers to <c>initialize</c>.</summary>
internal sealed record InitializeResult(ServerCapabilities Capabilities, ServerInfo ServerInfo);

internal sealed record ServerInfo(string Name, string Version);

/// <summary>What the server can do. The table in the README is made of this.</summary>
internal sealed record ServerCapabilities
{
    public string? PositionEncoding { get; init; }

    public TextDocumentSyncOptions? TextDocumentSync { get; init; }

    public bool? HoverProvider { get; init; }

    public CompletionOptions? CompletionProvider { get; init; }

    public SignatureHelpOptions? SignatureHelpProvider { get; init; }

    public bool? DefinitionProvider { get; init; }

    public bool? TypeDefinitionProvider { get; init; }

    public bool? ImplementationProvider { get; init; }

    public bool? ReferencesProvider { get; init; }

    public bool? DocumentHighlightProvider { get; init; }

    public bool? DocumentSymbolProvider { get; init; }

    public bool? WorkspaceSymbolProvider { get; init; }

    public RenameOptions? RenameProvider { get; init; }

    public CodeActionOptions? CodeActionProvider { get; init; }

    public CodeLensOptions? CodeLensProvider { get; init; }

    public InlayHintOptions? InlayHintProvider { get; init; }

    public SemanticTokensOptions? SemanticTokensProvider { get; init; }

    public bool? FoldingRangeProvider { get; init; }

    public bool? SelectionRangeProvider { get; init; }

    public DocumentLinkOptions? DocumentLinkProvider { get; init; }

    public bool? DocumentFormattingProvider { get; init; }

    public bool? DocumentRangeFormattingProvider { get; init; }

    public DocumentOnTypeFormattingOptions? DocumentOnTypeFormattingProvider { get; init; }

    public bool? TypeHierarchyProvider { get; init; }

    public ExecuteCommandOptions? ExecuteCommandProvider { get; init; }

    public WorkspaceOptions? Workspace { get; init; }
}

internal sealed record TextDocumentSyncOptions(bool OpenClose, int Change, SaveOptions Save);

internal sealed record SaveOptions(bool IncludeText);

internal sealed record CompletionOptions(IReadOnlyList<string> TriggerCharacters, bool ResolveProvider);

internal sealed record SignatureHelpOptions(IReadOnlyList<string> TriggerCharacters);

internal sealed record RenameOptions(bool PrepareProvider);

internal sealed record CodeActionOptions(IReadOnlyList<string> CodeActionKinds, bool ResolveProvider);

internal sealed record CodeLensOptions(bool ResolveProvider);

internal sealed record InlayHintOptions(bool ResolveProvider);

internal sealed record SemanticTokensOptions(SemanticTokensLegend Legend, SemanticTokensFullOptions Full, bool Range);

internal sealed record SemanticTokensLegend(IReadOnlyList<string> TokenTypes, IReadOnlyList<string> TokenModifiers);

internal sealed record SemanticTokensFullOptions(bool Delta);

internal sealed record DocumentLinkOptions(bool ResolveProvider);

internal sealed record DocumentOnTypeFormattingOptions(string FirstTriggerCharacter, IReadOnlyList<string> MoreTriggerCharacter);

internal sealed record ExecuteCommandOptions(IReadOnlyList<string> Commands);

internal sealed record WorkspaceOptions(WorkspaceFoldersOptions WorkspaceFolders, FileOperationsOptions FileOperations);

internal sealed record WorkspaceFoldersOptions(bool Supported, bool ChangeNotifications);

internal sealed record FileOperationsOptions(FileOperationRegistrationOptions WillRename);

internal sealed record FileOperationRegistrationOptions(IReadOnlyList<FileOperationFilter> Filters);

internal sealed record FileOperationFilter(string Scheme, FileOperationPattern Pattern);

internal sealed record FileOperationPattern(string Glob);
