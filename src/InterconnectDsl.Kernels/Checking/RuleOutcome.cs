using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Symbols;

namespace InterconnectDsl.Kernels.Checking;

/// <summary>What a check is told from outside.</summary>
public sealed record CheckOptions
{
    /// <summary>Today as yyyymmdd, for waivers that end; null takes every waiver as standing.</summary>
    public int? Today { get; init; }

    /// <summary>Params set in place of their nominal values.</summary>
    public IReadOnlyDictionary<ParamSymbol, Language.Binding.BoundExpression>? Settings { get; init; }

    /// <summary>Severities by rule id or code, from <c>icx.toml</c>; null for a rule turned off.</summary>
    public IReadOnlyDictionary<string, Severity?> Severities { get; init; } = new Dictionary<string, Severity?>(StringComparer.Ordinal);

    /// <summary>Whether literals of the user's text stay apart, so that <see cref="DesignCheck.Revise"/> may give them other numbers.</summary>
    public bool KeepsLiterals { get; init; }

    /// <summary>How many failures of one rule are reported one by one; the rest are counted.</summary>
    public int FailuresShown { get; init; } = 20;
}

/// <summary>What a rule came to over a design.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Passed">Things it holds for.</param>
/// <param name="Failed">Things it does not hold for, waived ones not counted.</param>
/// <param name="Waived">Things it does not hold for and need not.</param>
/// <param name="NotApplicable">Things for which a value it asks for is absent, or its condition does not hold.</param>
/// <param name="Failures">The failures, grouped by declaration.</param>
public sealed record RuleOutcome(RuleSymbol Rule, int Passed, int Failed, int Waived, int NotApplicable, IReadOnlyList<RuleFailure> Failures)
{
    /// <summary>The worst it came to in the design.</summary>
    public RuleVerdict Verdict =>
        Failed > 0 ? Failures.All(f => f.Waiver is not null || f.Severity == Severity.Note) ? RuleVerdict.Noted : RuleVerdict.Failed
        : Waived > 0 ? RuleVerdict.Waived : Passed > 0 ? RuleVerdict.Passed : RuleVerdict.Idle;
}

/// <summary>What a rule came to in a design, the worst first.</summary>
public enum RuleVerdict
{
    /// <summary>It does not hold somewhere, and no waiver covers that.</summary>
    Failed,

    /// <summary>It does not hold somewhere, and only remarks on it: a <c>note rule</c>.</summary>
    Noted,

    /// <summary>It does not hold somewhere, and need not there.</summary>
    Waived,

    /// <summary>It holds wherever it applies.</summary>
    Passed,

    /// <summary>It found nothing to judge.</summary>
    Idle,
}

/// <summary>A rule that does not hold for some members of one declaration.</summary>
/// <param name="Group">Their group.</param>
/// <param name="Member">The first of them.</param>
/// <param name="Count">How many.</param>
/// <param name="Message">What is wrong, of the first.</param>
/// <param name="Help">What to do about it, or null.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Waiver">The waiver that covers it, or null.</param>
public sealed record RuleFailure(Group Group, int Member, int Count, string Message, string? Help, Severity Severity, Waiver? Waiver)
{
    /// <summary>The unconfirmed constant that could turn the verdict within its stated range, or null.</summary>
    public string? Unconfirmed { get; init; }
}

/// <summary>A waiver and what became of it.</summary>
/// <param name="Waiver">The waiver.</param>
/// <param name="Scope">The thing in whose braces it stands.</param>
/// <param name="Expired">Whether its last day is past.</param>
/// <param name="Hidden">How many failures it covers.</param>
public sealed record WaiverOutcome(Waiver Waiver, string Scope, bool Expired, int Hidden);

/// <summary>A design with the verdicts of all rules.</summary>
/// <param name="Design">The design.</param>
/// <param name="Rules">Every rule that has something to visit in it, the library's first.</param>
/// <param name="Waivers">The waivers that stand in it.</param>
/// <param name="Diagnostics">Everything found, elaboration's first.</param>
public sealed record CheckedDesign(
    ElaboratedDesign Design, IReadOnlyList<RuleOutcome> Rules, IReadOnlyList<WaiverOutcome> Waivers, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Whether an error was found.</summary>
    public bool HasErrors => Diagnostics.Any(d => d.Severity == Severity.Error);
}
