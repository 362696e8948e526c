using System.Numerics;

namespace InterconnectDsl.Numerics;

/// <summary>
/// a b + c, rounded once as IEEE 754 lays down, so the same bits on every machine. The full-precision functions are built on it, since processors have it
/// as one instruction; where the language cannot name that instruction, it is found at run time or computed.
/// </summary>
internal static class Fused
{
#if NET
    /// <summary>a b + c, rounded once.</summary>
    public static double MultiplyAdd(double a, double b, double c) => Math.FusedMultiplyAdd(a, b, c);
#else
    private static readonly Func<double, double, double, double> Best =
        typeof(Math).GetMethod("FusedMultiplyAdd", new[] { typeof(double), typeof(double), typeof(double) }) is { } method
            ? (Func<double, double, double, double>)method.CreateDelegate(typeof(Func<double, double, double, double>))
            : Computed;

    /// <summary>a b + c, rounded once.</summary>
    public static double MultiplyAdd(double a, double b, double c) => Best(a, b, c);
#endif

    /// <summary>
    /// The same of additions and multiplications alone. Source: S. Boldo, G. Melquiond, "Emulation of FMA and correctly rounded sums: proved algorithms
    /// using rounding to odd", IEEE Transactions on Computers 57 (2008).
    /// </summary>
    public static double Computed(double a, double b, double c)
    {
        if (!Floats.IsFinite(c))
        {
            return Floats.IsFinite(a) && Floats.IsFinite(b) ? c : (a * b) + c;
        }

        if (a == 0.0 || b == 0.0 || !Floats.IsFinite(a) || !Floats.IsFinite(b))
        {
            return (a * b) + c;
        }

        if (!Moderate(a) || !Moderate(b) || !(Moderate(c) || c == 0.0))
        {
            return Exact(a, b, c);
        }

        var u = DoubleDouble.Product(a, b);
        var t = DoubleDouble.Sum(c, u.Low);
        var v = DoubleDouble.Sum(u.High, t.High);
        return v.High + RoundToOdd(DoubleDouble.Sum(t.Low, v.Low));
    }

    private static bool Moderate(double x)
    {
        var size = Math.Abs(x);
        return size > 1e-120 && size < 1e120;
    }

    // A sum that is not exact takes that neighbour whose last bit is set.
    private static double RoundToOdd(DoubleDouble sum)
    {
        var bits = BitConverter.DoubleToInt64Bits(sum.High);
        if (sum.Low == 0.0 || (bits & 1) != 0)
        {
            return sum.High;
        }

        return BitConverter.Int64BitsToDouble((sum.Low > 0.0) == (sum.High > 0.0) ? bits + 1 : bits - 1);
    }

    // By whole numbers: slow, for numbers far from 1.
    private static double Exact(double a, double b, double c)
    {
        var product = Integer(a, out var i) * Integer(b, out var j);
        var term = Integer(c, out var k);
        var exponent = Math.Min(i + j, k);
        var sum = (product << (i + j - exponent)) + (term << (k - exponent));
        return sum.IsZero ? (a * b) + c : Rounded(sum, exponent);
    }

    private static BigInteger Integer(double x, out int exponent)
    {
        var bits = BitConverter.DoubleToInt64Bits(x);
        var biased = (int)(bits >> 52) & 0x7FF;
        exponent = Math.Max(biased, 1) - 1075;
        var size = (bits & 0xFFFFFFFFFFFFFL) | (biased > 0 ? 1L << 52 : 0L);
        return bits < 0 ? -size : size;
    }

    private static double Rounded(BigInteger number, int exponent)
    {
        var size = BigInteger.Abs(number);
        var bits = 0;
        for (var rest = size >> 32; !rest.IsZero; rest >>= 32)
        {
            bits += 32;
        }

        for (var rest = size >> bits; !rest.IsZero; rest >>= 1)
        {
            bits++;
        }

        // What lies below the last place of the result, at least 2^-1074, decides the rounding.
        var cut = Math.Max(bits - 53, -1074 - exponent);
        if (cut > 0)
        {
            var half = BigInteger.One << (cut - 1);
            var kept = size >> cut;
            var rest = size - (kept << cut);
            size = rest > half || (rest == half && !kept.IsEven) ? kept + 1 : kept;
            exponent += cut;
        }
        else
        {
            size <<= Math.Max(0, 53 - bits);
            exponent -= Math.Max(0, 53 - bits);
        }

        var result = Floats.Scale((double)size / 4503599627370496.0, exponent + 52);
        return number.Sign < 0 ? -result : result;
    }
}
