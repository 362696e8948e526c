using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Lexing;

namespace InterconnectDsl.Language.Parsing;

/// <summary>Makes the message of a statement that could not be read.</summary>
internal static class UnexpectedToken
{
    private const int Most = 6;

    public static Diagnostic Describe(ParseSession session, int first, int farthest)
    {
        var phrases = session.Expectations.Phrases().ToList();
        var lineEnd = farthest > first && session.IsBreak(farthest);
        var span = lineEnd ? new Text.TextSpan(session.Tokens[farthest - 1].End, 0) : session.Span(farthest, farthest + 1);
        return DiagnosticCatalogue.Make("ICX1001", new(session.Text, span), new object[] { Joined(phrases), session.Expectations.Found(farthest) });
    }

    private static string Joined(List<string> phrases)
    {
        if (phrases.Count > Most)
        {
            phrases.RemoveRange(Most - 1, phrases.Count - Most);
        }

        return phrases.Count switch
        {
            0 => "something else",
            1 => phrases[0],
            _ => string.Join(", ", phrases.Take(phrases.Count - 1)) + " or " + phrases[phrases.Count - 1],
        };
    }
}
