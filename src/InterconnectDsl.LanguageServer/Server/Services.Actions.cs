using System.Text.Json;
using InterconnectDsl.LanguageServer.Features;
using InterconnectDsl.LanguageServer.Protocol;

namespace InterconnectDsl.LanguageServer.Server;

/// <content>What changes a file at a click, and what is asked to be done.</content>
internal sealed partial class Services
{
    private void AddActions()
    {
        OnDocument("textDocument/codeAction", ProtocolJson.Default.CodeActionParams, ProtocolJson.Default.IReadOnlyListCodeAction, p => p.TextDocument.Uri, async (p, state, cancellation) =>
            CodeActions.In(await state.Bound.WaitAsync(cancellation).ConfigureAwait(false), state.Checked is { IsCompletedSuccessfully: true, Result: var found } ? found.Findings.Evaluated : Array.Empty<Language.Diagnostics.Diagnostic>(), SpanOf(state, p.Range), p.Context?.Only, _session));
        _methods.Request("codeAction/resolve", ProtocolJson.Default.CodeAction, ProtocolJson.Default.CodeAction, async (action, cancellation) =>
            CodeActions.Resolve(action, await StateOf(action.Data?.Uri).Bound.WaitAsync(cancellation).ConfigureAwait(false), _session));
        OnDocument("textDocument/codeLens", ProtocolJson.Default.TextDocumentParams, ProtocolJson.Default.IReadOnlyListCodeLens, p => p.TextDocument.Uri, (_, state, _) =>
            Task.FromResult<IReadOnlyList<CodeLens>?>(_settings.CodeLens ? CodeLenses.Of(state.Document, _session.Encoding) : Array.Empty<CodeLens>()));
        _methods.Request("codeLens/resolve", ProtocolJson.Default.CodeLens, ProtocolJson.Default.CodeLens, async (lens, cancellation) =>
            CodeLenses.Resolve(lens, await StateOf(lens.Data?.Uri).Evaluated.WaitAsync(cancellation).ConfigureAwait(false)));
        _methods.Request("workspace/executeCommand", ProtocolJson.Default.ExecuteCommandParams, ProtocolJson.Default.CommandResult, ExecuteAsync);
    }

    private async Task<CommandResult?> ExecuteAsync(ExecuteCommandParams p, CancellationToken cancellation)
    {
        var arguments = p.Arguments?.Select(a => a.ValueKind == JsonValueKind.String ? a.GetString()! : throw Wrong(p)).ToList() ?? new();
        if (arguments.Count < 2 || (p.Command == Commands.Why && arguments.Count < 3) || Array.IndexOf(Commands.All, p.Command) < 0)
        {
            throw Wrong(p);
        }

        if (p.Command == Commands.Study)
        {
            return await RunStudyAsync(StateOf(arguments[0]).Document, arguments[1], cancellation).ConfigureAwait(false);
        }

        var evaluation = await StateOf(arguments[0]).Evaluated.WaitAsync(cancellation).ConfigureAwait(false);
        return await Task.Run(
            () => p.Command == Commands.Report
                ? new CommandResult(Html: Commands.MakeReport(evaluation, arguments[1], _today(), _version))
                : new CommandResult(Text: Commands.Derive(evaluation, arguments[1], arguments[2])),
            cancellation).ConfigureAwait(false);
    }

    private async Task<CommandResult?> RunStudyAsync(Documents.Document document, string study, CancellationToken cancellation)
    {
        var run = Task.Run(() => Commands.RunStudy(_open.Workspace.Bind(document), study, _today(), _version, cancellation), cancellation);
        using var progress = new EvaluationProgress(_writer, _session.Client, "the study " + study, run);
        return new(Html: await run.ConfigureAwait(false));
    }

    private static ProtocolException Wrong(ExecuteCommandParams p) =>
        new(ProtocolException.InvalidParams, $"`{p.Command}` with these arguments is not known; {Commands.Report} takes a file and a design, {Commands.Why} an expression too, {Commands.Study} a file and a study");
}
