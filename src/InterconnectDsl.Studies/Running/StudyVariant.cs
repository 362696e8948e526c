using InterconnectDsl.Kernels.Checking;
using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Kernels.Interpretation;
using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Kernels.Lowering;
using InterconnectDsl.Kernels.Passes;
using InterconnectDsl.Language.Binding;
using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Units;
using InterconnectDsl.Runtime;

namespace InterconnectDsl.Studies;

/// <summary>How many samples are drawn at a point, from which seed, by how many threads.</summary>
internal sealed record Drawing(long Samples, ulong Seed, int Threads);

/// <summary>A design of a study, elaborated once for all points that only change numbers of it.</summary>
internal sealed class StudyVariant
{
    private readonly ElaboratedDesign _design;
    private readonly BoundStudy _study;
    private readonly IReadOnlyList<KnobAxis> _axes;
    private readonly Drawing _drawing;
    private readonly List<LoweredNumber?> _figures;
    private readonly List<Expected> _expected = new();
    private readonly List<(int Axis, Value Input)> _turned = new();
    private readonly CancellationToken _cancellation;
    private readonly SampledPoints? _samples;
    private readonly List<(BoundExpression, ExpectationOutcome)> _verdicts = new();

    public StudyVariant(ElaboratedDesign design, BoundStudy study, IReadOnlyList<KnobAxis> axes, Drawing drawing, CancellationToken cancellation)
    {
        (_design, _study, _axes, _drawing, _cancellation) = (design, study, axes, drawing, cancellation);
        _figures = study.Figures.Select(f => f is null ? null : design.Evaluate(f) as LoweredNumber).ToList();
        foreach (var expectation in study.Expectations)
        {
            var before = design.SampledFigures.Count;
            if (design.Evaluate(expectation) is LoweredNumber number)
            {
                _expected.Add(new(expectation, number.Value, design.SampledFigures.Skip(before).ToList()));
            }
        }

        for (var a = 0; a < axes.Count; a++)
        {
            if (axes[a].IsNumber && design.Evaluate(new BoundParam(axes[a].Knob.Param, axes[a].Knob.Location)) is LoweredNumber input)
            {
                _turned.Add((a, input.Value));
            }
        }

        var structural = new HashSet<ParamSymbol>(design.StructuralParams);
        _turned.RemoveAll(t => structural.Contains(axes[t.Axis].Knob.Param));
        Structural = Enumerable.Range(0, axes.Count).Except(_turned.Select(t => t.Axis)).ToList();
        _samples = drawing.Samples == 0 ? null : new(design, _turned.Select(t => t.Input).ToList(), Sampled().ToList(), drawing);
        if (_samples is not null && !Sampling.Drawn(Sampled().Select(s => s.Value)).Any())
        {
            design.Diagnostics.Report("ICX5102", study.Samples!.Location, study.Design.Name);
        }
    }

    /// <summary>The knobs that make another design of it.</summary>
    public IReadOnlyList<int> Structural { get; }

    /// <summary>What was expected, at the point looked at last.</summary>
    public IReadOnlyList<(BoundExpression Expectation, ExpectationOutcome Outcome)> Verdicts => _verdicts;

    /// <summary>What was found in elaborating and evaluating it.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => _design.Diagnostics.Items;

    /// <summary>The figures at one point.</summary>
    /// <param name="point">For each knob the place of its value.</param>
    /// <param name="progress">Is told the share of the samples that are drawn.</param>
    public IReadOnlyList<StudyFigure?> At(int[] point, Action<double> progress)
    {
        var numbers = _turned.ToDictionary(t => _axes[t.Axis].Knob.Param, t => _axes[t.Axis].Numbers[point[t.Axis]]);
        var interpreter = numbers.Count == 0 ? _design.Interpreter : _design.Interpreter.With(numbers);
        var kept = _samples?.Draw(_turned.Select(t => _axes[t.Axis].Numbers[point[t.Axis]]).ToList(), progress, _cancellation);
        if (kept is null)
        {
            new Faults(_design, interpreter).Report(_figures.OfType<LoweredNumber>().Select(f => f.Value).ToList());
        }

        _verdicts.Clear();
        var place = PlaceOf(point);
        _verdicts.AddRange(_expected.Select(e => (e.Expression, new Verdict(_study.Design, e, interpreter, kept, place).Outcome())));
        return _study.Figures.Select((f, i) => FigureOf(f, _figures[i], interpreter, kept)).ToList();
    }

    private static StudyFigure? FigureOf(BoundExpression? asked, LoweredNumber? lowered, Interpreter interpreter, IReadOnlyDictionary<Value, Statistics>? kept)
    {
        if (asked is null || lowered is null)
        {
            return null;
        }

        if (kept is null)
        {
            var number = interpreter.Evaluate(lowered.Value)[0];
            return new(new(number, asked.Type, null, Absence.IsFailed(number) ? "failed" : null), null);
        }

        var samples = kept[lowered.Value];
        return asked.Type is WordType && samples.Minimum != samples.Maximum
            ? new(new(double.NaN, asked.Type, null, "varies"), samples)
            : new(new(asked.Type is WordType ? samples.Minimum : samples.Mean, asked.Type is WordType ? asked.Type : Real(asked.Type), null), samples);
    }

    // The mean of flags or counts is a plain number.
    private static IcxType Real(IcxType type) => type is QuantityType ? type : QuantityTypes.Real;

    // What is drawn, and what is kept of it: an expectation over all samples is a condition like any other.
    private IEnumerable<(Value Value, bool IsCondition, bool Quantiles)> Sampled() =>
        _figures.Select((f, i) => (f, Type: _study.Figures[i]?.Type)).Where(f => f.f is not null).Select(f => (f.f!.Value, f.Type is BoolType, true))
            .Concat(_design.SampledFigures.Select(f => (f.Of, f.Function == "probability", f.Function == "quantile")))
            .Concat(_expected.Where(e => e.Sampled.Count == 0).Select(e => (e.Value, true, false)));

    private string PlaceOf(int[] point) => _axes.Count == 0 ? "" : " at " + string.Join(", ", _axes.Select((a, i) =>
        $"{a.Knob.Location.Text.Slice(a.Knob.Location.Span)} = {NumberText.Of(a.Numbers[point[i]], a.Knob.Param.Type, a.Unit, 6) ?? a.Values[point[i]].Location.Text.Slice(a.Values[point[i]].Location.Span)}"));
}

/// <summary>An expectation, its value, and the figures over samples that it reads.</summary>
internal sealed record Expected(BoundExpression Expression, Value Value, IReadOnlyList<SampledFigure> Sampled);
