using System.Globalization;
using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Language.Binding;
using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Symbols;

namespace InterconnectDsl.Studies;

/// <summary>A study over one of its designs: goes through the points, building the design anew where it is another one.</summary>
internal sealed class DesignStudy(
    Compilation compilation, BoundStudy study, IReadOnlyDictionary<ParamSymbol, BoundExpression> settings, StudyOptions options, CancellationToken cancellation)
{
    // A choice looks so many times, each time at values a quarter as far apart: in the end at a billionth of the range.
    private const int Looks = 15;

    private readonly DiagnosticBag _diagnostics = new();
    private readonly List<KnobAxis> _axes = new();
    private readonly Dictionary<BoundExpression, (ExpectationOutcome Worst, int Points)> _expectations = new();
    private readonly Dictionary<string, StudyVariant> _variants = new(StringComparer.Ordinal);
    private StudyVariant? _first;

    public long Samples { get; private set; }

    public ulong Seed { get; private set; } = 1;

    public IReadOnlyList<string> Drawn { get; private set; } = Array.Empty<string>();

    public IReadOnlyList<StudyRow> Rows { get; private set; } = Array.Empty<StudyRow>();

    public IEnumerable<ExpectationOutcome> Expectations => study.Expectations.Where(_expectations.ContainsKey).Select(e => Told(_expectations[e].Worst, _expectations[e].Points));

    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics.Items;

    public void Run()
    {
        if (!Prepare())
        {
            return;
        }

        var points = Points(_axes.ConvertAll(a => a.Knob.IsChosen ? a with { Values = a.Values.Take(1).ToList() } : a)).Select((p, i) => (Point: p, At: i)).ToList();
        var rows = new StudyRow?[points.Count];
        var done = 0;
        _first = Build(points[0].Point);
        Drawn = _first.Drawn;
        foreach (var alike in points.GroupBy(p => KeyOf(p.Point)))
        {
            foreach (var (point, at) in alike)
            {
                cancellation.ThrowIfCancellationRequested();
                rows[at] = Row(point, share => options.Progress?.Report((done + share) / points.Count));
                done++;
                options.Progress?.Report((double)done / points.Count);
            }

            _diagnostics.AddRange(_variants.Values.SelectMany(v => v.Diagnostics));
            _variants.Clear();
        }

        Rows = rows.OfType<StudyRow>().ToList();
    }

    private StudyRow? Row(KnobValue[] point, Action<double> progress)
    {
        if (study.Aim is { } aim && Chosen(point) is var chosen)
        {
            if (chosen is null)
            {
                _diagnostics.Report("ICX5103", aim.Location, study.Design.Name);
                return null;
            }

            point = chosen;
        }

        var variant = VariantAt(point);
        var figures = variant.At(point, progress);
        Note(variant.Verdicts);
        return new(study.Design, KnobsAt(point), figures);
    }

    // What the knobs go through and how much is drawn, as the design has it without the study.
    private bool Prepare()
    {
        var plain = Elaborator.Elaborate(compilation, study.Design, settings, cancellation);
        var axes = study.Knobs.Where(k => k is not null).Select(k => KnobAxis.Of(plain, k!)).ToList();
        Samples = study.Samples is null ? 0 : options.Samples ?? Whole(plain, study.Samples);
        Seed = options.Seed ?? (study.Seed is null ? 1 : (ulong)Whole(plain, study.Seed));
        var points = axes.Aggregate(1.0, (n, a) => n * (a?.Values.Count ?? 1));
        if (points > KnobAxis.PointLimit)
        {
            plain.Diagnostics.Report("ICX5101", study.Knobs.First(k => k is not null)!.Location, points, KnobAxis.PointLimit);
        }

        _diagnostics.AddRange(plain.Diagnostics.Items);
        _axes.AddRange(axes.OfType<KnobAxis>());
        return !_diagnostics.HasErrors;
    }

    private static long Whole(ElaboratedDesign design, BoundExpression count) => KnobAxis.NumberOf(design, count) is var number && number >= 0 && number <= long.MaxValue ? (long)number : 0;

    // The last knob changes fastest.
    private static List<KnobValue[]> Points(IReadOnlyList<KnobAxis> axes)
    {
        var points = new List<KnobValue[]> { Array.Empty<KnobValue>() };
        foreach (var axis in axes)
        {
            points = points.SelectMany(p => axis.Values.Select(v => p.Append(v).ToArray())).ToList();
        }

        return points;
    }

    // The best of a grid, and then of finer grids around it; null where nothing can be chosen.
    private KnobValue[]? Chosen(KnobValue[] point)
    {
        var axes = _axes.Select((a, i) => a.Knob.IsChosen ? a : a with { Values = new[] { point[i] } }).ToList();
        (KnobValue[]? Point, double Merit) best = (null, double.PositiveInfinity);
        for (var look = 0; look == 0 || (look < Looks && best.Point is not null && axes.Exists(a => a.IsContinuous)); look++)
        {
            foreach (var tried in Points(axes))
            {
                best = VariantAt(tried).Merit(tried) is var merit && merit < best.Merit ? (tried, merit) : best;
            }

            axes = best.Point is not { } at ? axes : axes.Select((a, i) => a.IsContinuous ? a.Around(at[i].Number) : a with { Values = new[] { at[i] } }).ToList();
        }

        return best.Point;
    }

    private StudyVariant VariantAt(KnobValue[] point)
    {
        var key = KeyOf(point);
        if (!_variants.TryGetValue(key, out var variant))
        {
            _variants.Add(key, variant = Build(point));
        }

        return variant;
    }

    private string KeyOf(KnobValue[] point) => string.Join(' ', _first!.Structural.Select(k => double.IsNaN(point[k].Number) ? point[k].Value.Location.ToString() : point[k].Number.ToString("R", CultureInfo.InvariantCulture)));

    private StudyVariant Build(KnobValue[] point)
    {
        var all = settings.ToDictionary(p => p.Key, p => p.Value);
        for (var a = 0; a < _axes.Count; a++)
        {
            all[_axes[a].Knob.Param] = point[a].Value;
        }

        var design = Elaborator.Elaborate(compilation, study.Design, all, cancellation, amendments: study.Amendments);
        return new(design, study, _axes.ConvertAll(a => a.Knob), new(Samples, Seed, options.Threads), cancellation);
    }

    private List<StudyNumber?> KnobsAt(KnobValue[] point)
    {
        var at = 0;
        return study.Knobs.Select(k => k is null ? null : NumberAt(at, point[at++])).ToList();
    }

    private StudyNumber NumberAt(int axis, KnobValue value)
    {
        var location = value.Value.Location;
        return new(value.Number, _axes[axis].Knob.Param.Type, _axes[axis].Unit, double.IsNaN(value.Number) ? location.Text.Slice(location.Span) : null);
    }

    // The worst of all points is what is told, the first one of them.
    private void Note(IEnumerable<(BoundExpression Expectation, ExpectationOutcome Outcome)> verdicts)
    {
        foreach (var (expectation, outcome) in verdicts)
        {
            var known = _expectations.TryGetValue(expectation, out var found);
            _expectations[expectation] = !known || outcome.Verdict > found.Worst.Verdict ? (outcome, 1)
                : outcome.Verdict == found.Worst.Verdict ? (found.Worst, found.Points + 1) : found;
        }
    }

    private ExpectationOutcome Told(ExpectationOutcome worst, int points) => points == 1 ? worst : worst with
    {
        Detail = worst.Verdict == ExpectationVerdict.Holds ? FormattableString.Invariant($"at all {points:#,0} points")
            : FormattableString.Invariant($"{worst.Detail}, and at {points - 1:#,0} more of {Rows.Count:#,0} points"),
    };
}
