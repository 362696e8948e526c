using System.Runtime.CompilerServices;

namespace InterconnectDsl.Runtime;

/// <summary>What AVX-512 has instructions for, made of simpler operations with the same results.</summary>
internal static class Portable
{
    private const double Exponents = 4503599627370496.0; // 2^52: a number from there to 2^53 has its whole part in its lowest bits
    private const ulong ThreeQuarters = 0x3FE8000000000000UL;

    /// <summary><see cref="ILanes{T}.Scale"/> in two steps, of which only the second one rounds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Scale<T>(T m, T k)
        where T : struct, ILanes<T>
    {
        var half = T.Floor(k * T.Of(0.5));
        return m * PowerOfTwo(half) * PowerOfTwo(k - half);
    }

    /// <summary><see cref="ILanes{T}.Split"/>: the bits above those of 3/4 hold the exponent. Subnormal numbers are lifted first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Split<T>(T x, out T k)
        where T : struct, ILanes<T>
    {
        var tiny = T.Less(x, T.Of(2.2250738585072014e-308));
        var lifted = T.Select(tiny, x * T.Of(18014398509481984.0), x);
        var above = T.AddBits(lifted, T.OfBits(unchecked(0UL - ThreeQuarters)));

        // Biased by 1024 the exponent is not negative.
        var biased = T.ShiftDown(T.AddBits(above, T.OfBits(1024UL << 52)), 52) | T.Of(Exponents);
        var exponent = biased - T.Select(tiny, T.Of(Exponents + 1024.0 + 54.0), T.Of(Exponents + 1024.0));
        exponent = T.Select(T.Equal(x, T.Zero), T.Of(double.NegativeInfinity), exponent);
        k = T.Select(T.Equal(x, T.Of(double.PositiveInfinity)), x, exponent);
        var m = T.AddBits(above & T.OfBits(0x000FFFFFFFFFFFFFUL), T.OfBits(ThreeQuarters));
        return T.Select(T.LessOrEqual(T.Zero, x), m, T.Select(T.Less(x, T.Zero), T.Of(double.NaN), x));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T PowerOfTwo<T>(T k)
        where T : struct, ILanes<T> => T.ShiftUp(k + T.Of(Exponents + 1023.0), 52);
}
