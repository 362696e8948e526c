using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace InterconnectDsl.Runtime;

/// <summary>Counts of samples in equal bins. The counts are whole numbers, so merging gives the same for any split of the samples.</summary>
public sealed class Histogram
{
    private const int Tile = 256;

    private readonly long[] counts;
    private readonly int bins;
    private readonly double scale;
    private readonly double[] rest = new double[8];
    private readonly int[] places = new int[Tile + 8];

    /// <summary>Makes an empty one.</summary>
    /// <param name="low">Where the first bin begins; finite.</param>
    /// <param name="high">Where the last bin ends; finite and above <paramref name="low"/>.</param>
    /// <param name="bins">How many bins; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A bound is not finite or not above the other, or there is no bin.</exception>
    public Histogram(double low, double high, int bins)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        if (!(high > low) || !double.IsFinite(high - low))
        {
            throw new ArgumentOutOfRangeException(nameof(high), high, "The upper bound must be finite and above the lower one.");
        }

        (Low, High) = (low, high);
        this.bins = bins;
        counts = new long[bins + 3];
        scale = bins / (high - low);
    }

    /// <summary>Where the first bin begins.</summary>
    public double Low { get; }

    /// <summary>Where the last bin ends.</summary>
    public double High { get; }

    /// <summary>How many samples lie in each bin; a bin contains its lower bound.</summary>
    public IReadOnlyList<long> Counts => new ArraySegment<long>(counts, 1, bins);

    /// <summary>How many lie below the first bin.</summary>
    public long Below => counts[0];

    /// <summary>How many lie at the end of the last bin or above.</summary>
    public long Above => counts[bins + 1];

    /// <summary>How many are NaN.</summary>
    public long Missing => counts[bins + 2];

    /// <summary>Adds samples.</summary>
    public void Add(ReadOnlySpan<double> samples)
    {
        while (samples.Length > 0)
        {
            var part = samples[..Math.Min(samples.Length, Tile)];
            samples = samples[part.Length..];
            Count(Found(part));
        }
    }

    /// <summary>Adds the counts of another one with the same bins.</summary>
    /// <exception cref="ArgumentException">Its bins are others.</exception>
    public void Merge(Histogram other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Low != Low || other.High != High || other.counts.Length != counts.Length)
        {
            throw new ArgumentException("Only histograms with the same bins can be merged.", nameof(other));
        }

        for (var i = 0; i < counts.Length; i++)
        {
            counts[i] += other.counts[i];
        }
    }

    // In which counter each sample belongs. The first takes what lies below, the last two what lies above and what is missing.
    private ReadOnlySpan<int> Found(ReadOnlySpan<double> part)
    {
        switch (LaneWidth.Best)
        {
            case 8:
                Find<Lanes8>(part);
                break;
            case 4:
                Find<Lanes4>(part);
                break;
            case 2:
                Find<Lanes2>(part);
                break;
            default:
                Find<Lanes1>(part);
                break;
        }

        return places.AsSpan(0, part.Length);
    }

    private void Find<T>(ReadOnlySpan<double> part)
        where T : struct, ILanes<T>
    {
        var whole = part.Length / T.Count * T.Count;
        Find<T>(ref MemoryMarshal.GetReference(part), 0, whole);
        if (whole < part.Length)
        {
            part[whole..].CopyTo(rest);
            Find<T>(ref rest[0], whole, T.Count);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Find<T>(ref double first, int place, nint count)
        where T : struct, ILanes<T>
    {
        var (low, by, most) = (T.Of(Low), T.Of(scale), T.Of(bins));
        var (one, below, missing) = (T.Of(1.0), T.Of(-1.0), T.Of(bins + 1.0));
        ref var found = ref places[place];
        for (nint i = 0; i < count; i += T.Count)
        {
            var bin = T.Floor((T.Load(in first, i) - low) * by);
            bin = T.Select(T.Equal(bin, bin), T.Maximum(T.Minimum(bin, most), below), missing);
            T.StoreWhole(bin + one, ref found, i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Count(ReadOnlySpan<int> found)
    {
        ref var all = ref MemoryMarshal.GetArrayDataReference(counts);
        ref var place = ref MemoryMarshal.GetReference(found);
        nint i = 0;
        for (; i + 4 <= found.Length; i += 4)
        {
            Unsafe.Add(ref all, Unsafe.Add(ref place, i))++;
            Unsafe.Add(ref all, Unsafe.Add(ref place, i + 1))++;
            Unsafe.Add(ref all, Unsafe.Add(ref place, i + 2))++;
            Unsafe.Add(ref all, Unsafe.Add(ref place, i + 3))++;
        }

        for (; i < found.Length; i++)
        {
            Unsafe.Add(ref all, Unsafe.Add(ref place, i))++;
        }
    }
}
