namespace InterconnectDsl.Runtime;

/// <summary>Counts of samples in equal bins. The counts are whole numbers, so merging gives the same for any split of the samples.</summary>
public sealed class Histogram
{
    private readonly long[] counts;
    private readonly double scale;

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
        counts = new long[bins];
        scale = bins / (high - low);
    }

    /// <summary>Where the first bin begins.</summary>
    public double Low { get; }

    /// <summary>Where the last bin ends.</summary>
    public double High { get; }

    /// <summary>How many samples lie in each bin; a bin contains its lower bound.</summary>
    public IReadOnlyList<long> Counts => counts;

    /// <summary>How many lie below the first bin.</summary>
    public long Below { get; private set; }

    /// <summary>How many lie at the end of the last bin or above.</summary>
    public long Above { get; private set; }

    /// <summary>How many are NaN.</summary>
    public long Missing { get; private set; }

    /// <summary>Adds samples.</summary>
    public void Add(ReadOnlySpan<double> samples)
    {
        foreach (var sample in samples)
        {
            var place = Math.Floor((sample - Low) * scale);
            if (place >= 0.0 && place < counts.Length)
            {
                counts[(int)place]++;
            }
            else if (place < 0.0)
            {
                Below++;
            }
            else if (double.IsNaN(place))
            {
                Missing++;
            }
            else
            {
                Above++;
            }
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

        Below += other.Below;
        Above += other.Above;
        Missing += other.Missing;
    }
}
