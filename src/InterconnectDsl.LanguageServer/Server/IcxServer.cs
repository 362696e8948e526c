using System.IO.Pipelines;

namespace InterconnectDsl.LanguageServer;

/// <summary>The language server: the Language Server Protocol 3.17 over a pair of pipes, for one client.</summary>
public static class IcxServer
{
    /// <summary>Serves until the client says <c>exit</c>, closes its end, or dies.</summary>
    /// <param name="input">What the client writes.</param>
    /// <param name="output">What the client reads.</param>
    /// <param name="today">The day waivers are held against, as yyyymmdd.</param>
    /// <param name="version">The version the server gives itself.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>0 when the client took its leave as the protocol asks, else 1.</returns>
    public static Task<int> RunAsync(PipeReader input, PipeWriter output, Func<int> today, string version, CancellationToken cancellation) =>
        new Server.Connection(input, output, today, version).RunAsync(cancellation);
}
