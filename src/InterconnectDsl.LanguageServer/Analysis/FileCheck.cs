using InterconnectDsl.Kernels.Checking;
using InterconnectDsl.Language.Binding;
using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Project;
using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.LanguageServer.Documents;

namespace InterconnectDsl.LanguageServer.Analysis;

/// <summary>
/// What is found in a version of a file, everything bound and all rules held against its designs. An edit that changes nothing but numbers takes it along to
/// the next version: the formulas they stand in are bound again, and what reads them is computed again.
/// </summary>
internal sealed class FileCheck
{
    /// <summary>So many versions are followed before the whole is done again, and what was remembered along the way is let go.</summary>
    private const int MostRevisions = 500;

    /// <summary>The code of what a test expects and is not so.</summary>
    public const string TestCode = "test";

    private readonly Compilation _compilation;
    private readonly ProjectSettings _settings;
    private readonly IReadOnlyList<Diagnostic> _bound;
    private readonly IReadOnlyList<DesignCheck> _checks;
    private readonly NumberEdits _edits;
    private FormulaIndex? _formulas;
    private Document _stands;
    private int _revisions;

    public FileCheck(Document document, Compilation compilation, ProjectSettings settings, IReadOnlyList<Diagnostic> bound, IReadOnlyList<DesignCheck>? checks)
    {
        (_stands, _compilation, _settings, _bound, _checks) = (document, compilation, settings, bound, checks ?? Array.Empty<DesignCheck>());
        _edits = new(document.Text);
        Evaluation = checks is null ? null : new(document, compilation, settings, checks.Select(c => c.Result).ToList());
        Findings = new(_bound, Evaluation?.Diagnostics ?? Array.Empty<Diagnostic>());
    }

    /// <summary>The names of all modules that were read.</summary>
    public IReadOnlyList<ModuleSymbol> Modules => _compilation.AllModules;

    /// <summary>What was found.</summary>
    public FileFindings Findings { get; private set; }

    /// <summary>Its designs, evaluated, for the version that was analysed; null where errors stand before them.</summary>
    public FileEvaluation? Evaluation { get; }

    /// <summary>Goes on to a version of the file; false when that needs more than other numbers, and then this is of no further use.</summary>
    /// <param name="before">The version it must stand for.</param>
    /// <param name="now">The version to go to.</param>
    public bool GoTo(Document before, Document now)
    {
        if (Evaluation is null || !ReferenceEquals(before, _stands) || now.Touched is not { } lines || ++_revisions > MostRevisions)
        {
            return false;
        }

        lock (Evaluation.Gate)
        {
            if (_edits.GoTo(now.Text, lines) is not { } numbers || !Revise(numbers))
            {
                _stands = null!;
                return false;
            }
        }

        _stands = now;
        Findings = new(
            _bound.Select(_edits.Moved).ToList(),
            FileEvaluation.Found(_settings, _checks.Select(c => c.Result)).Select(_edits.Moved).ToList());
        return true;
    }

    /// <summary>Runs the tests of the file; what they expect and is not so, each where it is written.</summary>
    public IReadOnlyList<Diagnostic> RunTests(CancellationToken cancellation)
    {
        var found = new List<Diagnostic>();
        foreach (var test in Evaluation is null ? new() : _compilation.Modules[0].Tests)
        {
            // Let go between two: an edit waits for one at most.
            lock (Evaluation!.Gate)
            {
                cancellation.ThrowIfCancellationRequested();
                var outcome = TestRunner.Run(_compilation, test, null, cancellation);
                found.AddRange(outcome.Failures.Select(f => _edits.Moved(new Diagnostic(TestCode, Severity.Error, f.Message, f.Location))));
            }
        }

        return found;
    }

    private bool Revise(IReadOnlyList<NumberEdit> numbers)
    {
        _formulas ??= new(_compilation.Modules[0], _edits.Before);
        var literals = new Dictionary<Formula, Dictionary<NumberSyntax, double>>();
        foreach (var (offset, number) in numbers)
        {
            if (_formulas.At(offset) is not var (literal, formulas))
            {
                if (number.Value == Stood(offset))
                {
                    continue;
                }

                return false;
            }

            if (IsWhole(literal) != IsWhole(number))
            {
                return false;
            }

            foreach (var formula in formulas)
            {
                (literals.TryGetValue(formula, out var known) ? known : literals[formula] = new())[literal] = number.Value;
            }
        }

        return Revise(literals);
    }

    private bool Revise(Dictionary<Formula, Dictionary<NumberSyntax, double>> literals)
    {
        var (before, after) = (new List<BoundFormula>(), new List<BoundFormula>());
        foreach (var (formula, numbers) in literals)
        {
            if (_bound.Any(d => ReferenceEquals(d.Location.Text, _edits.Before) && d.Location.Span.Start < formula.Location.Span.End && d.Location.Span.End > formula.Location.Span.Start)
                || _compilation.Revise(formula, numbers) is not { } bound)
            {
                return false;
            }

            before.Add(bound);
            after.Add(formula.Bound);
        }

        return _checks.All(c => c.Revise(before, after, CancellationToken.None));
    }

    // The number of a literal that is in no formula, as it was analysed.
    private double? Stood(int offset) =>
        Features.Syntax.Around(Language.Parsing.Parser.TreeOf(_edits.Before), offset).OfType<NumberSyntax>().LastOrDefault()?.Value;

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
