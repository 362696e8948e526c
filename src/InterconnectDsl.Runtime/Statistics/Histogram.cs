using System.Runtime.CompilerServices;

namespace InterconnectDsl.Runtime;

/// <summary>Counts of samples in equal bins. The counts are whole numbers, so merging gives the same for any split of the samples.</summary>
public sealed class Histogram
{
    private const int Tile = 256;

    private readonly long[] counts;
    private readonly int bins;
    private readonly double scale;
    private readonly double[] samples = new double[Tile];
    private readonly int[] places = new int[Tile];

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
        var work = new Places(this);
        while (samples.Length > 0)
        {
            var part = samples[..Math.Min(samples.Length, Tile)];
            samples = samples[part.Length..];
            work.Take(part);
            Count(work.Found.AsSpan(0, part.Length));
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

    // The first place takes what lies below, the last two what lies above and what is missing.
    private void Count(ReadOnlySpan<int> places)
    {
        var all = counts;
        foreach (var place in places)
        {
            all[place]++;
        }
    }

    // In which counter each sample belongs: found in lanes, counted one by one.
    private struct Places(Histogram histogram) : ILaneWork
    {
        private readonly double[] samples = histogram.samples;

        public int[] Found { get; } = histogram.places;

        public void Take(ReadOnlySpan<double> part)
        {
            part.CopyTo(samples);
            LaneWidth.Run(ref this);
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public readonly void Run<T>()
            where T : struct, ILanes<T>
        {
            var (low, scale, most) = (T.Of(histogram.Low), T.Of(histogram.scale), T.Of(histogram.bins));
            var (one, below, missing) = (T.Of(1.0), T.Of(-1.0), T.Of(histogram.bins + 1.0));
            for (nint i = 0; i < Tile; i += T.Count)
            {
                var place = T.Floor((T.Load(in samples[0], i) - low) * scale);
                place = T.Select(T.Equal(place, place), T.Maximum(T.Minimum(place, most), below), missing);
                T.StoreWhole(place + one, ref Found[0], i);
            }
        }
    }
}
