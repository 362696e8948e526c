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

/// <summary>A design of a study, elaborated once for all points that only change numbers of it.</summary>
internal sealed class StudyVariant
{
    private readonly ElaboratedDesign _design;
    private readonly BoundStudy _study;
    private readonly IReadOnlyList<StudyKnob> _knobs;
    private readonly List<LoweredNumber?> _figures;
    private readonly List<Expected> _expected;
    private readonly List<Expected> _constraints;
    private readonly Expected? _aim;
    private readonly List<(int Knob, Value Input)> _turned = new();
    private readonly CancellationToken _cancellation;
    private readonly SampledPoints? _samples;
    private readonly List<(BoundExpression, ExpectationOutcome)> _verdicts = new();

    public StudyVariant(ElaboratedDesign design, BoundStudy study, IReadOnlyList<StudyKnob> knobs, SampleOrder order, CancellationToken cancellation)
    {
        (_design, _study, _knobs, _cancellation) = (design, study, knobs, cancellation);
        _figures = study.Figures.Select(f => f is null ? null : design.Evaluate(f) as LoweredNumber).ToList();
        _expected = study.Expectations.Select(Lower).OfType<Expected>().ToList();
        _constraints = study.Constraints.Select(Lower).OfType<Expected>().ToList();
        _aim = study.Aim is null ? null : Lower(study.Aim);
        for (var k = 0; k < knobs.Count; k++)
        {
            if (knobs[k].Param.Type is QuantityType or IntType or BoolType or WordType && design.Evaluate(new BoundParam(knobs[k].Param, knobs[k].Location)) is LoweredNumber input)
            {
                _turned.Add((k, input.Value));
            }
        }

        var structural = new HashSet<ParamSymbol>(design.StructuralParams);
        _turned.RemoveAll(t => structural.Contains(knobs[t.Knob].Param));
        Structural = Enumerable.Range(0, knobs.Count).Except(_turned.Select(t => t.Knob)).ToList();
        if (order.Samples > 0)
        {
            WarnOfUndrawn(structural.Except(knobs.Select(k => k.Param)));
        }

        _samples = order.Samples == 0 ? null : new(design, _turned.Select(t => t.Input).ToList(), Sampled().ToList(), order);
        if (_samples is not null && !Sampling.Drawn(Sampled().Select(s => s.Value)).Any())
        {
            design.Diagnostics.Report("ICX5102", study.Samples!.Location, study.Design.Name);
        }
    }

    /// <summary>The knobs that make another design of it.</summary>
    public IReadOnlyList<int> Structural { get; }

    /// <summary>What is drawn, by its name, <c>port.optical_loss</c>: what has a distribution or a tolerance and bears on what is looked at.</summary>
    public IReadOnlyList<string> Drawn => _samples is null ? Array.Empty<string>()
        : Sampling.Behind(Sampled().Select(s => s.Value)).Select(v => v.Origin).OfType<Origin>()
            .Select(o => (o.Owner is Group owner && owner != _design.DesignGroup ? _design.ShortNameOf(owner) + "." : "") + o.Name).Distinct().ToList();

    /// <summary>What was expected, at the point looked at last.</summary>
    public IReadOnlyList<(BoundExpression Expectation, ExpectationOutcome Outcome)> Verdicts => _verdicts;

    /// <summary>What was found in elaborating and evaluating it.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => _design.Diagnostics.Items;

    /// <summary>The figures at one point, and behind them what a choice aims at.</summary>
    /// <param name="point">The value of each knob.</param>
    /// <param name="progress">Is told the share of the samples that are drawn.</param>
    public IReadOnlyList<StudyFigure?> At(KnobValue[] point, Action<double> progress)
    {
        var interpreter = Interpret(point);
        var kept = Draw(point, progress);
        if (kept is null)
        {
            new Faults(_design, interpreter).Report(_figures.OfType<LoweredNumber>().Select(f => f.Value).ToList());
        }

        _verdicts.Clear();
        var place = PlaceOf(point);
        _verdicts.AddRange(_expected.Select(e => (e.Expression, new Verdict(_study.Design, e, interpreter, kept, place).Outcome())));
        var figures = _study.Figures.Select((f, i) => FigureOf(f, _figures[i], interpreter, kept));
        return (_aim is null ? figures : figures.Append(new(new(Number(_aim, interpreter, kept), _aim.Expression.Type, null), null))).ToList();
    }

    /// <summary>What a choice aims at, the better the smaller; NaN where there is none or a constraint is not respected.</summary>
    public double Merit(KnobValue[] point)
    {
        _cancellation.ThrowIfCancellationRequested();
        var interpreter = Interpret(point);
        var kept = _constraints.Append(_aim!).Any(e => e.Sampled.Count > 0) ? Draw(point, _ => { }) : null;
        return _constraints.TrueForAll(c => Number(c, interpreter, kept) == 1) ? (_study.Maximizes ? -1 : 1) * Number(_aim!, interpreter, kept) : double.NaN;
    }

    // What decides what a design is made of is the same in all samples.
    private void WarnOfUndrawn(IEnumerable<ParamSymbol> structural)
    {
        foreach (var param in structural.Where(p => p.Formula.Bound is { Distribution: not null } or { Tolerance: not null }).OrderBy(p => p.Location.Span.Start))
        {
            _design.Diagnostics.Report("ICX5104", param.Location, param.Name, _study.Design.Name);
        }
    }

    private Interpreter Interpret(KnobValue[] point)
    {
        var numbers = _turned.ToDictionary(t => _knobs[t.Knob].Param, t => point[t.Knob].Number);
        return numbers.Count == 0 ? _design.Interpreter : _design.Interpreter.With(numbers);
    }

    private IReadOnlyDictionary<Value, Statistics>? Draw(KnobValue[] point, Action<double> progress) =>
        _samples?.Draw(_turned.Select(t => point[t.Knob].Number).ToList(), progress, _cancellation);

    // At nominal, or of the samples where it is a figure of those.
    private static double Number(Expected asked, Interpreter interpreter, IReadOnlyDictionary<Value, Statistics>? kept)
    {
        var at = kept is null || asked.Sampled.Count == 0 ? interpreter
            : interpreter.With(asked.Sampled.ToDictionary(f => f.Result, f => ConfidenceInterval.Of(f, kept[f.Of], f.Share is null ? 0 : interpreter.Evaluate(f.Share)[0]).Estimate));
        return at.Evaluate(asked.Value)[0];
    }

    private Expected? Lower(BoundExpression expression)
    {
        var before = _design.SampledFigures.Count;
        return _design.Evaluate(expression) is LoweredNumber number ? new(expression, number.Value, _design.SampledFigures.Skip(before).ToList()) : null;
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

    private string PlaceOf(KnobValue[] point) => _knobs.Count == 0 ? "" : " at " + string.Join(", ", _knobs.Select((k, i) => k.Location.Text.Slice(k.Location.Span) + " = " + TextOf(point[i], k)));

    private static string TextOf(KnobValue value, StudyKnob knob) => NumberText.Of(value.Number, knob.Param.Type, (value.Value as BoundNumber)?.Unit, 6) ?? value.Value.Location.Text.Slice(value.Value.Location.Span);
}
