using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Lexing;

namespace InterconnectDsl.Language.Parsing;

/// <summary>Joins what the lexer noted with what the parser reported, so that one mistake is said once.</summary>
internal static class LexicalReports
{
    private const int Most = 100;

    /// <summary>
    /// The reports in the order of the text. Where a statement failed behind a character of no meaning, that character is the cause and is said
    /// instead; what stands in the part of a statement that was skipped is not said.
    /// </summary>
    public static IReadOnlyList<Diagnostic> Merge(ParseSession session, List<Diagnostic> found)
    {
        if (session.Mistakes is { } mistakes)
        {
            AddMistakes(session, mistakes, found);
        }

        if (found.Count == 0)
        {
            return Array.Empty<Diagnostic>();
        }

        var sorted = found.OrderBy(d => d.Location.Span.Start).ToList();
        if (sorted.Count > Most)
        {
            var rest = session.Reports.Make("ICX1018", sorted[Most].Location.Span, sorted.Count - Most);
            sorted.RemoveRange(Most, sorted.Count - Most);
            sorted.Add(rest);
        }

        return sorted;
    }

    private static void AddMistakes(ParseSession session, List<LexicalMistake> mistakes, List<Diagnostic> found)
    {
        if (mistakes.FindIndex(m => m.Code == "ICX1017") is var nul and >= 0)
        {
            found.Clear();
            found.Add(session.Reports.Make("ICX1017", mistakes[nul].Span));
            return;
        }

        var skipped = 0;
        var statements = session.Reports.Skipped.OrderBy(s => s.First).ToList();
        foreach (var mistake in mistakes)
        {
            while (skipped < statements.Count && statements[skipped].Behind < mistake.Token)
            {
                skipped++;
            }

            if (skipped < statements.Count && mistake.Token >= statements[skipped].First)
            {
                if (mistake.Token > statements[skipped].Farthest)
                {
                    continue;
                }

                found.Remove(statements[skipped].Report);
            }

            var report = session.Reports.Make(mistake.Code, mistake.Span, mistake.Argument, mistake.Replacement ?? "");
            found.Add(report with { Replacement = mistake.Replacement });
        }
    }
}
