namespace InterconnectDsl.Numerics;

/// <summary>The parts of a double's bits.</summary>
internal static class Floats
{
    /// <summary>Whether a number is neither infinite nor NaN.</summary>
    public static bool IsFinite(double x) => (BitConverter.DoubleToInt64Bits(x) & 0x7FF0000000000000L) != 0x7FF0000000000000L;

    /// <summary>Whether a finite number is whole.</summary>
    public static bool IsWhole(double x) => IsFinite(x) && Math.Floor(x) == x;

    /// <summary>2^n for -1022 &lt;= n &lt;= 1023.</summary>
    public static double PowerOfTwo(int n) => BitConverter.Int64BitsToDouble((n + 1023L) << 52);

    /// <summary>m * 2^n for 2^-60 &lt; |m| &lt; 4 and any n, rounded once; infinite above the range, 0 below.</summary>
    public static double Scale(double m, int n)
    {
        if (n >= -960 && n <= 1023)
        {
            return m * PowerOfTwo(n);
        }

        // In two steps, of which only the second one rounds.
        n = n > 2000 ? 2000 : n < -2000 ? -2000 : n;
        return m * PowerOfTwo(n >> 1) * PowerOfTwo(n - (n >> 1));
    }

    /// <summary>A positive finite number as m * 2^exponent with 1 &lt;= m &lt; 2.</summary>
    public static double Mantissa(double x, out int exponent)
    {
        var bits = BitConverter.DoubleToInt64Bits(x);
        exponent = (int)(bits >> 52) - 1023;
        if (exponent == -1023)
        {
            bits = BitConverter.DoubleToInt64Bits(x * PowerOfTwo(54));
            exponent = (int)(bits >> 52) - 1023 - 54;
        }

        return BitConverter.Int64BitsToDouble((bits & 0x000FFFFFFFFFFFFFL) | 0x3FF0000000000000L);
    }

    /// <summary>A positive finite number as m * 2^exponent with 3/4 &lt;= m &lt; 3/2.</summary>
    public static double NearOne(double x, out int exponent)
    {
        var m = Mantissa(x, out exponent);
        if (m < 1.5)
        {
            return m;
        }

        exponent++;
        return 0.5 * m;
    }

    /// <summary>The number with its last 27 bits cleared, so that products with short factors are exact.</summary>
    public static double Upper(double x) => BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(x) & -0x8000000L);

    /// <summary>The value of the polynomial with these coefficients, the constant one first, by Horner's rule.</summary>
    public static double Horner(double[] coefficients, double x)
    {
        var sum = coefficients[coefficients.Length - 1];
        for (var i = coefficients.Length - 2; i >= 0; i--)
        {
            sum = (sum * x) + coefficients[i];
        }

        return sum;
    }
}
