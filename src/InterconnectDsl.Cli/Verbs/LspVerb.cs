using System.IO.Pipelines;
using InterconnectDsl.Cli.Arguments;
using InterconnectDsl.Cli.Running;
using InterconnectDsl.LanguageServer;

namespace InterconnectDsl.Cli.Verbs;

/// <summary><c>icx lsp</c>: serves an editor over standard input and output.</summary>
internal static class LspVerb
{
    // Clients pass it to every server; there is no other way to talk to this one.
    private static readonly Option Stdio = new("--stdio", null, "serve over standard input and output, as it does anyway");

    public static readonly Verb Verb = new(
        "lsp", "serve an editor: the language server, on standard input and output", "", 0, 0, new[] { Stdio },
        new[] { ("icx lsp --stdio", "started by an editor; it ends with it") },
        Run);

    private static int Run(Invocation invocation)
    {
        using var output = invocation.Host.Output();
        var served = IcxServer.RunAsync(
            PipeReader.Create(invocation.Host.Input), PipeWriter.Create(output), () => invocation.TodayNumber, Application.Version, invocation.Cancellation);
        return served.GetAwaiter().GetResult();
    }
}
