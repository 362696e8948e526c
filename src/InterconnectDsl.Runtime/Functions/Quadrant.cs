using System.Runtime.CompilerServices;

namespace InterconnectDsl.Runtime;

/// <summary>What quarter turns do to sine and cosine.</summary>
internal static class Quadrant
{
    /// <summary>Turns by the number of quarters that stands in the last bits of <paramref name="t"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Turn<T>(T t, T s, T c, out T sine, out T cosine)
        where T : struct, ILanes<T>
    {
        // Bit 0 swaps the two; bit 1, moved to the sign, flips them, but no NaN.
        var even = T.EqualBits(t & T.OfBits(1), T.Zero);
        var sign = T.OfBits(1UL << 63) & T.Equal(t, t);
        sine = T.Select(even, s, c) ^ (T.ShiftUp(t, 62) & sign);
        cosine = T.Select(even, c, s) ^ (T.ShiftUp(T.AddBits(t, T.OfBits(1)), 62) & sign);
    }
}
