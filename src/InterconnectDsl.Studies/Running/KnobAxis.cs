using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Kernels.Lowering;
using InterconnectDsl.Language.Binding;
using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Studies;

/// <summary>The values that one knob takes in a sweep.</summary>
/// <param name="Knob">The knob.</param>
/// <param name="Values">Its values, each as an expression that a param can be set to.</param>
/// <param name="Numbers">The same in coherent units; NaN for what is no number.</param>
/// <param name="Unit">The unit the first was written in, or null.</param>
internal sealed record KnobAxis(StudyKnob Knob, IReadOnlyList<BoundExpression> Values, IReadOnlyList<double> Numbers, Unit? Unit)
{
    /// <summary>The most points a study may have, all knobs together.</summary>
    public const long PointLimit = 1_000_000;

    /// <summary>Whether a value is one number, so that it may change without the design being built anew.</summary>
    public bool IsNumber => Numbers.All(n => !double.IsNaN(n));

    /// <summary>The values of a knob; null after a failure, which is among the design's diagnostics.</summary>
    /// <param name="design">The design as it is without the study: ends and counts may rest on its params.</param>
    /// <param name="knob">The knob.</param>
    public static KnobAxis? Of(ElaboratedDesign design, StudyKnob knob)
    {
        if (knob.Range is null)
        {
            return new(knob, knob.Values, knob.Values.Select(v => NumberOf(design, v)).ToList(), UnitOf(knob.Values[0]));
        }

        var (from, to) = (NumberOf(design, knob.Range.From), NumberOf(design, knob.Range.To));
        var points = knob.Points is null ? to - from + 1 : NumberOf(design, knob.Points);
        if (double.IsNaN(points) || points > PointLimit)
        {
            design.Diagnostics.Report("ICX5101", knob.Location, points, PointLimit);
            return null;
        }

        var unit = UnitOf(knob.Range.From) ?? UnitOf(knob.Range.To);
        var numbers = Between(from, to, (int)points, knob.IsLogarithmic);
        if (knob.Param.Type is IntType)
        {
            numbers = numbers.Select(n => Math.Round(n)).Distinct();
        }

        var list = numbers.ToList();
        return new(knob, list.Select(n => new BoundNumber(n, knob.Param.Type, knob.Location, unit)).ToList(), list, unit);
    }

    /// <summary>The number of an expression over a design; NaN where it has none.</summary>
    public static double NumberOf(ElaboratedDesign design, BoundExpression expression) =>
        design.Evaluate(expression) is LoweredNumber number ? design.Interpreter.Evaluate(number.Value)[0] : double.NaN;

    // Both ends are among them, to the last bit.
    private static IEnumerable<double> Between(double from, double to, int points, bool isLogarithmic)
    {
        for (var i = 0; i < points; i++)
        {
            var share = points == 1 ? 0 : (double)i / (points - 1);
            yield return share == 0 ? from : share == 1 ? to : isLogarithmic ? from * Math.Pow(to / from, share) : from + ((to - from) * share);
        }
    }

    private static Unit? UnitOf(BoundExpression expression) => expression switch
    {
        BoundNumber number => number.Unit,
        BoundUnary unary => UnitOf(unary.Operand),
        _ => null,
    };
}
