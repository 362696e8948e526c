using InterconnectDsl.LanguageServer.Analysis;
using InterconnectDsl.LanguageServer.Features;
using InterconnectDsl.LanguageServer.Protocol;

namespace InterconnectDsl.LanguageServer.Server;

/// <content>What helps to write.</content>
internal sealed partial class Services
{
    private DocumentState? _completed;

    /// <summary>Who completes a word waits no longer than this for the names of the newest version, where those of an older one are at hand.</summary>
    private static readonly TimeSpan Blink = TimeSpan.FromMilliseconds(4);

    private void AddWriting()
    {
        OnDocument("textDocument/completion", ProtocolJson.Default.TextDocumentPositionParams, ProtocolJson.Default.CompletionList, p => p.TextDocument.Uri, async (p, state, cancellation) =>
        {
            _completed = state;
            return Completions.At(await NamesOf(state, cancellation).ConfigureAwait(false), state.Document.Text, OffsetOf(state, p.Position), _session);
        });
        _methods.Request("completionItem/resolve", ProtocolJson.Default.CompletionItem, ProtocolJson.Default.CompletionItem, async (item, cancellation) =>
            Completions.Resolve(item, _completed is null ? null : await _completed.Bound.WaitAsync(cancellation).ConfigureAwait(false), _session));
        AtPlace("textDocument/signatureHelp", ProtocolJson.Default.SignatureHelp, (bound, offset) => Signatures.At(bound, offset, _session));
        OnDocument("textDocument/formatting", ProtocolJson.Default.TextDocumentParams, ProtocolJson.Default.IReadOnlyListTextEdit, p => p.TextDocument.Uri, (_, state, _) =>
            Task.FromResult<IReadOnlyList<TextEdit>?>(FormattingEdits.All(state.Document, _session.Encoding)));
        OnDocument("textDocument/rangeFormatting", ProtocolJson.Default.TextDocumentRangeParams, ProtocolJson.Default.IReadOnlyListTextEdit, p => p.TextDocument.Uri, (p, state, _) =>
            Task.FromResult<IReadOnlyList<TextEdit>?>(FormattingEdits.Of(state.Document, SpanOf(state, p.Range), _session.Encoding)));
        OnDocument("textDocument/onTypeFormatting", ProtocolJson.Default.DocumentOnTypeFormattingParams, ProtocolJson.Default.IReadOnlyListTextEdit, p => p.TextDocument.Uri, (p, state, _) =>
            Task.FromResult<IReadOnlyList<TextEdit>?>(FormattingEdits.Typed(state.Document, p, _session.Encoding)));
    }

    private static async Task<FileAnalysis> NamesOf(DocumentState state, CancellationToken cancellation)
    {
        var known = state.NewestNames;
        if (known is not null && !state.Checked.IsCompleted)
        {
            // Binding them too would only slow down what is under way: they follow.
            _ = state.Checked.ContinueWith(_ => state.Bound, cancellation, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
            return known;
        }

        if (known is not null && !state.Bound.IsCompleted)
        {
            await Task.WhenAny(state.Bound, Task.Delay(Blink, cancellation)).ConfigureAwait(false);
        }

        return known is null || state.Bound.IsCompleted ? await state.Bound.WaitAsync(cancellation).ConfigureAwait(false) : known;
    }
}
