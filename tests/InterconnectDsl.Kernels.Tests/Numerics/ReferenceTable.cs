using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace InterconnectDsl.Kernels.Tests.Numerics;

/// <summary>A table of arguments and the value there to 25 digits, made by <c>Reference/make.py</c> with mpmath.</summary>
public sealed class ReferenceTable
{
    private ReferenceTable(IReadOnlyList<Row> rows) => Rows = rows;

    public IReadOnlyList<Row> Rows { get; }

    public static ReferenceTable Read(string name)
    {
        var rows = File.ReadLines(Path.Combine(Folder(), "Reference", name + ".txt")).Select(line => line.Split(' ')).Select(cells =>
            new Row(cells[..^1].Select(c => double.Parse(c, CultureInfo.InvariantCulture)).ToArray(), cells[^1]));
        return new(rows.ToList());
    }

    /// <summary>The largest error of a function over the table, and where it is.</summary>
    public (double Error, string Where) Worst(Func<double[], double> function)
    {
        var worst = (Error: -1.0, Where: "");
        foreach (var row in Rows)
        {
            var actual = function(row.Arguments);
            var error = Ulps(actual, row.Expected);
            if (!(error <= worst.Error))
            {
                var arguments = string.Join(", ", row.Arguments.Select(a => a.ToString("R", CultureInfo.InvariantCulture)));
                worst = (error, $"f({arguments}) = {actual.ToString("R", CultureInfo.InvariantCulture)}, not {row.Expected}");
            }
        }

        return worst;
    }

    /// <summary>The distance of a double from a decimal number in units of the last place of that number, by exact arithmetic.</summary>
    public static double Ulps(double actual, string expected)
    {
        if (!double.IsFinite(actual))
        {
            return double.PositiveInfinity;
        }

        var rounded = double.Parse(expected, CultureInfo.InvariantCulture);
        var size = Math.Abs(rounded);
        var ulp = Math.Max(size == 0 ? double.Epsilon : Math.BitIncrement(size) - size, double.Epsilon);
        var (a, b) = Rational(actual);
        var (c, d) = Parse(expected);
        var (e, f) = Rational(ulp);

        // |a/b - c/d| / (e/f)
        var numerator = BigInteger.Abs((a * d) - (c * b)) * f;
        var denominator = b * d * e;
        return (double)((numerator << 20) / denominator) / (1 << 20);
    }

    private static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;

    private static (BigInteger Numerator, BigInteger Denominator) Rational(double x)
    {
        var bits = BitConverter.DoubleToInt64Bits(x);
        var exponent = (int)((bits >> 52) & 0x7FF);
        var mantissa = bits & 0xFFFFFFFFFFFFF;
        mantissa = exponent == 0 ? mantissa : mantissa | (1L << 52);
        var shift = Math.Max(exponent, 1) - 1075;
        BigInteger signed = bits < 0 ? -mantissa : mantissa;
        return shift >= 0 ? (signed << shift, 1) : (signed, BigInteger.One << -shift);
    }

    private static (BigInteger Numerator, BigInteger Denominator) Parse(string text)
    {
        var e = text.IndexOf('e', StringComparison.Ordinal);
        var exponent = e < 0 ? 0 : int.Parse(text[(e + 1)..], CultureInfo.InvariantCulture);
        var digits = e < 0 ? text : text[..e];
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        exponent -= point < 0 ? 0 : digits.Length - point - 1;
        var whole = BigInteger.Parse(digits.Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        return exponent >= 0 ? (whole * BigInteger.Pow(10, exponent), 1) : (whole, BigInteger.Pow(10, -exponent));
    }

    public sealed record Row(double[] Arguments, string Expected);
}
