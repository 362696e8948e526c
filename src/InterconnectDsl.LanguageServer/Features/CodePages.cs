using System.Collections.Concurrent;
using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.LanguageServer.Documents;
using InterconnectDsl.Reporting.Diagnostics;
using InterconnectDsl.Reporting.Explanations;

namespace InterconnectDsl.LanguageServer.Features;

/// <summary>What <c>icx explain</c> says of a code, as a page an editor opens when one clicks on the code.</summary>
internal static class CodePages
{
    private static readonly ConcurrentDictionary<string, string?> Pages = new(StringComparer.Ordinal);

    /// <summary>The address of the page of a code; null for a code without one.</summary>
    public static string? Of(string code) => Pages.GetOrAdd(code, Write);

    private static string? Write(string code) =>
        DiagnosticCatalogue.Find(code) is { } description && LibraryFolder.Page("codes/" + code + ".txt", CatalogueText.Render(description, TextStyle.Plain)) is { } path
            ? Uris.Of(path)
            : null;
}
