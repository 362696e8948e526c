namespace InterconnectDsl.Runtime;

/// <summary>
/// Mean, variance and extremes of the numbered samples of a study. Whatever the order in which ranges of samples are added or merged, by however many
/// threads, shards or machines, the same samples give the same bits: whole blocks of 4,096 are summed the same way everywhere, and merged in pairs along the
/// binary tree of their numbers. NaN counts as missing and takes no part. Relative error of mean and variance about 1e-15 where the samples spread by more
/// than a millionth of their size.
/// </summary>
public sealed class Moments
{
    private readonly SortedDictionary<(long First, int Level), Moment> nodes = [];
    private readonly SortedDictionary<long, double[]> fragments = [];
    private readonly MomentBlock block = new();

    // The block that is being filled from its start: how far, and with what.
    private readonly double[] open = new double[MomentBlock.Length];
    private long openFirst;
    private int filled;

    /// <summary>How many samples there are, without the missing.</summary>
    public long Count => Total().Count;

    /// <summary>How many samples were NaN.</summary>
    public long Missing => Samples - Count;

    /// <summary>How many samples were added.</summary>
    public long Samples { get; private set; }

    /// <summary>The mean; NaN of none.</summary>
    public double Mean => Total() is { Count: > 0 } total ? total.Mean : double.NaN;

    /// <summary>The sample variance, with one degree of freedom less than there are samples; NaN of fewer than two.</summary>
    public double Variance => Total() is { Count: > 1 } total ? total.Squares / (total.Count - 1) : double.NaN;

    /// <summary>The smallest sample; NaN of none.</summary>
    public double Minimum => Total() is { Count: > 0 } total ? total.Minimum : double.NaN;

    /// <summary>The largest sample; NaN of none.</summary>
    public double Maximum => Total() is { Count: > 0 } total ? total.Maximum : double.NaN;

    /// <summary>Adds samples whose numbers follow each other. No sample may be added twice.</summary>
    /// <param name="first">The number of the first one in the whole study.</param>
    /// <param name="samples">The samples.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public void Add(long first, ReadOnlySpan<double> samples)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        Samples += samples.Length;
        while (samples.Length > 0)
        {
            var room = MomentBlock.Length - (int)(first % MomentBlock.Length);
            var part = samples[..Math.Min(room, samples.Length)];
            if (part.Length == MomentBlock.Length)
            {
                Keep((first, 0), Sum(part));
            }
            else if (filled > 0 && first == openFirst + filled)
            {
                Append(part);
            }
            else if (room == MomentBlock.Length)
            {
                Close();
                openFirst = first;
                Append(part);
            }
            else
            {
                Join(first, part.ToArray());
            }

            first += part.Length;
            samples = samples[part.Length..];
        }
    }

    /// <summary>Adds all that another one has.</summary>
    public void Merge(Moments other)
    {
        ArgumentNullException.ThrowIfNull(other);
        Close();
        foreach (var (place, moment) in other.nodes)
        {
            Keep(place, moment);
        }

        foreach (var (first, samples) in other.fragments)
        {
            Join(first, samples);
        }

        if (other.filled > 0)
        {
            Join(other.openFirst, other.open[..other.filled]);
        }

        Samples += other.Samples;
    }

    // The nodes and the incomplete blocks in the order of their samples.
    private Moment Total()
    {
        var all = new SortedDictionary<long, Moment>();
        foreach (var (place, moment) in nodes)
        {
            all.Add(place.First, moment);
        }

        foreach (var (first, samples) in fragments)
        {
            all.Add(first, Sum(samples));
        }

        if (filled > 0)
        {
            all.Add(openFirst, Sum(open.AsSpan(0, filled)));
        }

        return all.Values.Aggregate(Moment.None, Moment.Of);
    }

    private void Append(ReadOnlySpan<double> samples)
    {
        samples.CopyTo(open.AsSpan(filled));
        filled += samples.Length;
        if (filled == MomentBlock.Length)
        {
            filled = 0;
            Keep((openFirst, 0), Sum(open));
        }
    }

    private void Close()
    {
        if (filled > 0)
        {
            Join(openFirst, open[..filled]);
            filled = 0;
        }
    }

    // A node whose sibling is there becomes one with it, and so on.
    private void Keep((long First, int Level) place, Moment moment)
    {
        while (true)
        {
            var size = (long)MomentBlock.Length << place.Level;
            var left = place.First % (2 * size) == 0;
            if (!nodes.Remove((left ? place.First + size : place.First - size, place.Level), out var sibling))
            {
                nodes.Add(place, moment);
                return;
            }

            moment = left ? Moment.Of(moment, sibling) : Moment.Of(sibling, moment);
            place = (left ? place.First : place.First - size, place.Level + 1);
        }
    }

    // A fragment of a block that touches others becomes one with them; a full one becomes a node.
    private void Join(long first, double[] samples)
    {
        var start = first - (first % MomentBlock.Length);
        foreach (var (place, found) in fragments.Where(f => f.Key >= start && f.Key < start + MomentBlock.Length).ToList())
        {
            if (place + found.Length == first || first + samples.Length == place)
            {
                fragments.Remove(place);
                samples = place < first ? [.. found, .. samples] : [.. samples, .. found];
                first = Math.Min(place, first);
            }
        }

        if (samples.Length == MomentBlock.Length)
        {
            Keep((first, 0), Sum(samples));
        }
        else
        {
            fragments.Add(first, samples);
        }
    }

    private Moment Sum(ReadOnlySpan<double> samples)
    {
        block.Clear();
        switch (LaneWidth.Best)
        {
            case 8:
                block.Add<Lanes8>(samples);
                break;
            case 4:
                block.Add<Lanes4>(samples);
                break;
            case 2:
                block.Add<Lanes2>(samples);
                break;
            default:
                block.Add<Lanes1>(samples);
                break;
        }

        return block.Total();
    }
}
