using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Kernels.Interpretation;
using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Language.Binding;
using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Runtime;

namespace InterconnectDsl.Studies;

/// <summary>Holds one expectation to what was computed at one point.</summary>
internal sealed class Verdict(DesignSymbol design, Expected expected, Interpreter interpreter, IReadOnlyDictionary<Value, Statistics>? kept, string place)
{
    private const double Most = 1e9;

    public ExpectationOutcome Outcome()
    {
        var (verdict, detail) = kept is null ? AtNominal() : expected.Sampled.Count == 0 ? InAllSamples() : OverSamples();
        return new(design, expected.Expression.Location, verdict, detail);
    }

    private (ExpectationVerdict, string) AtNominal() => (VerdictOf(Holds(interpreter)), (Sides(interpreter) ?? Said(interpreter)) + place);

    private (ExpectationVerdict, string) InAllSamples()
    {
        var samples = kept![expected.Value];
        return (VerdictOf(samples.Passed == samples.Samples), FormattableString.Invariant($"in {samples.Passed:#,0} of {samples.Samples:#,0} samples{place}"));
    }

    // It holds, or fails, wherever in their intervals the figures are; at the ends, which is enough for what grows or falls with each of them.
    private (ExpectationVerdict, string) OverSamples()
    {
        var intervals = expected.Sampled.Select(f => ConfidenceInterval.Of(f, kept![f.Of], f.Share is null ? 0 : interpreter.Evaluate(f.Share)[0])).ToList();
        var (estimate, verdict, samples) = (With(intervals, _ => 0), AtEnds(intervals), kept![expected.Sampled[0].Of].Samples);
        var detail = FormattableString.Invariant($"{Sides(estimate) ?? Said(estimate)}{place}, of {samples:#,0} samples");
        return (verdict, detail + Interval(intervals) + (verdict == ExpectationVerdict.Undecided ? Settling(intervals, samples) : ""));
    }

    private ExpectationVerdict AtEnds(List<ConfidenceInterval> intervals)
    {
        var corners = 1 << Math.Min(intervals.Count, 10);
        var holding = Enumerable.Range(0, corners).Count(c => Holds(With(intervals, f => (c >> Math.Min(f, 9) & 1) == 0 ? -1 : 1)));
        return holding == corners ? ExpectationVerdict.Holds : holding == 0 ? ExpectationVerdict.Fails : ExpectationVerdict.Undecided;
    }

    private Interpreter With(List<ConfidenceInterval> intervals, Func<int, int> side) => interpreter.With(expected.Sampled.Select((f, i) => (f.Result, side(i) switch
    {
        < 0 => intervals[i].Low,
        > 0 => intervals[i].High,
        _ => intervals[i].Estimate,
    })).ToDictionary(p => p.Result, p => p.Item2));

    private bool Holds(Interpreter at) => at.Evaluate(expected.Value)[0] == 1;

    private string Said(Interpreter at) => double.IsNaN(at.Evaluate(expected.Value)[0]) ? "it is absent" : Holds(at) ? "it holds" : "it does not hold";

    private static ExpectationVerdict VerdictOf(bool holds) => holds ? ExpectationVerdict.Holds : ExpectationVerdict.Fails;

    private BoundBinary? Comparison => (expected.Expression is BoundBlock block ? block.Result : expected.Expression) is BoundBinary { IsComparison: true } found
        && expected.Value.Arguments.Length == 2 ? found : null;

    // 99.98 % against 99.9 %
    private string? Sides(Interpreter at) => Comparison is { } c && Print(at, c, 0) is { } left && Print(at, c, 1) is { } right ? left + " against " + right : null;

    private string? Print(Interpreter at, BoundBinary comparison, int side) => NumberText.Of(
        at.Evaluate(expected.Value.Arguments[side])[0], side == 0 ? comparison.Left.Type : comparison.Right.Type,
        ((comparison.Right as BoundNumber) ?? (comparison.Left as BoundNumber))?.Unit, 6);

    private string Interval(List<ConfidenceInterval> intervals) =>
        Comparison is { } c && intervals.Count == 1 && expected.Value.Arguments[0] == expected.Sampled[0].Result
            ? $"; with 95 % confidence from {Print(With(intervals, _ => -1), c, 0)} to {Print(With(intervals, _ => 1), c, 0)}" : "";

    // How many times the samples decide, if they go on to say the same: doubled until they do, then halved in between.
    private string Settling(List<ConfidenceInterval> intervals, long samples)
    {
        bool Decides(double factor) => AtEnds(intervals.ConvertAll(i => i.With(factor))) != ExpectationVerdict.Undecided;
        var (low, high) = (1.0, 2.0);
        for (; !Decides(high); (low, high) = (high, 2 * high))
        {
            if (high > Most)
            {
                return "; it is so close to the limit that no number of samples settles it";
            }
        }

        while (high - low > 0.005 * low)
        {
            var middle = 0.5 * (low + high);
            (low, high) = Decides(middle) ? (low, middle) : (middle, high);
        }

        return FormattableString.Invariant($"; about {Math.Ceiling(high * samples):#,0} samples would settle it");
    }
}
