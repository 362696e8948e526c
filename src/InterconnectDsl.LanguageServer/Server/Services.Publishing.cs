using InterconnectDsl.LanguageServer.Analysis;
using InterconnectDsl.LanguageServer.Features;
using InterconnectDsl.LanguageServer.Protocol;

namespace InterconnectDsl.LanguageServer.Server;

/// <content>Findings, as soon as they are there.</content>
internal sealed partial class Services
{
    /// <summary>Findings of names and types wait this long for those of rules: both at once do not flicker.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    /// <summary>Tests are run when nothing was typed for so long: each evaluates its design once more.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(300);

    private async Task PublishAsync(DocumentState state)
    {
        try
        {
            await Task.WhenAny(state.Checked, state.Named).ConfigureAwait(false);
            if (!state.Checked.IsCompleted && await Task.WhenAny(state.Checked, Task.Delay(Patience, state.Stopped)).ConfigureAwait(false) != state.Checked)
            {
                Publish(state, await state.Named.ConfigureAwait(false));
            }

            FileCheck check;
            using (new EvaluationProgress(_writer, _session.Client, state.Document.Text.Path, state.Checked))
            {
                check = await state.Checked.ConfigureAwait(false);
            }

            Publish(state, check.Findings.All);
            if (_open.IsCurrent(state))
            {
                Refresh();
            }

            await IdleCollection.MomentAsync(state.Stopped).ConfigureAwait(false);
            await TestAsync(state, check).ConfigureAwait(false);
            IdleCollection.Rest();
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

    private async Task TestAsync(DocumentState state, FileCheck check)
    {
        await Task.Delay(Rest, state.Stopped).ConfigureAwait(false);
        var failing = await Task.Run(() => check.RunTests(state.Stopped), state.Stopped).ConfigureAwait(false);
        if (failing.Count > 0)
        {
            Publish(state, check.Findings.All.Concat(failing));
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
