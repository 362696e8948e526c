using System.Collections.Concurrent;
using InterconnectDsl.Language.Text;
using InterconnectDsl.LanguageServer.Analysis;
using InterconnectDsl.LanguageServer.Features;
using InterconnectDsl.LanguageServer.Protocol;

namespace InterconnectDsl.LanguageServer.Server;

/// <content>What shows: hovers, hints, outlines.</content>
internal sealed partial class Services
{
    private readonly ConcurrentDictionary<string, SemanticTokens> _colours = new(StringComparer.Ordinal);
    private int _lastColours;

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
        OnDocument("textDocument/documentLink", ProtocolJson.Default.TextDocumentParams, ProtocolJson.Default.IReadOnlyListDocumentLink, p => p.TextDocument.Uri, async (_, state, cancellation) =>
            Links.Of(await state.Bound.WaitAsync(cancellation).ConfigureAwait(false), _session));
        OnDocument("textDocument/semanticTokens/full", ProtocolJson.Default.TextDocumentParams, ProtocolJson.Default.SemanticTokens, p => p.TextDocument.Uri, async (_, state, cancellation) =>
            Remember(state, await ColoursAsync(state, All(state), cancellation).ConfigureAwait(false)));
        OnDocument("textDocument/semanticTokens/range", ProtocolJson.Default.TextDocumentRangeParams, ProtocolJson.Default.SemanticTokens, p => p.TextDocument.Uri, async (p, state, cancellation) =>
            new SemanticTokens("range", await ColoursAsync(state, SpanOf(state, p.Range), cancellation).ConfigureAwait(false)));
        OnDocument("textDocument/semanticTokens/full/delta", ProtocolJson.Default.SemanticTokensDeltaParams, ProtocolJson.Default.SemanticTokensDelta, p => p.TextDocument.Uri, async (p, state, cancellation) =>
        {
            var before = _colours.TryGetValue(state.Document.Path, out var known) && known.ResultId == p.PreviousResultId ? known.Data : Array.Empty<int>();
            var now = Remember(state, await ColoursAsync(state, All(state), cancellation).ConfigureAwait(false));
            return new SemanticTokensDelta(now.ResultId, SemanticColours.Between(before, now.Data));
        });
    }

    private static TextSpan All(DocumentState state) => new(0, state.Document.Text.Content.Length);

    private async Task<IReadOnlyList<int>> ColoursAsync(DocumentState state, TextSpan span, CancellationToken cancellation) =>
        SemanticColours.Of(await state.Bound.WaitAsync(cancellation).ConfigureAwait(false), span, _session.Encoding);

    // A client that knows another answer than the last is told all: an edit of nothing.
    private SemanticTokens Remember(DocumentState state, IReadOnlyList<int> data) =>
        _colours[state.Document.Path] = new(FormattableString.Invariant($"{Interlocked.Increment(ref _lastColours)}"), data);
}
