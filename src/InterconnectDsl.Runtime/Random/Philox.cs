using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace InterconnectDsl.Runtime;

/// <summary>
/// The counter-based random numbers Philox4x32-10: a bijection of the counter (sample, instance, block) under a key, so that any sample of a study can be
/// drawn anywhere, in any order. An attribute takes word (ordinal modulo 4) of block (ordinal / 4) of its instance. Source: J. K. Salmon, M. A. Moraes,
/// R. O. Dror, D. E. Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC11 (2011).
/// </summary>
public static class Philox
{
    internal const int Rounds = 10;

    internal const uint FirstFactor = 0xD2511F53;
    internal const uint SecondFactor = 0xCD9E8D57;

    /// <summary>The four words of one counter.</summary>
    /// <param name="key">The study's seed.</param>
    /// <param name="sample">The number of the sample in the whole study.</param>
    /// <param name="instance">The ordinal of the instance; 0 for shared params.</param>
    /// <param name="block">The ordinal of the attribute divided by 4.</param>
    public static (uint First, uint Second, uint Third, uint Fourth) Words(PhiloxKey key, ulong sample, uint instance, uint block)
    {
        ArgumentNullException.ThrowIfNull(key);
        var (a, b, c, d) = ((uint)sample, (uint)(sample >> 32), instance, block);
        for (var round = 0; round < Rounds; round++)
        {
            var p = (ulong)FirstFactor * a;
            var q = (ulong)SecondFactor * c;
            a = (uint)(q >> 32) ^ b ^ (uint)key.Rounds[2 * round];
            c = (uint)(p >> 32) ^ d ^ (uint)key.Rounds[(2 * round) + 1];
            b = (uint)q;
            d = (uint)p;
        }

        return (a, b, c, d);
    }

    /// <summary>
    /// The words of consecutive samples: word w of sample number s of them is the lower half of the bits of <c>words[w * count + s]</c>, where count is a
    /// quarter of the length. The upper halves are arbitrary.
    /// </summary>
    /// <typeparam name="T">The lanes to work with.</typeparam>
    /// <param name="key">The study's seed.</param>
    /// <param name="sample">The number of the first sample in the whole study.</param>
    /// <param name="instance">The ordinal of the instance; 0 for shared params.</param>
    /// <param name="block">The ordinal of the attribute divided by 4.</param>
    /// <param name="words">Room for four words of each sample; the number of samples a multiple of 16.</param>
    /// <exception cref="ArgumentException">The length is not a multiple of 64.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Fill<T>(PhiloxKey key, ulong sample, uint instance, uint block, Span<double> words)
        where T : struct, ILanes<T>
    {
        ArgumentNullException.ThrowIfNull(key);
        if (words.Length % 64 != 0)
        {
            throw new ArgumentException("The number of samples must be a multiple of 16.", nameof(words));
        }

        nint count = words.Length / 4;
        ref var origin = ref MemoryMarshal.GetReference(words);
        for (nint i = 0; i < count; i += 2 * T.Count)
        {
            // Two counters side by side hide the latency of the multiplications.
            var first = new PhiloxState<T>(unchecked(sample + (ulong)i), instance, block);
            var second = new PhiloxState<T>(unchecked(sample + (ulong)(i + T.Count)), instance, block);
            Mix(ref first, ref second, key.Rounds);
            first.Store(ref origin, i, count);
            second.Store(ref origin, i + T.Count, count);
        }
    }

    // Written out, since the compiler does not unroll and a loop is a tenth slower.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Mix<T>(ref PhiloxState<T> first, ref PhiloxState<T> second, ulong[] rounds)
        where T : struct, ILanes<T>
    {
        ref var key = ref MemoryMarshal.GetArrayDataReference(rounds);
        Round(ref first, ref second, ref key, 0);
        Round(ref first, ref second, ref key, 1);
        Round(ref first, ref second, ref key, 2);
        Round(ref first, ref second, ref key, 3);
        Round(ref first, ref second, ref key, 4);
        Round(ref first, ref second, ref key, 5);
        Round(ref first, ref second, ref key, 6);
        Round(ref first, ref second, ref key, 7);
        Round(ref first, ref second, ref key, 8);
        Round(ref first, ref second, ref key, 9);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Round<T>(ref PhiloxState<T> first, ref PhiloxState<T> second, ref ulong key, nint round)
        where T : struct, ILanes<T>
    {
        var a = T.OfBits(Unsafe.Add(ref key, 2 * round));
        var b = T.OfBits(Unsafe.Add(ref key, (2 * round) + 1));
        first.Round(a, b);
        second.Round(a, b);
    }
}
