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
        nint i = 0;
        for (; i + (4 * T.Count) <= count; i += 4 * T.Count)
        {
            // Four counters side by side hide the latency of the multiplications.
            var first = new PhiloxState<T>(unchecked(sample + (ulong)i), instance, block);
            var second = new PhiloxState<T>(unchecked(sample + (ulong)(i + T.Count)), instance, block);
            var third = new PhiloxState<T>(unchecked(sample + (ulong)(i + (2 * T.Count))), instance, block);
            var fourth = new PhiloxState<T>(unchecked(sample + (ulong)(i + (3 * T.Count))), instance, block);
            Mix(ref first, ref second, ref third, ref fourth, key.Rounds);
            first.Store(ref origin, i, count);
            second.Store(ref origin, i + T.Count, count);
            third.Store(ref origin, i + (2 * T.Count), count);
            fourth.Store(ref origin, i + (3 * T.Count), count);
        }

        for (; i < count; i += T.Count)
        {
            var rest = new PhiloxState<T>(unchecked(sample + (ulong)i), instance, block);
            for (var round = 0; round < Rounds; round++)
            {
                rest.Round(T.OfBits(key.Rounds[2 * round]), T.OfBits(key.Rounds[(2 * round) + 1]));
            }

            rest.Store(ref origin, i, count);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Mix<T>(ref PhiloxState<T> first, ref PhiloxState<T> second, ref PhiloxState<T> third, ref PhiloxState<T> fourth, ulong[] rounds)
        where T : struct, ILanes<T>
    {
        ref var key = ref MemoryMarshal.GetArrayDataReference(rounds);
        for (nint round = 0; round < Rounds; round += 2)
        {
            Round(ref first, ref second, ref third, ref fourth, ref key, round);
            Round(ref first, ref second, ref third, ref fourth, ref key, round + 1);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Round<T>(
        ref PhiloxState<T> first, ref PhiloxState<T> second, ref PhiloxState<T> third, ref PhiloxState<T> fourth, ref ulong key, nint round)
        where T : struct, ILanes<T>
    {
        var a = T.OfBits(Unsafe.Add(ref key, 2 * round));
        var b = T.OfBits(Unsafe.Add(ref key, (2 * round) + 1));
        first.Round(a, b);
        second.Round(a, b);
        third.Round(a, b);
        fourth.Round(a, b);
    }
}
