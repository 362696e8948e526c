using InterconnectDsl.LanguageServer.Analysis;
using InterconnectDsl.LanguageServer.Documents;
using InterconnectDsl.LanguageServer.Features;
using InterconnectDsl.LanguageServer.Protocol;

namespace InterconnectDsl.LanguageServer.Server;

/// <content>What names lead to.</content>
internal sealed partial class Services
{
    private void AddNames()
    {
        AtPlace("textDocument/definition", ProtocolJson.Default.IReadOnlyListLocation, (bound, offset) => Navigation.Definition(bound, offset, _session));
        AtPlace("textDocument/typeDefinition", ProtocolJson.Default.IReadOnlyListLocation, (bound, offset) => Navigation.TypeDefinition(bound, offset, _session));
        AtPlace("textDocument/implementation", ProtocolJson.Default.IReadOnlyListLocation, (bound, offset) => Navigation.Implementation(bound, offset, _session));
        AtPlace("textDocument/documentHighlight", ProtocolJson.Default.IReadOnlyListDocumentHighlight, (bound, offset) => Navigation.Highlights(bound, offset, _session));
        AtPlace("textDocument/prepareRename", ProtocolJson.Default.PrepareRenameResult, (bound, offset) => Renaming.Prepare(bound, offset, _session));
        OnDocument("textDocument/references", ProtocolJson.Default.ReferenceParams, ProtocolJson.Default.IReadOnlyListLocation, p => p.TextDocument.Uri, async (p, state, cancellation) =>
        {
            var bound = await state.Bound.WaitAsync(cancellation).ConfigureAwait(false);
            var places = await Navigation.ReferencesAsync(bound, OffsetOf(state, p.Position), p.Context?.IncludeDeclaration ?? true, _session, AnalyzeAsync, cancellation).ConfigureAwait(false);
            IReadOnlyList<Location>? found = places.Select(r => new Location(r.Document.Uri, _session.Encoding.RangeOf(r.Document.Text, r.Span))).ToList();
            return found;
        });
        OnDocument("textDocument/rename", ProtocolJson.Default.RenameParams, ProtocolJson.Default.WorkspaceEdit, p => p.TextDocument.Uri, async (p, state, cancellation) =>
        {
            var (bound, offset) = (await state.Bound.WaitAsync(cancellation).ConfigureAwait(false), OffsetOf(state, p.Position));
            Renaming.Prepare(bound, offset, _session);
            Renaming.Check(bound, offset, p.NewName);
            return Renaming.Edit(await Navigation.ReferencesAsync(bound, offset, declared: true, _session, AnalyzeAsync, cancellation).ConfigureAwait(false), p.NewName, _session);
        });
    }

    private void AtPlace<TResult>(
        string method, System.Text.Json.Serialization.Metadata.JsonTypeInfo<TResult> result, Func<FileAnalysis, int, TResult?> answer)
        where TResult : class =>
        OnDocument(method, ProtocolJson.Default.TextDocumentPositionParams, result, p => p.TextDocument.Uri, async (p, state, cancellation) =>
            answer(await state.Bound.WaitAsync(cancellation).ConfigureAwait(false), OffsetOf(state, p.Position)));

    // A file that is open is bound already; another is read from disk for this once.
    private async Task<FileAnalysis?> AnalyzeAsync(string path)
    {
        if (_open.Find(path) is { } state)
        {
            return await state.Bound.ConfigureAwait(false);
        }

        return _open.Workspace.Read(path) is { } text ? _open.Workspace.Bind(new Document(Uris.Of(path), path, null, text)) : null;
    }
}
