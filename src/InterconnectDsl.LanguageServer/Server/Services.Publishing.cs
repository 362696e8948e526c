using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.LanguageServer.Analysis;
using InterconnectDsl.LanguageServer.Features;
using InterconnectDsl.LanguageServer.Protocol;

namespace InterconnectDsl.LanguageServer.Server;

/// <content>Findings, as soon as they are there.</content>
internal sealed partial class Services
{
    /// <summary>Findings of names and types wait this long for those of rules: both at once do not flicker.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    private async Task PublishAsync(DocumentState state)
    {
        try
        {
            var bound = await state.Bound.ConfigureAwait(false);
            var stands = bound.Diagnostics.All(d => d.Severity != Severity.Error);
            if (!stands || await Task.WhenAny(state.Evaluated, Task.Delay(Patience)).ConfigureAwait(false) != state.Evaluated)
            {
                Publish(state, bound.Diagnostics);
            }

            if (stands)
            {
                await EvaluatedAsync(state, bound).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // A newer version has come; its own findings follow.
        }
        catch (Exception fault)
        {
            Log(fault);
        }
    }

    private async Task EvaluatedAsync(DocumentState state, FileAnalysis bound)
    {
        using var progress = new EvaluationProgress(_writer, _session.Client, state.Document.Text.Path, state.Evaluated);
        var evaluation = await state.Evaluated.ConfigureAwait(false);
        Publish(state, bound.Diagnostics.Concat(evaluation?.Diagnostics ?? Array.Empty<Language.Diagnostics.Diagnostic>()));
        if (_open.IsCurrent(state))
        {
            Refresh();
        }
    }

    private void Publish(DocumentState state, IEnumerable<Language.Diagnostics.Diagnostic> found)
    {
        var shown = DiagnosticConversion.Of(state.Document, found, _session);
        if (_open.IsCurrent(state))
        {
            _writer.Notify("textDocument/publishDiagnostics", new(state.Document.Uri, state.Document.Version, shown), ProtocolJson.Default.PublishDiagnosticsParams);
        }
    }

    private void Refresh()
    {
        if (_session.Client?.Workspace?.InlayHint?.RefreshSupport == true)
        {
            _writer.Ask("workspace/inlayHint/refresh");
        }

        if (_session.Client?.Workspace?.CodeLens?.RefreshSupport == true)
        {
            _writer.Ask("workspace/codeLens/refresh");
        }
    }
}
