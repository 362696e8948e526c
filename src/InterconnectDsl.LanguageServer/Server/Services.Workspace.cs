using InterconnectDsl.LanguageServer.Analysis;
using InterconnectDsl.LanguageServer.Features;
using InterconnectDsl.LanguageServer.Protocol;

namespace InterconnectDsl.LanguageServer.Server;

/// <content>What goes beyond one file.</content>
internal sealed partial class Services
{
    private DocumentState? _hierarchy;

    private void AddWorkspace()
    {
        _methods.Request("workspace/symbol", ProtocolJson.Default.WorkspaceSymbolParams, ProtocolJson.Default.IReadOnlyListSymbolInformation, (p, cancellation) =>
            Task.Run<IReadOnlyList<SymbolInformation>?>(() => WorkspaceNames.Find(p.Query, _open.All.Select(s => s.Document.Path), _session, cancellation), cancellation));
        _methods.Request("workspace/willRenameFiles", ProtocolJson.Default.RenameFilesParams, ProtocolJson.Default.WorkspaceEdit, (p, cancellation) =>
            Task.Run(() => WorkspaceNames.Rename(p.Files, _session, cancellation), cancellation));
        OnDocument("textDocument/prepareTypeHierarchy", ProtocolJson.Default.TextDocumentPositionParams, ProtocolJson.Default.IReadOnlyListTypeHierarchyItem, p => p.TextDocument.Uri, async (p, state, cancellation) =>
        {
            _hierarchy = state;
            return Hierarchy.Prepare(await state.Bound.WaitAsync(cancellation).ConfigureAwait(false), OffsetOf(state, p.Position), _session);
        });
        _methods.Request("typeHierarchy/supertypes", ProtocolJson.Default.TypeHierarchyItemParams, ProtocolJson.Default.IReadOnlyListTypeHierarchyItem, (p, c) => InHierarchyAsync(p, Hierarchy.Above, c));
        _methods.Request("typeHierarchy/subtypes", ProtocolJson.Default.TypeHierarchyItemParams, ProtocolJson.Default.IReadOnlyListTypeHierarchyItem, (p, c) => InHierarchyAsync(p, Hierarchy.Below, c));
    }

    // An item may stand in the library: what is of it is what the file that was asked from reaches.
    private async Task<IReadOnlyList<TypeHierarchyItem>?> InHierarchyAsync(
        TypeHierarchyItemParams p, Func<FileAnalysis, TypeHierarchyItem, Session, IReadOnlyList<TypeHierarchyItem>?> look, CancellationToken cancellation)
    {
        var state = _open.Find(p.Item.Uri) ?? (_hierarchy is { } asked ? _open.Find(asked.Document.Uri) : null);
        return state is null ? null : look(await state.Bound.WaitAsync(cancellation).ConfigureAwait(false), p.Item, _session);
    }
}
