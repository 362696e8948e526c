using InterconnectDsl.Tests.Shared;

namespace InterconnectDsl.LanguageServer.Tests.Clients;

/// <summary>The page that says how an editor is set up.</summary>
internal static class SetupPage
{
    /// <summary>The one block of the page that is written in a language.</summary>
    public static string LinesFor(string language)
    {
        var page = File.ReadAllText(RepositoryRoot.Combine("grammar/editors.md")).ReplaceLineEndings("\n");
        var blocks = page.Split($"```{language}\n").Skip(1).Select(b => b[..b.IndexOf("```", StringComparison.Ordinal)]).ToList();
        return Assert.Single(blocks);
    }
}
