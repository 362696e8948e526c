using InterconnectDsl.LanguageServer.Features;
using InterconnectDsl.LanguageServer.Protocol;

namespace InterconnectDsl.LanguageServer.Server;

/// <summary>What the server says it can do.</summary>
internal static class Capabilities
{
    private const int Incremental = 2;

    public static ServerCapabilities Of(Session session) => new()
    {
        PositionEncoding = session.Encoding.Name,
        TextDocumentSync = new(OpenClose: true, Incremental, new(IncludeText: false)),
        HoverProvider = true,
        CompletionProvider = new(new[] { ".", ":", " ", "{" }, ResolveProvider: true),
        SignatureHelpProvider = new(new[] { "(", "," }),
        DefinitionProvider = true,
        TypeDefinitionProvider = true,
        ImplementationProvider = true,
        ReferencesProvider = true,
        DocumentHighlightProvider = true,
        DocumentSymbolProvider = true,
        WorkspaceSymbolProvider = true,
        RenameProvider = new(PrepareProvider: true),
        InlayHintProvider = new(ResolveProvider: false),
        CodeActionProvider = new(new[] { CodeActions.QuickFix, CodeActions.Rewrite, CodeActions.Extract }, ResolveProvider: true),
        CodeLensProvider = new(ResolveProvider: true),
        SemanticTokensProvider = new(new(SemanticColours.Types, SemanticColours.Modifiers), new(Delta: true), Range: true),
        FoldingRangeProvider = true,
        SelectionRangeProvider = true,
        DocumentLinkProvider = new(ResolveProvider: false),
        DocumentFormattingProvider = true,
        DocumentRangeFormattingProvider = true,
        DocumentOnTypeFormattingProvider = new("}", new[] { "\n" }),
        TypeHierarchyProvider = true,
        ExecuteCommandProvider = new(Commands.All),
        Workspace = new(new(Supported: true, ChangeNotifications: true), new(new(new[] { new FileOperationFilter("file", new("**/*.icx")) }))),
    };
}
