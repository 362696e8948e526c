using System.Numerics;

namespace InterconnectDsl.Runtime;

/// <summary>What takes the results of a range of samples. Each thread has one of its own; they are merged at the end.</summary>
/// <typeparam name="TSelf">The implementing type.</typeparam>
public interface ISampleSink<TSelf>
    where TSelf : ISampleSink<TSelf>
{
    /// <summary>Takes the results of consecutive samples.</summary>
    /// <param name="first">The number of the first one in the whole study.</param>
    /// <param name="tile">The results.</param>
    void Take(long first, in SampleTile tile);

    /// <summary>Takes what another one has.</summary>
    void Merge(TSelf other);
}

/// <summary>The results of consecutive samples; valid while it is looked at.</summary>
public readonly ref struct SampleTile
{
    private readonly KernelRun run;

    internal SampleTile(KernelRun run, int count) => (this.run, Count) = (run, count);

    /// <summary>How many samples.</summary>
    public int Count { get; }

    /// <summary>The results of one member of an output, one for each sample; NaN where a sample has none.</summary>
    public ReadOnlySpan<double> Of(int output, int member = 0) => run.Results(output, member, Count);

    /// <summary>At how many samples one member of an output, a condition, holds.</summary>
    public int Holding(int output, int member = 0)
    {
        var results = Of(output, member);
        var at = 0;
        var matches = Vector<long>.Zero;
        for (; at + Vector<double>.Count <= results.Length; at += Vector<double>.Count)
        {
            matches += Vector.Equals(new Vector<double>(results[at..]), Vector<double>.One);
        }

        var holding = -Vector.Sum(matches);
        for (; at < results.Length; at++)
        {
            holding += results[at] == 1.0 ? 1 : 0;
        }

        return (int)holding;
    }
}
