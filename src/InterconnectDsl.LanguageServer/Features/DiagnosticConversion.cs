using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Text;
using InterconnectDsl.LanguageServer.Documents;
using InterconnectDsl.LanguageServer.Protocol;
using Diagnostic = InterconnectDsl.LanguageServer.Protocol.Diagnostic;
using Found = InterconnectDsl.Language.Diagnostics.Diagnostic;

namespace InterconnectDsl.LanguageServer.Features;

/// <summary>Findings as the protocol tells them.</summary>
internal static class DiagnosticConversion
{
    private const int Unnecessary = 1, Deprecated = 2;

    private static readonly HashSet<string> Unused = new(StringComparer.Ordinal) { "ICX2031", "ICX2032", "ICX2033" };

    /// <summary>The findings of a file. What stands in another file is told at the top of this one, with the place beside it.</summary>
    public static IReadOnlyList<Diagnostic> Of(Document document, IEnumerable<Found> found, Session session) =>
        found.DistinctBy(d => (d.Code, d.Location, d.Message)).Select(d => Of(document, d, session)).ToList();

    private static Diagnostic Of(Document document, Found found, Session session)
    {
        var isHere = ReferenceEquals(found.Location.Text, document.Text);
        var related = found.Related.Select(r => (r.Location, r.Message));
        if (!isHere && found.Location.Text is not null)
        {
            related = related.Prepend((found.Location, "it stands here"));
        }

        var information = related
            .Select(r => session.LocationOf(r.Location) is { } at ? new DiagnosticRelatedInformation(at, r.Message) : null).OfType<DiagnosticRelatedInformation>().ToList();
        var shown = session.Client?.TextDocument?.PublishDiagnostics?.RelatedInformation != false && information.Count > 0 ? information : null;
        return new(
            session.Encoding.RangeOf(document.Text, isHere ? Visible(document.Text, found.Location.Span) : default),
            SeverityOf(found.Severity), found.Code, "icx", found.Help is { } help ? $"{found.Message}\nhelp: {help}" : found.Message,
            CodePages.Of(found.Code) is { } page ? new(page) : null, TagsOf(found.Code), shown);
    }

    private static int[]? TagsOf(string code) => code == "ICX2049" ? new[] { Deprecated } : Unused.Contains(code) ? new[] { Unnecessary } : null;

    // A place between two characters shows as the character before it.
    private static TextSpan Visible(SourceText text, TextSpan span) =>
        span.Length > 0 || text.Content.Length == 0 ? span : span.Start > 0 && text.Content[span.Start - 1] is not ('\n' or '\r') ? new(span.Start - 1, 1) : span;

    private static int SeverityOf(Severity severity) => severity switch
    {
        Severity.Error => 1,
        Severity.Warning => 2,
        _ => 3,
    };
}
