using InterconnectDsl.Kernels.Checking;
using InterconnectDsl.Language.Binding;
using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Project;
using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Language.Text;
using InterconnectDsl.LanguageServer.Documents;

namespace InterconnectDsl.LanguageServer.Analysis;

/// <summary>
/// What is found in a version of a file, everything bound and all rules held against its designs. An edit of formulas takes it along to the next version: they are
/// bound again, and what reads them is computed again; the designs are made anew unless nothing but numbers has changed.
/// </summary>
internal sealed class FileCheck
{
    /// <summary>So many versions are followed before the whole is done again, and what was remembered along the way is let go.</summary>
    private const int MostRevisions = 500;

    /// <summary>The code of what a test expects and is not so.</summary>
    public const string TestCode = "test";

    // Null where errors stand before the designs: nothing more is asked of it then.
    private readonly Compilation? _compilation;
    private readonly ProjectSettings _settings;
    private readonly IReadOnlyList<Diagnostic> _bound;
    private readonly CheckOptions _options;
    private readonly FollowedText _text;
    private IReadOnlyList<DesignCheck> _checks;
    private FormulaIndex? _formulas;
    private Document _stands;
    private int _revisions;

    // Whether the formulas are newer than what the designs came to.
    private bool _isStale;

    public FileCheck(Document document, Compilation compilation, ProjectSettings settings, IReadOnlyList<Diagnostic> bound, CheckOptions? options, CancellationToken cancellation)
    {
        (_stands, _compilation, _settings, _bound, _options) = (document, options is null ? null : compilation, settings, bound, options!);
        Files = compilation.AllModules.Select(m => m.Tree.Text.Path).ToList();
        _text = new(document.Text);
        _checks = options is null ? Array.Empty<DesignCheck>() : CheckDesigns(cancellation);
        Evaluation = options is null ? null : new(document, compilation, settings, _checks.Select(c => c.Result).ToList());
        Findings = new(_bound, Evaluation?.Diagnostics ?? Array.Empty<Diagnostic>());
    }

    /// <summary>The files of all modules that were read.</summary>
    public IReadOnlyList<string> Files { get; }

    /// <summary>What was found.</summary>
    public FileFindings Findings { get; private set; }

    /// <summary>Its designs, evaluated, for the version that was analysed; null where errors stand before them.</summary>
    public FileEvaluation? Evaluation { get; }

    /// <summary>Goes on to a version of the file; false when that needs the whole to be done again.</summary>
    /// <param name="before">The version it must stand for.</param>
    /// <param name="now">The version to go to.</param>
    /// <param name="touched">The lines, counted from 0, that may differ between the two.</param>
    /// <param name="cancellation">Ends the work early; the next version can be gone to nevertheless.</param>
    public bool GoTo(Document before, Document now, IReadOnlyCollection<int> touched, CancellationToken cancellation = default)
    {
        if (Evaluation is null || !ReferenceEquals(before, _stands) || _revisions >= MostRevisions)
        {
            return false;
        }

        lock (Evaluation.Gate)
        {
            if (!Follow(now, touched, cancellation))
            {
                return false;
            }
        }

        Findings = new(
            _bound.Select(_text.Moved).ToList(),
            FileEvaluation.Found(_settings, _checks.Select(c => c.Result)).Select(_text.Moved).ToList());
        return true;
    }

    /// <summary>Whether it stands for a version, be it that evaluating it was ended early.</summary>
    public bool Stands(Document document) => ReferenceEquals(document, _stands);

    /// <summary>Runs the tests of the file; what they expect and is not so, each where it is written.</summary>
    public IReadOnlyList<Diagnostic> RunTests(CancellationToken cancellation)
    {
        var found = new List<Diagnostic>();
        foreach (var test in Evaluation is null ? new() : _compilation!.Modules[0].Tests)
        {
            // Let go between two: an edit waits for one at most.
            lock (Evaluation!.Gate)
            {
                cancellation.ThrowIfCancellationRequested();
                var outcome = TestRunner.Run(_compilation!, test, null, cancellation);
                found.AddRange(outcome.Failures.Select(f => _text.Moved(new Diagnostic(TestCode, Severity.Error, f.Message, f.Location))));
            }
        }

        return found;
    }

    private bool Follow(Document now, IReadOnlyCollection<int> touched, CancellationToken cancellation)
    {
        _formulas ??= new(_compilation!.Modules[0], _text.Before);
        var lines = new List<(int Line, ValueEdit? Value)>();
        var (literals, values) = (new Dictionary<Formula, Dictionary<NumberSyntax, double>>(), new List<(ValueEdit, IReadOnlyList<Formula>)>());
        foreach (var line in touched)
        {
            var text = now.Text.Line(line + 1);
            if (_text.Numbers(line, text) is { } numbers && numbers.All(n => Revises(n, literals)))
            {
                lines.Add((line, null));
            }
            else if (ValueIn(line, text) is var (value, formulas))
            {
                lines.Add((line, value));
                values.Add((value, formulas));
            }
            else
            {
                return false;
            }
        }

        // From here on there is no way back: what is not followed to the end is done as a whole.
        var (before, after) = (new List<BoundFormula>(), new List<BoundFormula>());
        _stands = null!;
        if (!literals.All(f => Revise(f.Key, f.Value, before, after)) || !values.All(v => Restate(v.Item1, v.Item2)))
        {
            return false;
        }

        _text.GoTo(now.Text, lines);
        _stands = now;
        _revisions++;
        var isRevised = values.Count == 0 && !_isStale;
        _isStale = true;
        if (!isRevised || !_checks.All(c => c.Revise(before, after, CancellationToken.None)))
        {
            _checks = CheckDesigns(cancellation);
        }

        _isStale = false;
        return true;
    }

    private IReadOnlyList<DesignCheck> CheckDesigns(CancellationToken cancellation) =>
        _compilation!.Designs.Select(d => new DesignCheck(_compilation, d, _options, cancellation)).ToList();

    // Whether a number is what it was, or that of a literal which may be another.
    private bool Revises(NumberEdit edit, Dictionary<Formula, Dictionary<NumberSyntax, double>> literals)
    {
        if (_formulas!.At(edit.Text, edit.Offset) is not var (literal, formulas))
        {
            return edit.Number.Digits == Stood(edit)?.Digits;
        }

        if (IsWhole(literal) != IsWhole(edit.Number) || formulas.Any(f => IsReported(f.Location)))
        {
            return false;
        }

        foreach (var formula in formulas)
        {
            (literals.TryGetValue(formula, out var known) ? known : literals[formula] = new())[literal] = edit.Number.Value;
        }

        return true;
    }

    // The value that stands in the place of another in a line as it is to be, and the formulas that were written there.
    private (ValueEdit Value, IReadOnlyList<Formula> Formulas)? ValueIn(int line, string now)
    {
        foreach (var formulas in _text.Origins(line).SelectMany(o => _formulas!.In(o.Text, o.Span)))
        {
            var (at, syntax) = (formulas[0].Location, formulas[0].Syntax);
            if (syntax.Nominal is { } nominal && !IsReported(at) && _text.Value(line, now, at, nominal.Span.End) is { } value)
            {
                return (value, formulas);
            }
        }

        return null;
    }

    private bool Revise(Formula formula, Dictionary<NumberSyntax, double> numbers, List<BoundFormula> before, List<BoundFormula> after)
    {
        if (_compilation!.Revise(formula, numbers) is not { } bound)
        {
            return false;
        }

        before.Add(bound);
        after.Add(formula.Bound);
        return true;
    }

    private bool Restate(ValueEdit value, IReadOnlyList<Formula> formulas)
    {
        var from = formulas[0].Location;
        if (!formulas.All(f => _compilation!.Restate(f, value.Value, value.Text)))
        {
            return false;
        }

        _formulas!.Move(formulas, from.Text, from.Span.Start);
        return true;
    }

    // Whether something was found in a place when it was bound.
    private bool IsReported(SourceSpan place) =>
        _bound.Any(d => ReferenceEquals(d.Location.Text, place.Text) && d.Location.Span.Start < place.Span.End && d.Location.Span.End > place.Span.Start);

    // A literal that may not be another, as it was analysed.
    private NumberSyntax? Stood(NumberEdit edit)
    {
        var around = ReferenceEquals(edit.Text, _text.Before)
            ? Features.Syntax.Around(Language.Parsing.Parser.TreeOf(edit.Text), edit.Offset)
            : _formulas!.In(edit.Text, new(0, edit.Text.Content.Length)).SelectMany(f => Features.Syntax.All(f[0].Syntax));
        return around.OfType<NumberSyntax>().LastOrDefault(n => n.Span.Start == edit.Offset);
    }

    private static bool IsWhole(NumberSyntax number) => number.Digits.IndexOfAny(['.', 'e', 'E']) < 0;
}

/// <summary>What was found in a version of a file.</summary>
/// <param name="Bound">Without evaluating: of the text, of names and types.</param>
/// <param name="Evaluated">By evaluating its designs.</param>
internal sealed record FileFindings(IReadOnlyList<Diagnostic> Bound, IReadOnlyList<Diagnostic> Evaluated)
{
    /// <summary>All.</summary>
    public IEnumerable<Diagnostic> All => Bound.Concat(Evaluated);
}
