using InterconnectDsl.Numerics;

namespace InterconnectDsl.Kernels.Channels;

/// <summary>Reads numbers out of a long text without making an object for each.</summary>
internal static class NumberScanner
{
    private const ulong Full = 1_000_000_000_000_000_000;

    private static readonly double[] Powers =
    {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
    };

    /// <summary>
    /// Reads <c>-1.5e-3</c> at a place and moves behind it; false, and no move, where no finite number stands. The result is the nearest double for up to 15
    /// digits and exponents to 22, and within two units in the last place beyond.
    /// </summary>
    public static bool Read(string text, ref int at, int end, out double number)
    {
        var i = at;
        var isNegative = i < end && text[i] == '-';
        i += i < end && text[i] is '-' or '+' ? 1 : 0;
        var (digits, exponent, any) = (0UL, 0, false);
        Digits(text, ref i, end, ref digits, ref exponent, ref any, isFraction: false);
        if (i < end && text[i] == '.')
        {
            i++;
            Digits(text, ref i, end, ref digits, ref exponent, ref any, isFraction: true);
        }

        number = 0;
        if (!any || !Exponent(text, ref i, end, ref exponent))
        {
            return false;
        }

        var size = digits == 0 ? 0.0 : Scale(digits, exponent);
        number = isNegative ? -size : size;
        at = Floats.IsFinite(number) ? i : at;
        return Floats.IsFinite(number);
    }

    private static void Digits(string text, ref int i, int end, ref ulong digits, ref int exponent, ref bool any, bool isFraction)
    {
        for (; i < end && text[i] is >= '0' and <= '9'; i++)
        {
            any = true;
            if (digits < Full)
            {
                digits = (digits * 10) + (ulong)(text[i] - '0');
                exponent -= isFraction ? 1 : 0;
            }
            else
            {
                exponent += isFraction ? 0 : 1;
            }
        }
    }

    // D stands for E in what Fortran wrote.
    private static bool Exponent(string text, ref int i, int end, ref int exponent)
    {
        if (i >= end || text[i] is not ('e' or 'E' or 'd' or 'D'))
        {
            return true;
        }

        i++;
        var isNegative = i < end && text[i] == '-';
        i += i < end && text[i] is '-' or '+' ? 1 : 0;
        var (start, size) = (i, 0);
        for (; i < end && text[i] is >= '0' and <= '9'; i++)
        {
            size = Math.Min((size * 10) + (text[i] - '0'), 10_000);
        }

        exponent += isNegative ? -size : size;
        return i > start;
    }

    private static double Scale(ulong digits, int exponent) =>
        exponent is < -22 or > 22 ? digits * Exponential.Pow10(exponent) : exponent < 0 ? digits / Powers[-exponent] : digits * Powers[exponent];
}
