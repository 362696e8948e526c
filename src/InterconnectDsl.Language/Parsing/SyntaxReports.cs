using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Lexing;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Language.Parsing;

/// <summary>How much had been reported at some time.</summary>
internal readonly record struct ReportMark(int Found, int Skipped, int Reported, bool Silent);

/// <summary>A statement that was skipped, by its tokens, and what was reported of it.</summary>
internal sealed record SkippedStatement(int First, int Farthest, int Behind, Diagnostic Report);

/// <summary>Reports that were taken away.</summary>
internal sealed record SavedReports(Diagnostic[] Found, SkippedStatement[] Skipped, int Reported);

/// <summary>What a run of the parser has to report; one mistake is one diagnostic.</summary>
internal sealed class SyntaxReports(ParseSession session)
{
    // Reports of what was read as it was meant: where the statement fails nevertheless, they tell nothing.
    private static readonly string[] Mended = { "ICX1033", "ICX1034", "ICX1035" };

    private const int Most = 1000;
    private readonly List<Diagnostic> _found = new();
    private readonly List<SkippedStatement> _skipped = new();

    // Keywords that were misspelled, by their token: since a token stays what it was taken for, so does its report.
    private readonly Dictionary<int, Diagnostic> _misspelled = new();

    // The token that was reported last; a second rule that fails there says nothing more.
    private int _reported = -1;

    // A limit was passed: the statements around the place fail in silence.
    private bool _silent;

    /// <summary>Number of reports so far.</summary>
    public int Count => _found.Count;

    public IReadOnlyList<SkippedStatement> Skipped => _skipped;

    public ReportMark Mark() => new(_found.Count, _skipped.Count, _reported, _silent);

    /// <summary>Forgets what was reported since a mark.</summary>
    public void Return(ReportMark mark)
    {
        _found.RemoveRange(mark.Found, _found.Count - mark.Found);
        _skipped.RemoveRange(mark.Skipped, _skipped.Count - mark.Skipped);
        (_reported, _silent) = (mark.Reported, mark.Silent);
    }

    /// <summary>Takes away what was reported since a mark, for the case that it is wanted again.</summary>
    public SavedReports Save(ReportMark mark)
    {
        var saved = new SavedReports(_found.Skip(mark.Found).ToArray(), _skipped.Skip(mark.Skipped).ToArray(), _reported);
        Return(mark);
        return saved;
    }

    /// <summary>Puts reports back in place of all that came since.</summary>
    public void Restore(ReportMark mark, SavedReports saved)
    {
        Return(mark);
        _found.AddRange(saved.Found);
        _skipped.AddRange(saved.Skipped);
        _reported = saved.Reported;
    }

    public void Report(string code, TextSpan span, params object[] arguments) => Add(Make(code, span, arguments));

    public void ReportWithEdit(string code, TextSpan span, string? replacement, params object[] arguments) =>
        Add(Make(code, span, arguments) with { Replacement = replacement });

    /// <summary>Reports a misspelled keyword.</summary>
    public void Misspelled(int index, Keyword keyword) => _misspelled[index] =
        Make("ICX1002", session.Span(index, index + 1), session.Spelling(index), keyword.Spelling()) with { Replacement = keyword.Spelling() };

    /// <summary>Takes the report of a misspelled keyword back.</summary>
    public void NotMisspelled(int index) => _misspelled.Remove(index);

    /// <summary>Reports a limit that was passed, for the first place only; the statement around it then fails in silence.</summary>
    public void Once(string code, int index, params object[] arguments)
    {
        if (!_found.Any(d => d.Code == code))
        {
            Report(code, session.Span(index, index + 1), arguments);
        }

        _silent = true;
    }

    /// <summary>Reports what stands at the farthest token any rule reached instead of what was expected there.</summary>
    /// <param name="first">First token of the statement.</param>
    /// <param name="farthest">The token it failed at.</param>
    /// <param name="behind">First token that is not skipped.</param>
    /// <param name="open">Whether braces are still open there: what is not closed behind it follows from this.</param>
    public void Unexpected(int first, int farthest, int behind, bool open = false)
    {
        var (start, end) = (session.Tokens[first].Start, session.Tokens[farthest].End);
        _found.RemoveAll(d => Mended.Contains(d.Code) && d.Location.Span.Start >= start && d.Location.Span.Start <= end);
        if (!_silent && farthest != _reported)
        {
            var report = UnexpectedToken.Describe(session, first, farthest);
            Add(report);
            _skipped.Add(new(first, farthest, behind, report));
        }

        _reported = open ? behind : farthest;
        _silent = false;
    }

    /// <summary>Reports a brace that is not closed.</summary>
    /// <param name="open">The brace.</param>
    /// <param name="header">First token of the statement it belongs to.</param>
    /// <param name="at">Where that was noticed.</param>
    public void Unclosed(int open, int header, int at)
    {
        if (!_silent && at != _reported)
        {
            Add(UnexpectedToken.Unclosed(session, open, at, session.Words(header, 2), lineEnd: false));
        }

        _reported = at;
    }

    /// <summary>Reports that a body begins without its brace.</summary>
    public void MissingBrace(int index)
    {
        if (index != _reported)
        {
            session.Expectations.Reset(index);
            session.Expectations.Add(index, Wanted.LeftBrace);
            Add(UnexpectedToken.Describe(session, session.StatementStart, index));
        }

        _reported = index;
    }

    /// <summary>Hands what was found in an interpolation to the session of the whole file.</summary>
    public void HandUp(ParseSession outer) => outer.Reports._found.AddRange(LexicalReports.Merge(session, _found));

    /// <summary>All that was found, characters that make no token included, in the order of the text.</summary>
    public IReadOnlyList<Diagnostic> Finish() => LexicalReports.Merge(session, _found.Concat(_misspelled.Values).ToList());

    // More than this is never shown; the file is another language, or noise.
    private void Add(Diagnostic diagnostic)
    {
        if (_found.Count < Most)
        {
            _found.Add(diagnostic);
        }
    }

    internal Diagnostic Make(string code, TextSpan span, params object[] arguments) =>
        DiagnosticCatalogue.Make(code, new(session.Text, span), arguments);
}
