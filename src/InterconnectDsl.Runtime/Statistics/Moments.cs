using System.Runtime.InteropServices;

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

    // Blocks that are being filled from their start, and samples that wait in the midst of one for those before them.
    private readonly SortedDictionary<long, MomentBlock> begun = [];
    private readonly SortedDictionary<long, List<double>> waiting = [];
    private MomentBlock? last;
    private long lastFirst;

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
            else
            {
                Take(first, part);
            }

            first += part.Length;
            samples = samples[part.Length..];
        }
    }

    /// <summary>Adds all that another one has.</summary>
    public void Merge(Moments other)
    {
        ArgumentNullException.ThrowIfNull(other);
        foreach (var (place, moment) in other.nodes)
        {
            Keep(place, moment);
        }

        foreach (var (first, block) in other.begun)
        {
            begun.Add(first, new(block));
            Follow(first, begun[first]);
        }

        foreach (var (first, samples) in other.waiting)
        {
            Take(first, CollectionsMarshal.AsSpan(samples));
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

        foreach (var (first, block) in begun)
        {
            all.Add(first, block.Total());
        }

        foreach (var (first, samples) in waiting)
        {
            all.Add(first, Sum(CollectionsMarshal.AsSpan(samples)));
        }

        return all.Values.Aggregate(Moment.None, Moment.Of);
    }

    // Samples of one block go behind those that are there already, or wait.
    private void Take(long first, ReadOnlySpan<double> samples)
    {
        var start = first - (first % MomentBlock.Length);
        if (last is null || lastFirst != start)
        {
            if (!begun.TryGetValue(start, out last) && first == start)
            {
                begun.Add(start, last = new());
            }

            lastFirst = start;
        }

        if (last is not null && first == start + last.Filled)
        {
            last.Add(samples);
            Follow(start, last);
            return;
        }

        Wait(first, samples);
    }

    // Takes what waited for the samples of a block, which becomes a node when it is full.
    private void Follow(long first, MomentBlock block)
    {
        while (waiting.Count > 0 && waiting.Remove(first + block.Filled, out var next))
        {
            block.Add(CollectionsMarshal.AsSpan(next));
        }

        if (block.Filled == MomentBlock.Length)
        {
            begun.Remove(first);
            last = null;
            Keep((first, 0), block.Total());
        }
    }

    private void Wait(long first, ReadOnlySpan<double> samples)
    {
        var start = first - (first % MomentBlock.Length);
        foreach (var (place, found) in waiting)
        {
            if (place >= start && place + found.Count == first)
            {
                found.AddRange(samples);
                return;
            }
        }

        waiting.Add(first, [.. samples]);
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

    private static Moment Sum(ReadOnlySpan<double> samples)
    {
        var block = new MomentBlock();
        block.Add(samples);
        return block.Total();
    }
}
