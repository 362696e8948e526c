using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Text;
using InterconnectDsl.LanguageServer.Analysis;
using InterconnectDsl.LanguageServer.Documents;
using InterconnectDsl.LanguageServer.Protocol;

namespace InterconnectDsl.LanguageServer.Features;

/// <summary>What every answer depends on beside the file: how the client counts, what it can show, where files are.</summary>
internal sealed class Session(PositionEncoding encoding, ClientCapabilities? client, Workspace workspace)
{
    public PositionEncoding Encoding { get; } = encoding;

    public ClientCapabilities? Client { get; } = client;

    public Workspace Workspace { get; } = workspace;

    /// <summary>Whether completions may hold places to fill in.</summary>
    public bool TakesSnippets => Client?.TextDocument?.Completion?.CompletionItem?.SnippetSupport == true;

    /// <summary>Text for a hover: Markdown where the client says it can show that, else the same without its signs.</summary>
    public MarkupContent Markup(string markdown)
    {
        var formats = Client?.TextDocument?.Hover?.ContentFormat;
        return formats is null || formats.Contains("markdown") ? new("markdown", markdown) : new("plaintext", Plain(markdown));
    }

    /// <summary>A span of a text as a client opens it; null for a text without a file.</summary>
    public Location? LocationOf(SourceSpan span) =>
        span.Text is not null && Workspace.PathOf(span.Text) is { } path ? new(Uris.Of(path), Encoding.RangeOf(span.Text, span.Span)) : null;

    /// <summary>Where a symbol is declared; null for what has no file.</summary>
    public Location? LocationOf(Symbol symbol) => LocationOf(symbol.Location);

    private static string Plain(string markdown)
    {
        var lines = markdown.Split('\n').Where(l => !l.StartsWith("```", StringComparison.Ordinal)).Select(l => l.Replace("**", "", StringComparison.Ordinal).Replace("`", "", StringComparison.Ordinal));
        return string.Join('\n', lines);
    }
}
