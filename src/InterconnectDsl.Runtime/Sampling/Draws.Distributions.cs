using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace InterconnectDsl.Runtime;

/// <content>Even numbers made into draws of a distribution.</content>
public static partial class Draws
{
    /// <summary>The normal quantiles at numbers between 0 and 1, at the precision of the functions: full gives the same bits at every width.</summary>
    /// <typeparam name="T">The lanes to work with.</typeparam>
    /// <typeparam name="TFunctions">How exact.</typeparam>
    /// <param name="numbers">The numbers; a multiple of 8.</param>
    /// <param name="normals">Room for as many.</param>
    /// <exception cref="ArgumentException">The lengths differ or are no multiple of 8.</exception>
    public static void Normal<T, TFunctions>(ReadOnlySpan<double> numbers, Span<double> normals)
        where T : struct, ILanes<T>
        where TFunctions : struct, ILaneFunctions<T>
    {
        if (numbers.Length != normals.Length || numbers.Length % 8 != 0)
        {
            throw new ArgumentException("There must be room for all numbers, a multiple of 8.", nameof(normals));
        }

        Normals<T, TFunctions>(ref MemoryMarshal.GetReference(numbers), ref MemoryMarshal.GetReference(normals), numbers.Length);
    }

    private static void Normals<T, TFunctions>(ref double numbers, ref double normals, nint count)
        where T : struct, ILanes<T>
        where TFunctions : struct, ILaneFunctions<T>
    {
        for (nint start = 0; start < count; start += 64 * T.Count)
        {
            var end = Math.Min(count, start + (64 * T.Count));
            for (var far = Central<T, TFunctions>(ref TFunctions.CentralCoefficients[0], ref numbers, ref normals, start, end); far != 0; far &= far - 1)
            {
                var first = start + (BitOperations.TrailingZeroCount(far) * T.Count);
                Tails<T, TFunctions>(ref numbers, ref normals, first, Math.Min(first + (2 * T.Count), end));
            }
        }
    }

    // Two vectors at a time, the last of which may be the same; a bit for each pair of vectors with a draw in the tails, whose numbers are not right.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static ulong Central<T, TFunctions>(ref double coefficients, ref double numbers, ref double normals, nint start, nint end)
        where T : struct, ILanes<T>
        where TFunctions : struct, ILaneFunctions<T>
    {
        var far = 0UL;
        var place = 0;
        for (var i = start; i < end; i += 2 * T.Count)
        {
            var j = Math.Min(i + T.Count, end - T.Count);
            var (first, second) = (T.Load(in numbers, i), T.Load(in numbers, j));
            var outside = TFunctions.CentralInverse(ref first, ref second, ref coefficients);
            far |= (ulong)((uint)-outside >> 31) << place;
            place += 2;
            T.Store(first, ref normals, i);
            T.Store(second, ref normals, j);
        }

        return far;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tails<T, TFunctions>(ref double numbers, ref double normals, nint start, nint end)
        where T : struct, ILanes<T>
        where TFunctions : struct, ILaneFunctions<T>
    {
        for (var i = start; i < end; i += T.Count)
        {
            T.Store(TFunctions.WithTails(T.Load(in numbers, i), T.Of(1.0), T.Zero, T.Load(in normals, i)), ref normals, i);
        }
    }
}
