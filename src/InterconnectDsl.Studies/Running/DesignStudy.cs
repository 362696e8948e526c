using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Language.Binding;
using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Symbols;

namespace InterconnectDsl.Studies;

/// <summary>A study over one of its designs: goes through the points, building the design anew where it is another one.</summary>
internal sealed class DesignStudy(
    Compilation compilation, BoundStudy study, IReadOnlyDictionary<ParamSymbol, BoundExpression> settings, StudyOptions options, CancellationToken cancellation)
{
    private readonly DiagnosticBag _diagnostics = new();
    private readonly List<KnobAxis> _axes = new();
    private readonly Dictionary<BoundExpression, (ExpectationOutcome Worst, int Points)> _expectations = new();

    public long Samples { get; private set; }

    public ulong Seed { get; private set; } = 1;

    public IReadOnlyList<StudyRow> Rows { get; private set; } = Array.Empty<StudyRow>();

    public IEnumerable<ExpectationOutcome> Expectations => study.Expectations.Where(_expectations.ContainsKey).Select(e => Told(_expectations[e].Worst, _expectations[e].Points));

    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics.Items;

    public void Run()
    {
        if (!Prepare())
        {
            return;
        }

        var points = Points();
        var rows = new StudyRow[points.Count];
        var done = 0;
        var first = Variant(points[0]);
        foreach (var alike in points.Select((p, i) => (Point: p, At: i)).GroupBy(p => string.Join(' ', first.Structural.Select(a => p.Point[a]))))
        {
            var variant = done == 0 ? first : Variant(alike.First().Point);
            foreach (var (point, at) in alike)
            {
                cancellation.ThrowIfCancellationRequested();
                rows[at] = new(study.Design, KnobsAt(point), variant.At(point, s => options.Progress?.Report((done + s) / points.Count)));
                Note(variant.Verdicts);
                done++;
                options.Progress?.Report((double)done / points.Count);
            }

            _diagnostics.AddRange(variant.Diagnostics);
        }

        Rows = rows;
    }

    // What the knobs go through and how much is drawn, as the design has it without the study.
    private bool Prepare()
    {
        var plain = Elaborator.Elaborate(compilation, study.Design, settings, cancellation);
        if (study.Knobs.FirstOrDefault(k => k is { IsChosen: true }) is { } chosen)
        {
            _diagnostics.Report("ICX5103", chosen.Location, chosen.Param.Name);
            return false;
        }

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

    // For each point the place of each knob among its values; the last changes fastest.
    private List<int[]> Points()
    {
        var points = new List<int[]> { Array.Empty<int>() };
        foreach (var axis in _axes)
        {
            points = points.SelectMany(p => Enumerable.Range(0, axis.Values.Count).Select(i => p.Append(i).ToArray())).ToList();
        }

        return points;
    }

    private StudyVariant Variant(int[] point)
    {
        var all = settings.ToDictionary(p => p.Key, p => p.Value);
        for (var a = 0; a < _axes.Count; a++)
        {
            all[_axes[a].Knob.Param] = _axes[a].Values[point[a]];
        }

        var design = Elaborator.Elaborate(compilation, study.Design, all, cancellation, amendments: study.Amendments);
        return new(design, study, _axes, new(Samples, Seed, options.Threads), cancellation);
    }

    private List<StudyNumber?> KnobsAt(int[] point)
    {
        var at = 0;
        return study.Knobs.Select(k => k is null ? null : NumberAt(at, point[at++])).ToList();
    }

    private StudyNumber NumberAt(int axis, int at)
    {
        var (knob, values, numbers, unit) = _axes[axis];
        var location = values[at].Location;
        return new(numbers[at], knob.Param.Type, unit, double.IsNaN(numbers[at]) ? location.Text.Slice(location.Span) : null);
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
