using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace InterconnectDsl.Runtime;

/// <content>Words made into draws of a distribution.</content>
public static partial class Draws
{
    /// <summary>A draw for each word, at the precision of the functions: full gives the same bits at every width.</summary>
    /// <typeparam name="T">The lanes to work with.</typeparam>
    /// <typeparam name="TFunctions">How exact.</typeparam>
    /// <param name="distribution">What to draw.</param>
    /// <param name="words">Words as <see cref="Philox.Fill"/> leaves them.</param>
    /// <param name="draws">Room for as many draws; a multiple of 8.</param>
    /// <exception cref="ArgumentException">The lengths differ or are no multiple of 8.</exception>
    public static void Fill<T, TFunctions>(Distribution distribution, ReadOnlySpan<double> words, Span<double> draws)
        where T : struct, ILanes<T>
        where TFunctions : struct, ILaneFunctions<T>
    {
        ArgumentNullException.ThrowIfNull(distribution);
        if (words.Length != draws.Length || words.Length % 8 != 0)
        {
            throw new ArgumentException("There must be as many draws as words, a multiple of 8.", nameof(draws));
        }

        ref var word = ref MemoryMarshal.GetReference(words);
        ref var draw = ref MemoryMarshal.GetReference(draws);
        var whole = distribution.Share == 1.0;
        switch (distribution.Kind)
        {
            case Distribution.Shape.Normal when whole:
                Normals<T, TFunctions>(distribution.Numbers[0], distribution.Numbers[1], ref word, ref draw, draws.Length);
                break;
            case Distribution.Shape.Uniform when whole:
                Uniforms<T>(distribution.Numbers[0], distribution.Numbers[1], ref word, ref draw, draws.Length);
                break;
            case Distribution.Shape.Triangular when whole:
                Triangles<T, TFunctions>(distribution.Numbers, ref word, ref draw, draws.Length);
                break;
            default:
                Others<T, TFunctions>(distribution, ref word, ref draw, draws.Length);
                break;
        }
    }

    private static void Normals<T, TFunctions>(double mean, double sigma, ref double words, ref double draws, nint count)
        where T : struct, ILanes<T>
        where TFunctions : struct, ILaneFunctions<T>
    {
        for (nint start = 0; start < count; start += 64 * T.Count)
        {
            var end = Math.Min(count, start + (64 * T.Count));
            for (var far = Central<T, TFunctions>(mean, sigma, ref TFunctions.CentralCoefficients[0], ref words, ref draws, start, end); far != 0; far &= far - 1)
            {
                var first = start + (BitOperations.TrailingZeroCount(far) * T.Count);
                Tails<T, TFunctions>(mean, sigma, ref words, ref draws, first, Math.Min(first + (2 * T.Count), end));
            }
        }
    }

    // Two vectors at a time, the last of which may be the same; a bit for each pair of vectors with a draw in the tails, whose numbers are not right.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static ulong Central<T, TFunctions>(double mean, double sigma, ref double coefficients, ref double words, ref double draws, nint start, nint end)
        where T : struct, ILanes<T>
        where TFunctions : struct, ILaneFunctions<T>
    {
        var (middle, spread) = (T.Of(mean), T.Of(sigma));
        var far = 0UL;
        var place = 0;
        for (var i = start; i < end; i += 2 * T.Count)
        {
            var j = Math.Min(i + T.Count, end - T.Count);
            var (first, second) = (Uniform(T.Load(in words, i)), Uniform(T.Load(in words, j)));
            var outside = TFunctions.CentralInverse(ref first, ref second, ref coefficients);
            far |= (ulong)((uint)-outside >> 31) << place;
            place += 2;
            T.Store(T.MultiplyAdd(first, spread, middle), ref draws, i);
            T.Store(T.MultiplyAdd(second, spread, middle), ref draws, j);
        }

        return far;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tails<T, TFunctions>(double mean, double sigma, ref double words, ref double draws, nint start, nint end)
        where T : struct, ILanes<T>
        where TFunctions : struct, ILaneFunctions<T>
    {
        for (var i = start; i < end; i += T.Count)
        {
            T.Store(TFunctions.WithTails(Uniform(T.Load(in words, i)), T.Of(sigma), T.Of(mean), T.Load(in draws, i)), ref draws, i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Uniforms<T>(double low, double width, ref double words, ref double draws, nint count)
        where T : struct, ILanes<T>
    {
        for (nint i = 0; i < count; i += T.Count)
        {
            T.Store(T.MultiplyAdd(Uniform(T.Load(in words, i)), T.Of(width), T.Of(low)), ref draws, i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Triangles<T, TFunctions>(double[] numbers, ref double words, ref double draws, nint count)
        where T : struct, ILanes<T>
        where TFunctions : struct, ILaneFunctions<T>
    {
        for (nint i = 0; i < count; i += T.Count)
        {
            T.Store(Triangle<T, TFunctions>(numbers, Uniform(T.Load(in words, i))), ref draws, i);
        }
    }

    // From the lower end with the root of u below the peak, from the upper end with the root of 1 - u above it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Triangle<T, TFunctions>(double[] numbers, T u)
        where T : struct, ILanes<T>
        where TFunctions : struct, ILaneFunctions<T>
    {
        var rising = T.Less(u, T.Of(numbers[2]));
        var square = T.Select(rising, u * T.Of(numbers[3]), (T.Of(1.0) - u) * T.Of(numbers[4]));
        var root = TFunctions.Sqrt(square);
        return T.Select(rising, T.Of(numbers[0]) + root, T.Of(numbers[1]) - root);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Others<T, TFunctions>(Distribution distribution, ref double words, ref double draws, nint count)
        where T : struct, ILanes<T>
        where TFunctions : struct, ILaneFunctions<T>
    {
        var (below, share) = (T.Of(distribution.Below), T.Of(distribution.Share));
        var (lowest, highest) = (T.Of(distribution.Lowest), T.Of(distribution.Highest));
        var numbers = distribution.Numbers;
        for (nint i = 0; i < count; i += T.Count)
        {
            var u = T.MultiplyAdd(Uniform(T.Load(in words, i)), share, below);
            var x = distribution.Kind switch
            {
                Distribution.Shape.Normal => T.MultiplyAdd(TFunctions.NormalInverse(u), T.Of(numbers[1]), T.Of(numbers[0])),
                Distribution.Shape.Lognormal => T.Of(numbers[0]) * TFunctions.Exp(TFunctions.NormalInverse(u) * T.Of(numbers[1])),
                Distribution.Shape.Uniform => T.MultiplyAdd(u, T.Of(numbers[1]), T.Of(numbers[0])),
                _ => Triangle<T, TFunctions>(numbers, u),
            };
            T.Store(T.Maximum(T.Minimum(x, highest), lowest), ref draws, i);
        }
    }
}
