using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Kernels.Lowering;
using InterconnectDsl.Language.Binding;
using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Studies;

/// <summary>The values that one knob goes through.</summary>
/// <param name="Knob">The knob.</param>
/// <param name="Values">Its values.</param>
/// <param name="Unit">The unit the first was written in, or null.</param>
internal sealed record KnobAxis(StudyKnob Knob, IReadOnlyList<KnobValue> Values, Unit? Unit)
{
    /// <summary>The most points a study may have, all knobs together.</summary>
    public const long PointLimit = 1_000_000;

    // How many values of a range a choice tries before it looks closer at the best.
    private const int Tries = 9;

    /// <summary>Whether a choice may look between two of the values.</summary>
    public bool IsContinuous => Knob.IsChosen && Knob.Range is not null && Knob.Param.Type is QuantityType && Values.Count > 1;

    /// <summary>The values of a knob; null after a failure, which is among the design's diagnostics.</summary>
    /// <param name="design">The design as it is without the study: ends and counts may rest on its params.</param>
    /// <param name="knob">The knob.</param>
    public static KnobAxis? Of(ElaboratedDesign design, StudyKnob knob)
    {
        if (knob.Range is null)
        {
            return new(knob, knob.Values.Select(v => new KnobValue(v, NumberOf(design, v))).ToList(), knob.Values[0].WrittenUnit);
        }

        var (from, to) = (NumberOf(design, knob.Range.From), NumberOf(design, knob.Range.To));
        var points = knob.Points is not null ? NumberOf(design, knob.Points) : knob.Param.Type is IntType ? to - from + 1 : Tries;
        if (double.IsNaN(points) || points > PointLimit)
        {
            design.Diagnostics.Report("ICX5101", knob.Location, points, PointLimit);
            return null;
        }

        return Of(knob, from, to, (int)points, knob.Range.From.WrittenUnit ?? knob.Range.To.WrittenUnit);
    }

    /// <summary>The values around one, up to its neighbours.</summary>
    public KnobAxis Around(double number)
    {
        var at = Enumerable.Range(0, Values.Count).MinBy(i => Math.Abs(Values[i].Number - number));
        return Of(Knob, Values[Math.Max(0, at - 1)].Number, Values[Math.Min(Values.Count - 1, at + 1)].Number, Tries, Unit);
    }

    private static KnobAxis Of(StudyKnob knob, double from, double to, int points, Unit? unit)
    {
        var numbers = Between(from, to, points, knob.IsLogarithmic);
        if (knob.Param.Type is IntType)
        {
            numbers = numbers.Select(n => Math.Round(n)).Distinct();
        }

        return new(knob, numbers.Select(n => new KnobValue(new BoundNumber(n, knob.Param.Type, knob.Location, unit), n)).ToList(), unit);
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
}
