using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Kernels.Lowering;
using InterconnectDsl.Language.Binding;
using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Symbols;

namespace InterconnectDsl.Kernels.Checking;

/// <summary>
/// A check that stays at hand: where the text gives literals other numbers, what the design is made of and how it is computed stay, and only what reads those
/// numbers is computed again. Not for use by two threads at once.
/// </summary>
public sealed class DesignCheck
{
    private readonly Compilation _compilation;
    private readonly CheckOptions _options;
    private readonly ElaboratedDesign _design;
    private readonly RuleChecker _rules;
    private readonly IReadOnlyList<Value> _stated;

    // Whether nothing was found while formulas were lowered: such findings are made once and would be missing afterwards.
    private bool _isSound;

    /// <summary>Checks a design.</summary>
    /// <param name="compilation">The bound modules; their own diagnostics are not repeated.</param>
    /// <param name="symbol">The design.</param>
    /// <param name="options">Today, params and severities.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public DesignCheck(Compilation compilation, DesignSymbol symbol, CheckOptions options, CancellationToken cancellation)
    {
        (_compilation, _options) = (compilation, options);
        _design = Elaborator.Elaborate(compilation, symbol, options.Settings, cancellation, options.KeepsLiterals);
        _rules = new(_design, options);
        _stated = StatedValues.Of(_design);
        _isSound = options.KeepsLiterals && _design.Diagnostics.Items.Count == 0;
        Result = Judge(cancellation);
    }

    /// <summary>What the check came to.</summary>
    public CheckedDesign Result { get; private set; }

    /// <summary>Checks the design again with other numbers in place of some literals, in a design that keeps them apart.</summary>
    /// <param name="before">Formulas as they were lowered.</param>
    /// <param name="after">The same, with nothing changed but numbers; see <see cref="Compilation.Revise"/>.</param>
    /// <param name="cancellation">Ends the work early; the check is of no use then.</param>
    /// <returns>Whether <see cref="Result"/> is that of the new numbers; if not, the check is of no further use.</returns>
    public bool Revise(IReadOnlyList<BoundFormula> before, IReadOnlyList<BoundFormula> after, CancellationToken cancellation)
    {
        if (!_isSound || _design.Interpreter.Faults.Count > 0 || LiteralPairs.Of(before, after) is not { } pairs || !_design.Revise(pairs))
        {
            return false;
        }

        _design.Diagnostics.Clear();
        _design.Lowering.ForgetReports();
        Result = Judge(cancellation);
        return _isSound && _design.Interpreter.Faults.Count == 0;
    }

    private CheckedDesign Judge(CancellationToken cancellation)
    {
        var waivers = new Waivers(_design, _options.Today);
        _rules.Restart();
        _design.Interpreter.EvaluateAll(_stated, _options.KeepsLiterals, cancellation);
        Findings.CheckParameters(_design);
        new Positions(_design).Check();
        new Occupancy(_design).Check();
        _design.Plausibility.Check();
        new Faults(_design).Report(_stated);
        if (!_design.Diagnostics.HasErrors)
        {
            // Strands are followed where every path stands; what is wrong with one is said where it goes wrong.
            var found = _design.Diagnostics.Items.Count;
            _ = _design.Strands;
            _isSound &= found == _design.Diagnostics.Items.Count;
        }

        if (!_design.Diagnostics.HasErrors)
        {
            // Rules are held against a design that stands; one that does not has its own findings, and theirs would only follow from them.
            Findings.CheckClaim(_design);
            JudgeRules(waivers, cancellation);
        }

        if (!_options.KeepsLiterals)
        {
            _design.Interpreter.ReleaseUnnamed();
        }

        return new(_design, _rules.Outcomes, waivers.Outcomes, Findings.Adjusted(_design.Diagnostics.Items, _options));
    }

    private void JudgeRules(Waivers waivers, CancellationToken cancellation)
    {
        var found = _design.Diagnostics.Items.Count;
        _rules.Lower(_compilation.Rules, cancellation);
        _isSound &= found == _design.Diagnostics.Items.Count;
        _rules.Judge(waivers, cancellation);
        _isSound &= !_rules.FoundInTexts;
        Findings.CheckParameters(_design);
        _design.Plausibility.Check();
        new Faults(_design).Report(_rules.Roots);
        found = _design.Diagnostics.Items.Count;
        Findings.LowerTests(_compilation, _design);
        _isSound &= found == _design.Diagnostics.Items.Count;
        Findings.ReportWaivers(_design, waivers);
    }
}
