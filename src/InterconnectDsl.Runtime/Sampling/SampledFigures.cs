namespace InterconnectDsl.Runtime;

/// <summary>Keeps statistics of some outputs of a kernel.</summary>
internal sealed class SampledFigures : ISampleSink<SampledFigures>
{
    private readonly (int Output, Statistics Kept)[] figures;

    private SampledFigures((int Output, Statistics Kept)[] figures) => this.figures = figures;

    /// <summary>Those of the outputs that are asked for, without samples.</summary>
    public static SampledFigures Of(IReadOnlyList<Statistics?> asked) =>
        new([.. asked.Select((kept, output) => (output, kept)).Where(a => a.kept is not null).Select(a => (a.output, a.kept!.Empty()))]);

    public void Take(long first, in SampleTile tile)
    {
        foreach (var (output, kept) in figures)
        {
            kept.Add(first, tile.Of(output));
        }
    }

    public void Merge(SampledFigures other)
    {
        for (var i = 0; i < figures.Length; i++)
        {
            figures[i].Kept.Merge(other.figures[i].Kept);
        }
    }

    /// <summary>Adds what was kept to what was asked for.</summary>
    public void GiveTo(IReadOnlyList<Statistics?> asked)
    {
        foreach (var (output, kept) in figures)
        {
            asked[output]!.Merge(kept);
        }
    }
}
