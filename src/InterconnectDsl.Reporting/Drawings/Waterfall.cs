using System.Globalization;

namespace InterconnectDsl.Reporting.Drawings;

/// <summary>A level that falls from the transmitter to the receiver, step by step, and what is left above the sensitivity.</summary>
internal static class Waterfall
{
    private const double Width = 900;
    private const double Height = 360;
    private const double Left = 56;
    private const double Right = 130;
    private const double Top = 20;
    private const double Bottom = 120;

    /// <summary>Draws it.</summary>
    /// <param name="id">Its name.</param>
    /// <param name="title">What it shows.</param>
    /// <param name="start">The level at the start, in dBm.</param>
    /// <param name="losses">What each step takes, in dB.</param>
    /// <param name="needed">The level needed at the end, in dBm.</param>
    public static string Draw(string id, string title, double start, IReadOnlyList<(string Name, double Loss)> losses, double needed)
    {
        var end = start - losses.Sum(l => l.Loss);
        var (high, low) = (Math.Ceiling(Math.Max(start, needed) + 0.5), Math.Floor(Math.Min(end, needed) - 0.5));
        double Y(double level) => Top + ((high - level) / (high - low) * (Height - Top - Bottom));
        var svg = new Svg(id, Width, Height, title,
            $"OMA falls from {D(start)} dBm at the transmitter to {D(end)} dBm at the receiver, penalties included; {D(needed)} dBm are needed, so the margin is {D(end - needed)} dB.");
        for (var level = high; level >= low; level -= Math.Max(1, Math.Ceiling((high - low) / 8)))
        {
            svg.Line(Left, Y(level), Width - Right, Y(level), "grid").Text(Left - 8, Y(level) + 4, D(level), "axis", "end");
        }

        svg.Text(14, (Top + Height - Bottom) / 2, "OMA / dBm", "axis", "middle", -90);
        DrawBars(svg, start, losses, low, Y);
        svg.Line(Left, Y(needed), Width - Right, Y(needed), "limit").Text(Width - Right + 6, Y(needed) + 4, "needed " + D(needed), "limit-text");
        var role = end >= needed ? "good-text" : "bad-text";
        svg.Text(Width - Right + 6, ((Y(end) + Y(needed)) / 2) + (Math.Abs(Y(end) - Y(needed)) < 24 ? -16 : 4), "margin " + D(end - needed) + " dB", role);
        return svg.ToString();
    }

    private static void DrawBars(Svg svg, double start, IReadOnlyList<(string Name, double Loss)> losses, double low, Func<double, double> y)
    {
        var step = (Width - Left - Right) / (losses.Count + 1);
        svg.Rect(Left + (step * 0.15), y(start), step * 0.7, y(low) - y(start), "bar source", "transmitter: " + D(start) + " dBm");
        svg.Text(Left + (step / 2), y(start) - 5, D(start), "value", "middle").Text(Left + (step / 2) + 4, Height - Bottom + 16, "transmitter", "axis", "end", -38);
        var level = start;
        for (var i = 0; i < losses.Count; i++)
        {
            var (name, loss) = losses[i];
            var x = Left + ((i + 1) * step);
            svg.Line(x - (step * 0.15), y(level), x + (step * 0.15), y(level), "join");
            level -= loss;
            svg.Rect(x + (step * 0.15), y(level + loss), step * 0.7, Math.Max(1.5, y(level) - y(level + loss)), "bar loss", name + ": " + D(loss) + " dB, leaves " + D(level) + " dBm");
            svg.Text(x + (step / 2), y(level) + 14, D(-loss), "value", "middle").Text(x + (step / 2) + 4, Height - Bottom + 16, name, "axis", "end", -38);
        }
    }

    private static string D(double number) => (Math.Round(number, 2) + 0.0).ToString("0.##", CultureInfo.InvariantCulture);
}
