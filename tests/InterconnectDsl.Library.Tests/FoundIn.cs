using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Tests.Shared;

namespace InterconnectDsl.Library.Tests;

/// <summary>What a check finds in a text.</summary>
internal static class FoundIn
{
    /// <summary>The codes of its findings; the text must be without mistakes of the language.</summary>
    public static IReadOnlyList<string> Codes(string text)
    {
        var found = WholeCheck.Of(new SourceText("design.icx", text));
        Assert.Empty(found.Where(d => d.Severity == Severity.Error && d.Code.StartsWith("ICX", StringComparison.Ordinal)).Select(d => d.Message));
        return found.Select(d => d.Code).ToList();
    }
}
