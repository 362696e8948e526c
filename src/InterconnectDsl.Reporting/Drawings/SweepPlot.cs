using System.Globalization;
using InterconnectDsl.Language.Syntax;
using InterconnectDsl.Reporting.Documents;
using InterconnectDsl.Reporting.Studies;
using InterconnectDsl.Runtime;
using InterconnectDsl.Studies;

namespace InterconnectDsl.Reporting.Drawings;

/// <summary>One figure over the first knob that has more than two values: a line for each design and each place of the other knobs.</summary>
internal static class SweepPlot
{
    private const double Width = 900, Height = 300, Left = 80, Right = 20, Top = 34, Bottom = 46;

    // More lines than this say nothing.
    private const int MostLines = 6;

    /// <summary>A drawing for each figure that has numbers; none without a sweep over numbers.</summary>
    public static IEnumerable<Block> Of(StudyOutcome outcome, StudyColumns columns)
    {
        var knobs = outcome.Study.Syntax.Clauses.OfType<KnobSyntax>().ToList();
        var along = Enumerable.Range(0, knobs.Count).FirstOrDefault(k => outcome.Rows.Select(r => r.Knobs[k]?.Number ?? double.NaN).Where(n => !double.IsNaN(n)).Distinct().Skip(2).Any(), -1);
        return along < 0 ? Array.Empty<Block>()
            : columns.Figures.Select((_, f) => Draw(outcome, columns, along, f, knobs[along].Logarithmic)).OfType<Drawing>();
    }

    private static Drawing? Draw(StudyOutcome outcome, StudyColumns columns, int along, int figure, bool isLogarithmic)
    {
        var lines = outcome.Rows.Select(r => (Name: NameOf(r, columns, along), X: StudyColumns.CellOf(r.Knobs[along], columns.Knobs[along].Unit), Y: StudyColumns.CellOf(r.Figures[figure]?.Value, columns.Figures[figure].Unit)))
            .Where(p => p.X.Number is not null && p.Y.Number is not null).GroupBy(p => p.Name).Take(MostLines).ToList();
        var all = lines.SelectMany(l => l).ToList();
        if (all.Count < 3)
        {
            return null;
        }

        var (x, y) = (new Scale(all.Select(p => p.X.Number!.Value), Left, Width - Right, isLogarithmic), new Scale(all.Select(p => p.Y.Number!.Value), Height - Bottom, Top, false));
        var (name, unit) = (columns.Figures[figure].Name, all[0].Y.Unit);
        var svg = new Svg(
            "sweep-" + name, Width, Height, $"{name} over {columns.Knobs[along].Name}",
            string.Join("; ", lines.Select(l => $"{(l.Key.Length > 0 ? l.Key + ": " : "")}from {l.First().Y.Text} at {l.First().X.Text} to {l.Last().Y.Text} at {l.Last().X.Text}")) + ".");
        Axes(svg, x, y, columns.Knobs[along].Name, all[0].X.Unit, name, unit);
        for (var l = 0; l < lines.Count; l++)
        {
            var role = "curve curve" + l.ToString(CultureInfo.InvariantCulture);
            var points = lines[l].Select(p => (X: x.At(p.X.Number!.Value), Y: y.At(p.Y.Number!.Value))).ToList();
            for (var i = 1; i < points.Count; i++)
            {
                svg.Line(points[i - 1].X, points[i - 1].Y, points[i].X, points[i].Y, role);
            }

            foreach (var (point, at) in lines[l].Zip(points))
            {
                svg.Rect(at.X - 3, at.Y - 3, 6, 6, role, $"{point.X.Text}: {point.Y.Text}");
            }

            svg.Text(Left + 10 + (130 * l), Top - 14, lines[l].Key, "axis curve-name" + l.ToString(CultureInfo.InvariantCulture));
        }

        return new(svg.Id, svg.ToString());
    }

    private static string NameOf(StudyRow row, StudyColumns columns, int along) => string.Join(", ", new[] { columns.Designs ? row.Design.Name : "" }
        .Concat(row.Knobs.Select((k, i) => i == along ? "" : StudyColumns.CellOf(k, columns.Knobs[i].Unit).Text)).Where(t => t.Length > 0));

    private static void Axes(Svg svg, Scale x, Scale y, string knob, string? knobUnit, string figure, string? figureUnit)
    {
        svg.Line(Left, Height - Bottom, Width - Right, Height - Bottom, "axis-line").Line(Left, Top, Left, Height - Bottom, "axis-line");
        foreach (var tick in x.Ticks())
        {
            svg.Line(x.At(tick), Height - Bottom, x.At(tick), Height - Bottom + 4, "axis-line").Text(x.At(tick), Height - Bottom + 18, D(tick), "axis", "middle");
        }

        foreach (var tick in y.Ticks())
        {
            svg.Line(Left, y.At(tick), Width - Right, y.At(tick), "grid").Text(Left - 8, y.At(tick) + 4, D(tick), "axis", "end");
        }

        svg.Text((Left + Width - Right) / 2, Height - 8, Of(knob, knobUnit), "axis", "middle").Text(18, (Top + Height - Bottom) / 2, Of(figure, figureUnit), "axis", "middle", -90);
    }

    private static string Of(string name, string? unit) => string.IsNullOrEmpty(unit) ? name : name + " in " + unit;

    private static string D(double number) => number.ToString("0.####", CultureInfo.InvariantCulture);

    /// <summary>From numbers to places in the drawing.</summary>
    private sealed class Scale
    {
        private readonly double _low, _high, _from, _to;
        private readonly bool _isLogarithmic;

        public Scale(IEnumerable<double> numbers, double from, double to, bool isLogarithmic)
        {
            var all = numbers.ToList();
            (_low, _high, _from, _to) = (all.Min(), all.Max(), from, to);
            _isLogarithmic = isLogarithmic && _low > 0;
            if (_low == _high)
            {
                (_low, _high) = (_low - (0.5 * Math.Max(1, Math.Abs(_low))), _high + (0.5 * Math.Max(1, Math.Abs(_high))));
                _isLogarithmic = false;
            }
        }

        public double At(double number) => _from + ((_to - _from) * (_isLogarithmic ? Math.Log(number / _low) / Math.Log(_high / _low) : (number - _low) / (_high - _low)));

        // Round numbers: 1, 2 or 5 times a power of ten.
        public IEnumerable<double> Ticks()
        {
            if (_isLogarithmic)
            {
                return Enumerable.Range(-15, 45).SelectMany(e => new[] { 1.0, 2.0, 5.0 }.Select(m => m * Math.Pow(10, e))).Where(t => t >= _low * 0.999 && t <= _high * 1.001);
            }

            var rough = (_high - _low) / 5;
            var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
            var step = power * (rough / power < 1.5 ? 1 : rough / power < 3.5 ? 2 : rough / power < 7.5 ? 5 : 10);
            var first = (long)Math.Ceiling((_low / step) - 1e-9);
            var last = (long)Math.Floor((_high / step) + 1e-9);
            return Enumerable.Range(0, (int)(last - first + 1)).Select(i => (first + i) * step);
        }
    }
}
