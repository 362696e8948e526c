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
        DefinitionProvider = true,
        TypeDefinitionProvider = true,
        ImplementationProvider = true,
        ReferencesProvider = true,
        DocumentHighlightProvider = true,
        DocumentSymbolProvider = true,
        RenameProvider = new(PrepareProvider: true),
        InlayHintProvider = new(ResolveProvider: false),
        FoldingRangeProvider = true,
        SelectionRangeProvider = true,
        DocumentFormattingProvider = true,
        DocumentRangeFormattingProvider = true,
        DocumentOnTypeFormattingProvider = new("}", new[] { "\n" }),
    };
}
