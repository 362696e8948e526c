using System.Globalization;
using InterconnectDsl.Tests.Shared;

namespace InterconnectDsl.Runtime.Tests.Functions;

/// <summary>The references themselves, against tables that mpmath computed with sixty digits and more.</summary>
public class ReferenceTests
{
    private static readonly string[] Tables = ["exp", "pow10", "from_decibel", "ln", "log10", "to_decibel", "erfc", "erfcx", "normal_cdf"];

    public static TheoryData<string> Names => [.. Tables];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_reference_agrees_with_the_table(string name)
    {
        var file = RepositoryRoot.Combine($"tests/InterconnectDsl.Kernels.Tests/Numerics/Reference/{name}.txt");
        foreach (var cells in File.ReadLines(file).Select(line => line.Split(' ')))
        {
            var x = double.Parse(cells[0], CultureInfo.InvariantCulture);
            var (value, exponent) = Function.All[name].Reference(x);
            if (value.High == 0.0 || exponent < -1000)
            {
                continue;
            }

            var (high, low) = Decimal(cells[^1], exponent);
            var difference = value - high - low;
            Assert.True(Math.Abs(difference.High) <= 1e-23 * Math.Abs(value.High), $"{name}({cells[0]}): {difference.High / value.High:E2}");
        }
    }

    // A decimal number divided by 2^exponent, from its first 12 digits and the rest, each an exact double times a power of ten.
    private static (Precise High, Precise Low) Decimal(string text, int exponent)
    {
        var e = text.IndexOf('e', StringComparison.Ordinal);
        var power = e < 0 ? 0 : int.Parse(text[(e + 1)..], CultureInfo.InvariantCulture);
        var digits = (e < 0 ? text : text[..e]).Replace(".", "", StringComparison.Ordinal);
        var negative = digits[0] == '-';
        digits = digits.TrimStart('-').PadRight(26, '0');
        var high = double.Parse(digits[..12], CultureInfo.InvariantCulture);
        var low = double.Parse(digits[12..24], CultureInfo.InvariantCulture);
        var sign = negative ? -1.0 : 1.0;
        return (Scaled(sign * high, power - 11, exponent), Scaled(sign * low, power - 23, exponent));
    }

    private static Precise Scaled(double x, int power, int exponent)
    {
        Precise result = x;
        var left = -exponent;
        for (var i = 0; i < Math.Abs(power); i++)
        {
            result = power > 0 ? result * 10.0 : result / 10.0;
            if (left != 0 && Math.Abs(result.High) is > 1e100 or < 1e-100)
            {
                var step = Math.Clamp(left, -300, 300);
                result = Precise.Scale(result, step);
                left -= step;
            }
        }

        return Precise.Scale(result, left);
    }
}
