using InterconnectDsl.Language.Binding;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Language.Symbols;

/// <summary>A study over one of the designs it is of: what is turned, what is held, what is looked at and what is expected.</summary>
/// <param name="Design">The design.</param>
/// <param name="Knobs">What is swept or chosen, in the order of the text; null for a knob that this design does not have.</param>
/// <param name="With">Params that are held at another value.</param>
/// <param name="Amendments">Attributes of things that are held, or that follow a knob.</param>
/// <param name="Figures">What is observed; null for what this design does not have.</param>
/// <param name="Expectations">What must hold.</param>
/// <param name="Constraints">What a choice must respect.</param>
/// <param name="Aim">What a choice makes smallest or largest, or null.</param>
/// <param name="Maximizes">Whether the aim is to be large.</param>
/// <param name="Samples">How many samples are drawn, or null for none.</param>
/// <param name="Seed">The seed of the draws, or null for 1.</param>
public sealed record BoundStudy(
    DesignSymbol Design, IReadOnlyList<StudyKnob?> Knobs, IReadOnlyList<(ParamSymbol Param, BoundExpression Value)> With, IReadOnlyList<Amendment> Amendments,
    IReadOnlyList<BoundExpression?> Figures, IReadOnlyList<BoundExpression> Expectations, IReadOnlyList<BoundExpression> Constraints, BoundExpression? Aim,
    bool Maximizes, BoundExpression? Samples, BoundExpression? Seed);

/// <summary>What a study turns. An attribute of things is turned through a param of its own, which an amendment gives to all of them.</summary>
/// <param name="Param">The param.</param>
/// <param name="IsChosen">Whether the best value is looked for; otherwise all are gone through.</param>
/// <param name="Values">The values that are listed; empty for a range.</param>
/// <param name="Range">The range, or null.</param>
/// <param name="Points">How many values of a range, or null for every whole number of it.</param>
/// <param name="IsLogarithmic">Whether the values of a range grow by a factor and not by a difference.</param>
/// <param name="Location">Where it is named.</param>
public sealed record StudyKnob(
    ParamSymbol Param, bool IsChosen, IReadOnlyList<BoundExpression> Values, BoundRange? Range, BoundExpression? Points, bool IsLogarithmic, SourceSpan Location);
