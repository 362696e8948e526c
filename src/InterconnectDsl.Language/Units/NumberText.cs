using System.Globalization;

namespace InterconnectDsl.Language.Units;

/// <summary>
/// Numbers as text, the same on every runtime: fifteen digits are taken from the runtime, which all of them give alike, and rounded here, half away
/// from zero,
/// as a reader would round what he sees.
/// </summary>
internal static class NumberText
{
    private const int SmallestPlain = -4;
    private const int LargestPlain = 12;

    /// <summary>At most <paramref name="digits"/> significant digits (1 to 15); plain from 1e-4 to below 1e12, with an exponent beyond.</summary>
    public static string Format(double value, int digits)
    {
        if (double.IsNaN(value))
        {
            return "not a number";
        }

        if (double.IsInfinity(value))
        {
            return value > 0 ? "infinity" : "-infinity";
        }

        if (value == 0)
        {
            return "0";
        }

        var text = Math.Abs(value).ToString("E14", CultureInfo.InvariantCulture);
        var figures = (text.Substring(0, 1) + text.Substring(2, 14)).ToCharArray();
        var exponent = int.Parse(text.Substring(17), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var kept = Round(figures, Math.Max(1, Math.Min(15, digits)), ref exponent);
        var sign = value < 0 ? "-" : "";
        return sign + (exponent < SmallestPlain || exponent >= LargestPlain ? Scientific(kept, exponent) : Plain(kept, exponent));
    }

    private static string Round(char[] figures, int digits, ref int exponent)
    {
        var up = digits < figures.Length && figures[digits] >= '5';
        for (var i = digits - 1; up && i >= 0; i--)
        {
            up = figures[i] == '9';
            figures[i] = up ? '0' : (char)(figures[i] + 1);
        }

        if (up)
        {
            exponent++;
            return "1";
        }

        return new string(figures, 0, digits).TrimEnd('0');
    }

    private static string Scientific(string figures, int exponent) =>
        figures.Substring(0, 1) + (figures.Length > 1 ? "." + figures.Substring(1) : "") + "e" + exponent.ToString(CultureInfo.InvariantCulture);

    private static string Plain(string figures, int exponent)
    {
        if (exponent < 0)
        {
            return "0." + new string('0', -exponent - 1) + figures;
        }

        return figures.Length <= exponent + 1
            ? figures + new string('0', exponent + 1 - figures.Length)
            : figures.Substring(0, exponent + 1) + "." + figures.Substring(exponent + 1);
    }
}
