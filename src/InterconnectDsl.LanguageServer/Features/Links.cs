using System.Text.RegularExpressions;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;
using InterconnectDsl.LanguageServer.Analysis;
using InterconnectDsl.LanguageServer.Documents;
using InterconnectDsl.LanguageServer.Protocol;

namespace InterconnectDsl.LanguageServer.Features;

/// <summary>What opens at a click: modules behind <c>use</c>, addresses in texts.</summary>
internal static partial class Links
{
    /// <summary>The links of a file.</summary>
    public static IReadOnlyList<DocumentLink> Of(FileAnalysis analysis, Session session)
    {
        var text = analysis.Document.Text;
        var modules = analysis.Document.Tree.Root.Declarations.OfType<UseSyntax>()
            .Select(u => analysis.Sources.Find(u.Module.Text) is { } source && session.Workspace.PathOf(source) is { } path
                ? new DocumentLink(session.Encoding.RangeOf(text, u.Module.Span), Uris.Of(path), u.Module.Text)
                : null);
        var addresses = Address().Matches(text.Content).Select(m => new DocumentLink(session.Encoding.RangeOf(text, new TextSpan(m.Index, m.Length)), m.Value));
        return modules.OfType<DocumentLink>().Concat(addresses).ToList();
    }

    [GeneratedRegex(@"https?://[^\s""'<>)]+[\w/]", RegexOptions.None, 1000)]
    private static partial Regex Address();
}
