using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace InterconnectDsl.Runtime;

/// <summary>
/// The counter-based random numbers Philox4x32-10: a bijection of the counter (place, stream) under a key, so that any sample of a study can be drawn anywhere,
/// in any order. Whatever is drawn has a stream of its own, in which 64 samples share 16 counters: sample s takes word (s modulo 64) / 16 of place
/// 16 (s / 64) + s modulo 16. Source: J. K. Salmon, M. A. Moraes,
/// R. O. Dror, D. E. Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC11 (2011).
/// </summary>
public static class Philox
{
    /// <summary>Samples that share a run of counters: the first may be any multiple of it.</summary>
    public const int Unit = Numerics.Philox.Unit;

    /// <summary>The four words of one counter.</summary>
    /// <param name="key">The study's seed.</param>
    /// <param name="place">Its place in the stream.</param>
    /// <param name="stream">The key of the stream.</param>
    public static (uint First, uint Second, uint Third, uint Fourth) Words(PhiloxKey key, ulong place, ulong stream)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Numerics.Philox.Words(key.Seed, place, stream);
    }

    /// <summary>The number of one sample in a stream, between 0 and 1.</summary>
    /// <param name="key">The study's seed.</param>
    /// <param name="sample">The number of the sample in the whole study.</param>
    /// <param name="stream">The key of the stream.</param>
    public static double Draw(PhiloxKey key, ulong sample, ulong stream)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Numerics.Philox.Draw(key.Seed, sample, stream);
    }

    /// <summary>The numbers of consecutive samples in a stream: what <see cref="Draw"/> gives for each.</summary>
    /// <typeparam name="T">The lanes to work with.</typeparam>
    /// <param name="key">The study's seed.</param>
    /// <param name="sample">The number of the first sample in the whole study; a multiple of <see cref="Unit"/>.</param>
    /// <param name="stream">The key of the stream.</param>
    /// <param name="numbers">Room for a number of each sample; as many as a multiple of <see cref="Unit"/>.</param>
    /// <exception cref="ArgumentException">The length or the first sample is no multiple of <see cref="Unit"/>.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Fill<T>(PhiloxKey key, ulong sample, ulong stream, Span<double> numbers)
        where T : struct, ILanes<T>
    {
        ArgumentNullException.ThrowIfNull(key);
        if (numbers.Length % Unit != 0 || sample % Unit != 0)
        {
            throw new ArgumentException("Samples are drawn by whole units of 64.", nameof(numbers));
        }

        nint count = numbers.Length / 4;
        var place = sample / 4;
        ref var origin = ref MemoryMarshal.GetReference(numbers);
        nint i = 0;
        var start = new PhiloxStart(key, place, stream);
        for (; i + (4 * T.Count) <= count && start.Serves(unchecked(place + (ulong)count - 1)); i += 4 * T.Count)
        {
            // Four counters side by side hide the latency of the multiplications.
            var first = new PhiloxState<T>(unchecked(place + (ulong)i), start);
            var second = new PhiloxState<T>(unchecked(place + (ulong)(i + T.Count)), start);
            var third = new PhiloxState<T>(unchecked(place + (ulong)(i + (2 * T.Count))), start);
            var fourth = new PhiloxState<T>(unchecked(place + (ulong)(i + (3 * T.Count))), start);
            Mix(ref first, ref second, ref third, ref fourth, key.Rounds);
            first.Store(ref origin, i);
            second.Store(ref origin, i + T.Count);
            third.Store(ref origin, i + (2 * T.Count));
            fourth.Store(ref origin, i + (3 * T.Count));
        }

        for (; i < count; i += T.Count)
        {
            var rest = new PhiloxState<T>(unchecked(place + (ulong)i), stream);
            for (var round = 0; round < Numerics.Philox.Rounds; round++)
            {
                rest.Round(T.OfBits(key.Rounds[2 * round]), T.OfBits(key.Rounds[(2 * round) + 1]));
            }

            rest.Store(ref origin, i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Mix<T>(ref PhiloxState<T> first, ref PhiloxState<T> second, ref PhiloxState<T> third, ref PhiloxState<T> fourth, ulong[] rounds)
        where T : struct, ILanes<T>
    {
        ref var key = ref MemoryMarshal.GetArrayDataReference(rounds);
        for (nint round = PhiloxStart.Rounds; round < Numerics.Philox.Rounds; round += 2)
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
