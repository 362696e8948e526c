namespace InterconnectDsl.Runtime;

/// <summary>One thread's work on samples: tiles of 256 that stay in the nearest cache from the random words to the results.</summary>
internal sealed class SampleRun
{
    /// <summary>How many samples a tile has.</summary>
    public const int TileLength = 256;

    private readonly KernelRun run;
    private readonly DrawnBlock[] blocks;
    private readonly PhiloxKey key;
    private readonly AlignedNumbers words = new(4 * TileLength);
    private readonly Filling fill;

    public SampleRun(
        Kernel kernel, double[] nominal, DrawnBlock[] blocks, PhiloxKey key, Precision precision, int lanes)
    {
        run = kernel.Start(precision, lanes);
        (this.blocks, this.key) = (blocks, key);
        var choice = new Choice(precision);
        LaneWidth.Run(ref choice, lanes == 0 ? LaneWidth.Best : lanes);
        fill = choice.Fill;
        var drawn = blocks.SelectMany(b => b.Drawn).Select(d => d.Input).ToHashSet();
        for (var i = 0; i < nominal.Length; i++)
        {
            if (!drawn.Contains(i))
            {
                run.Set(i, nominal[i]);
            }
        }
    }

    private delegate void Filling(SampleRun run, ulong sample, DrawnBlock block, int count);

    /// <summary>Computes a range of samples.</summary>
    public void Range<TSink>(long first, long count, TSink sink)
        where TSink : ISampleSink<TSink>
    {
        var step = Math.Min(TileLength, run.TilePoints);
        for (var at = first; at < first + count; at += step)
        {
            var samples = (int)Math.Min(step, first + count - at);
            foreach (var block in blocks)
            {
                fill(this, (ulong)at, block, step);
            }

            run.Execute(samples);
            sink.Take(at, new SampleTile(run, samples));
        }
    }

    private void Fill<T, TFunctions>(ulong sample, DrawnBlock block, int count)
        where T : struct, ILanes<T>
        where TFunctions : struct, ILaneFunctions<T>
    {
        // Words come sixteen samples at a time.
        var width = (count + 15) & ~15;
        var filled = words.Span[..(4 * width)];
        Philox.Fill<T>(key, sample, block.Instance, block.Block, filled);
        foreach (var drawn in block.Drawn)
        {
            Draws.Fill<T, TFunctions>(drawn.Distribution, filled.Slice((int)(drawn.Attribute % 4) * width, count), run.Fill(drawn.Input, count));
        }
    }

    private struct Choice(Precision precision) : ILaneWork
    {
        public Filling Fill { get; private set; } = null!;

        public void Run<T>()
            where T : struct, ILanes<T> => Fill = precision == Precision.Full
                ? (run, sample, block, count) => run.Fill<T, FullFunctions<T>>(sample, block, count)
                : (run, sample, block, count) => run.Fill<T, ReducedFunctions<T>>(sample, block, count);
    }
}
