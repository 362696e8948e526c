using System.Globalization;

namespace InterconnectDsl.Reporting.Drawings;

/// <summary>Shares of a whole, side by side in one bar.</summary>
internal static class StackedBar
{
    private const double Width = 900;
    private const double Bar = 44;

    /// <summary>Draws it.</summary>
    /// <param name="id">Its name.</param>
    /// <param name="title">What it shows.</param>
    /// <param name="parts">The shares, in the unit.</param>
    /// <param name="unit">The unit.</param>
    public static string Draw(string id, string title, IReadOnlyList<(string Name, double Amount)> parts, string unit)
    {
        var sum = parts.Sum(p => p.Amount);
        var svg = new Svg(id, Width, Bar + 30 + (20 * ((parts.Count + 2) / 3)), title, string.Join(", ", parts.Select(p => $"{p.Name} {D(p.Amount)} {unit}")) + $"; together {D(sum)} {unit}.");
        var x = 0.0;
        for (var i = 0; i < parts.Count; i++)
        {
            var (name, amount) = parts[i];
            var width = Width * amount / sum;
            svg.Rect(x, 4, width, Bar, "share share" + (i % 6).ToString(CultureInfo.InvariantCulture), $"{name}: {D(amount)} {unit}, {D(100 * amount / sum)} %");
            if (width > 60)
            {
                svg.Text(x + (width / 2), 4 + (Bar / 2) + 5, D(100 * amount / sum) + " %", "on-share", "middle");
            }

            var (left, top) = (300.0 * (i % 3), Bar + 26 + (20 * (i / 3)));
            svg.Rect(left, top - 11, 12, 12, "share share" + (i % 6).ToString(CultureInfo.InvariantCulture), name).Text(left + 18, top, $"{name}, {D(amount)} {unit}", "axis");
            x += width;
        }

        return svg.ToString();
    }

    private static string D(double number) => Math.Round(number, 1).ToString("#,0.#", CultureInfo.InvariantCulture);
}
