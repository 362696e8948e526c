using System.Globalization;

namespace InterconnectDsl.Library.Tests.WorkedNumbers;

/// <summary>A line of worked-numbers.txt.</summary>
/// <param name="Section">The section of the models it belongs to.</param>
/// <param name="Expression">What is computed.</param>
/// <param name="Figure">What it must come to, as written.</param>
/// <param name="Confidence">The confidence the library gives it, where that is held to.</param>
public sealed record WorkedNumber(string Section, string Expression, string Figure, string? Confidence = null)
{
    /// <summary>The figure.</summary>
    public double Value => double.Parse(Figure, CultureInfo.InvariantCulture);

    /// <summary>Half a unit of the last digit written, and a rounding error: 7.0345 is known to 0.00005, 2.4e-4 to 0.05e-4, 352 to 0.5.</summary>
    public double Tolerance
    {
        get
        {
            var parts = Figure.Split('e');
            var exponent = parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0;
            var point = parts[0].IndexOf('.');
            var decimals = point < 0 ? 0 : parts[0].Length - point - 1;
            return (0.5 * Math.Pow(10, exponent - decimals) * (1 + 1e-9)) + (1e-14 * Math.Abs(Value));
        }
    }

    /// <summary>All lines of a text, comments and blanks passed over.</summary>
    public static IReadOnlyList<WorkedNumber> Parse(IEnumerable<string> lines) =>
        lines.Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('|')).Select(p => new WorkedNumber(p[0].Trim(), p[1].Trim(), p[2].Trim(), p.Length > 3 ? p[3].Trim() : null)).ToList();
}
