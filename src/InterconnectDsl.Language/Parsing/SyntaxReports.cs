using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Lexing;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Language.Parsing;

/// <summary>What a run of the parser has to report; one mistake is one diagnostic.</summary>
internal sealed class SyntaxReports(ParseSession session)
{
    private readonly List<Diagnostic> _found = new();

    // Statements that were skipped, by their tokens, with the report of each: characters that make no token may be the cause.
    private readonly List<(int First, int Farthest, int Behind, Diagnostic Report)> _skipped = new();
    private int _reported = -1;

    public void Report(string code, TextSpan span, params object[] arguments) =>
        _found.Add(DiagnosticCatalogue.Make(code, new(session.Text, span), arguments));

    public void ReportWithEdit(string code, TextSpan span, string? replacement, params object[] arguments) =>
        _found.Add(DiagnosticCatalogue.Make(code, new(session.Text, span), arguments) with { Replacement = replacement });

    /// <summary>Reports a limit that was passed, for the first place only; the statement around it then fails in silence.</summary>
    public void Once(string code, int index, params object[] arguments)
    {
        if (!_found.Any(d => d.Code == code))
        {
            Report(code, session.Span(index, index + 1), arguments);
        }

        _reported = session.Count;
    }

    /// <summary>Reports what stands at the farthest token any rule reached instead of what was expected there.</summary>
    /// <param name="first">First token of the statement.</param>
    /// <param name="farthest">The token it failed at.</param>
    /// <param name="behind">First token that is not skipped.</param>
    public void Unexpected(int first, int farthest, int behind = 0)
    {
        if (_reported == session.Count)
        {
            _reported = -1;
            return;
        }

        if (farthest == _reported)
        {
            return;
        }

        _reported = farthest;
        var report = UnexpectedToken.Describe(session, first, farthest);
        _found.Add(report);
        _skipped.Add((first, farthest, Math.Max(behind, farthest), report));
    }

    /// <summary>Reports a brace that is not closed.</summary>
    public void Unclosed(int open, int at)
    {
        if (at == _reported || _reported == session.Count)
        {
            return;
        }

        _reported = at;
        var made = DiagnosticCatalogue.Make("ICX1003", new(session.Text, session.Span(at, at + 1)), new object[] { "{", "this", "}", session.Expectations.Found(at) });
        _found.Add(made with { Related = new[] { new RelatedLocation(new(session.Text, session.Span(open, open + 1)), "the `{` opened here") } });
    }

    /// <summary>Hands what was found in an interpolation to the session of the whole file.</summary>
    public void HandUp(ParseSession outer)
    {
        foreach (var diagnostic in Finish())
        {
            outer.Reports._found.Add(diagnostic);
        }
    }

    /// <summary>All that was found, characters that make no token included, in the order of the text.</summary>
    public IReadOnlyList<Diagnostic> Finish()
    {
        foreach (var mistake in session.Mistakes ?? Enumerable.Empty<LexicalMistake>())
        {
            var skipped = _skipped.FindIndex(s => mistake.Token >= s.First && mistake.Token <= s.Behind);
            if (skipped >= 0 && mistake.Token > _skipped[skipped].Farthest)
            {
                continue;
            }

            if (skipped >= 0)
            {
                _found.Remove(_skipped[skipped].Report);
            }

            ReportWithEdit(mistake.Code, mistake.Span, mistake.Replacement, mistake.Argument, mistake.Replacement ?? "");
        }

        return _found.Count == 0 ? Array.Empty<Diagnostic>() : _found.OrderBy(d => d.Location.Span.Start).ToArray();
    }
}
