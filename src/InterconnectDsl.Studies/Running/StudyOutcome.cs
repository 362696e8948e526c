using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Language.Units;
using InterconnectDsl.Runtime;

namespace InterconnectDsl.Studies;

/// <summary>What a study came to.</summary>
/// <param name="Study">The study.</param>
/// <param name="Samples">How many samples were drawn at every point; 0 where it is at nominal.</param>
/// <param name="Seed">The seed of the draws.</param>
/// <param name="Drawn">What was drawn, by its name; all else kept its nominal value.</param>
/// <param name="Rows">Its points: those of the first design, then of the next; of the knobs the last changes fastest.</param>
/// <param name="Expectations">What was expected, and whether it holds at all points.</param>
/// <param name="Diagnostics">What was found on the way.</param>
public sealed record StudyOutcome(
    StudySymbol Study, long Samples, ulong Seed, IReadOnlyList<string> Drawn, IReadOnlyList<StudyRow> Rows, IReadOnlyList<ExpectationOutcome> Expectations, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Whether everything that is expected holds, and nothing went wrong.</summary>
    public bool Passed => Expectations.All(e => e.Verdict == ExpectationVerdict.Holds) && Diagnostics.All(d => d.Severity != Severity.Error);
}

/// <summary>One point of a study.</summary>
/// <param name="Design">The design.</param>
/// <param name="Knobs">The value of each knob; null for one that the design does not have.</param>
/// <param name="Figures">The figures observed; null for one that the design does not have.</param>
public sealed record StudyRow(DesignSymbol Design, IReadOnlyList<StudyNumber?> Knobs, IReadOnlyList<StudyFigure?> Figures);

/// <summary>A number of a study.</summary>
/// <param name="Number">In coherent units; NaN where it is absent or has failed.</param>
/// <param name="Type">Its type.</param>
/// <param name="Unit">The unit it was written in, or null.</param>
/// <param name="Text">What it is where it is no number, or null.</param>
public sealed record StudyNumber(double Number, IcxType Type, Unit? Unit, string? Text = null);

/// <summary>A figure at one point.</summary>
/// <param name="Value">At nominal, or the mean of the samples.</param>
/// <param name="Samples">The samples, or null at nominal.</param>
public sealed record StudyFigure(StudyNumber Value, Statistics? Samples);

/// <summary>Whether what was expected holds.</summary>
public enum ExpectationVerdict
{
    /// <summary>It holds; on samples, at both ends of the 95 % confidence interval.</summary>
    Holds,

    /// <summary>It holds at one end of the interval and not at the other.</summary>
    Undecided,

    /// <summary>It does not hold.</summary>
    Fails,
}

/// <summary>What became of one expectation of one design, at the worst of its points.</summary>
/// <param name="Design">The design.</param>
/// <param name="Location">Where it is written.</param>
/// <param name="Verdict">Whether it holds.</param>
/// <param name="Detail">What it came to: both sides, at which point, and how many samples would settle it.</param>
public sealed record ExpectationOutcome(DesignSymbol Design, SourceSpan Location, ExpectationVerdict Verdict, string Detail);
