using InterconnectDsl.LanguageServer.Features;
using InterconnectDsl.LanguageServer.Protocol;

namespace InterconnectDsl.LanguageServer.Server;

/// <content>What shows: hovers, hints, outlines.</content>
internal sealed partial class Services
{
    private void AddReading()
    {
        OnDocument("textDocument/hover", ProtocolJson.Default.TextDocumentPositionParams, ProtocolJson.Default.Hover, p => p.TextDocument.Uri, async (p, state, cancellation) =>
            Hovers.At(await state.Bound.WaitAsync(cancellation).ConfigureAwait(false), state.Newest, OffsetOf(state, p.Position), _session));
        OnDocument("textDocument/inlayHint", ProtocolJson.Default.TextDocumentRangeParams, ProtocolJson.Default.IReadOnlyListInlayHint, p => p.TextDocument.Uri, async (p, state, cancellation) =>
            _settings.InlayHints && await state.Evaluated.WaitAsync(cancellation).ConfigureAwait(false) is { } evaluation
                ? InlayHints.In(evaluation, SpanOf(state, p.Range), _session)
                : Array.Empty<InlayHint>());
        OnDocument("textDocument/documentSymbol", ProtocolJson.Default.TextDocumentParams, ProtocolJson.Default.IReadOnlyListDocumentSymbol, p => p.TextDocument.Uri, (_, state, _) =>
            Task.FromResult<IReadOnlyList<DocumentSymbol>?>(Outline.Symbols(state.Document, _session.Encoding)));
        OnDocument("textDocument/foldingRange", ProtocolJson.Default.TextDocumentParams, ProtocolJson.Default.IReadOnlyListFoldingRange, p => p.TextDocument.Uri, (_, state, _) =>
            Task.FromResult<IReadOnlyList<FoldingRange>?>(Outline.Folds(state.Document)));
        OnDocument("textDocument/selectionRange", ProtocolJson.Default.SelectionRangeParams, ProtocolJson.Default.IReadOnlyListSelectionRange, p => p.TextDocument.Uri, (p, state, _) =>
            Task.FromResult<IReadOnlyList<SelectionRange>?>(p.Positions.Select(at => Outline.Selection(state.Document, at, _session.Encoding)).ToList()));
    }
}
