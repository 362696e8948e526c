using InterconnectDsl.Runtime;

namespace InterconnectDsl.Studies.Tests.Sampling;

/// <summary>Every number of every sample.</summary>
internal sealed class Captured(IReadOnlyList<int> members) : ISampleSink<Captured>
{
    private readonly SortedDictionary<long, double[]> _samples = [];

    /// <summary>How many samples there are.</summary>
    public int Count => _samples.Count;

    /// <summary>The numbers of a sample: the members of the outputs, one output after the other.</summary>
    public double[] this[long sample] => _samples[sample];

    /// <summary>One of those numbers in all samples, in order.</summary>
    public double[] All(int number) => [.. _samples.Values.Select(s => s[number])];

    public void Take(long first, in SampleTile tile)
    {
        var numbers = new double[tile.Count][];
        for (var s = 0; s < tile.Count; s++)
        {
            numbers[s] = new double[members.Sum()];
        }

        var next = 0;
        for (var o = 0; o < members.Count; o++)
        {
            for (var m = 0; m < members[o]; m++, next++)
            {
                var results = tile.Of(o, m);
                for (var s = 0; s < tile.Count; s++)
                {
                    numbers[s][next] = results[s];
                }
            }
        }

        for (var s = 0; s < tile.Count; s++)
        {
            _samples.Add(first + s, numbers[s]);
        }
    }

    public void Merge(Captured other)
    {
        foreach (var (sample, numbers) in other._samples)
        {
            _samples.Add(sample, numbers);
        }
    }
}
