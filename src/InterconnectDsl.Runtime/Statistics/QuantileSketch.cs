namespace InterconnectDsl.Runtime;

/// <summary>
/// Quantiles of any number of samples in little room: numbers that agree in sign, exponent and the first ten bits behind the leading one share a counter. A
/// quantile is within 2^-11 (0.05 %) of the sample that stands there when all are sorted, relative to it (numbers below
/// 2.3e-308 within 1e-311). The counts are whole numbers, so merging gives the
/// same for any split of the samples.
/// </summary>
/// <remarks>
/// The guarantee is that of C. Masson, J. E. Rim, H. K. Lee, "DDSketch: a fast and fully-mergeable quantile sketch with relative-error guarantees", VLDB
/// (2019), with the bits of the number in the place of its logarithm.
/// </remarks>
public sealed class QuantileSketch
{
    /// <summary>The relative error of a quantile, 2^-11.</summary>
    public const double RelativeError = 1.0 / 2048.0;

    private const int Bits = 10;
    private const int PageLength = 1 << Bits;

    // A page of counters for each sign and exponent that occurs, in ascending order of the numbers.
    private readonly SortedDictionary<int, long[]> pages = [];

    /// <summary>How many samples there are, without the missing.</summary>
    public long Count { get; private set; }

    /// <summary>How many samples were NaN.</summary>
    public long Missing { get; private set; }

    /// <summary>Adds samples.</summary>
    public void Add(ReadOnlySpan<double> samples)
    {
        var (last, page) = (-1, Array.Empty<long>());
        foreach (var sample in samples)
        {
            if (double.IsNaN(sample))
            {
                Missing++;
                continue;
            }

            var key = Key(sample);
            if (key >> Bits != last)
            {
                last = key >> Bits;
                page = Page(last);
            }

            page[key & (PageLength - 1)]++;
            Count++;
        }
    }

    /// <summary>Adds the counts of another one.</summary>
    public void Merge(QuantileSketch other)
    {
        ArgumentNullException.ThrowIfNull(other);
        foreach (var (number, theirs) in other.pages)
        {
            var ours = Page(number);
            for (var i = 0; i < PageLength; i++)
            {
                ours[i] += theirs[i];
            }
        }

        Count += other.Count;
        Missing += other.Missing;
    }

    /// <summary>The sample below which a share of all lies, within <see cref="RelativeError"/>; NaN of no samples.</summary>
    /// <param name="share">From 0, the smallest, to 1, the largest: the sample of rank share (n - 1), rounded down.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is not between 0 and 1.</exception>
    public double Quantile(double share)
    {
        if (!(share >= 0.0 && share <= 1.0))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "A share is between 0 and 1.");
        }

        var left = (long)Math.Floor(share * (Count - 1));
        foreach (var (number, page) in pages)
        {
            for (var i = 0; i < PageLength; i++)
            {
                left -= page[i];
                if (left < 0)
                {
                    return Middle((number << Bits) + i);
                }
            }
        }

        return double.NaN;
    }

    // The upper bits, turned so that they ascend with the numbers: those of a negative number are flipped, that of a positive one's sign is set.
    private static int Key(double sample)
    {
        var bits = BitConverter.DoubleToInt64Bits(sample);
        var upper = (int)(bits >>> (52 - Bits));
        return bits < 0 ? (1 << (Bits + 12)) - 1 - upper : upper + (1 << (Bits + 11));
    }

    private static double Middle(int key)
    {
        var positive = key >= 1 << (Bits + 11);
        var upper = (long)(positive ? key - (1 << (Bits + 11)) : (1 << (Bits + 12)) - 1 - key);
        var low = BitConverter.Int64BitsToDouble(upper << (52 - Bits));
        return low == 0.0 || !double.IsFinite(low) ? low : BitConverter.Int64BitsToDouble((upper << (52 - Bits)) | (1L << (51 - Bits)));
    }

    private long[] Page(int number) => pages.TryGetValue(number, out var page) ? page : pages[number] = new long[PageLength];
}
