namespace InterconnectDsl.Runtime;

/// <summary>One thread's work on samples: tiles that stay in the caches from the random numbers to the results.</summary>
internal sealed class SampleRun
{
    /// <summary>How many samples a tile has at most.</summary>
    public const int TileLength = 1024;

    private readonly KernelRun run;
    private readonly (int Column, ulong Key, bool IsNormal)[] draws;
    private readonly PhiloxKey key;
    private readonly AlignedNumbers shares = new(TileLength);
    private readonly Filling fill;

    public SampleRun(Kernel kernel, double[] inputs, PhiloxKey key, Precision precision, int lanes, IEnumerable<int>? outputs)
    {
        run = kernel.Start(precision, lanes, allDrawn: Array.TrueForAll(kernel.Layout.Flags, f => inputs[f] == 0.0));
        this.key = key;
        if (outputs is not null)
        {
            run.Ask(outputs);
        }

        draws = [.. run.Layout.Draws.SelectMany(d => Enumerable.Range(0, d.Count).Select(m => (d.First + m, d.KeyOf(m), d.IsNormal)))];
        var choice = new Choice(precision);
        LaneWidth.Run(ref choice, lanes == 0 ? LaneWidth.Best : lanes);
        fill = choice.Fill;
        for (var i = 0; i < inputs.Length; i++)
        {
            run.Set(i, inputs[i]);
        }
    }

    private delegate void Filling(PhiloxKey key, ulong sample, ulong stream, bool normal, Span<double> shares, Span<double> numbers);

    /// <summary>Computes a range of samples.</summary>
    public void Range<TSink>(long first, long count, TSink sink)
        where TSink : ISampleSink<TSink>
    {
        var step = Math.Min(TileLength, run.TilePoints);
        for (var at = first; at < first + count; at += step)
        {
            var samples = (int)Math.Min(step, first + count - at);
            var drawn = (samples + Philox.Unit - 1) / Philox.Unit * Philox.Unit;
            foreach (var (column, stream, normal) in draws)
            {
                fill(key, (ulong)at, stream, normal, shares.Span[..drawn], run.Draw(column, drawn));
            }

            run.Execute(samples);
            sink.Take(at, new SampleTile(run, samples));
        }
    }

    private static void Fill<T, TFunctions>(PhiloxKey key, ulong sample, ulong stream, bool normal, Span<double> shares, Span<double> numbers)
        where T : struct, ILanes<T>
        where TFunctions : struct, ILaneFunctions<T>
    {
        if (!normal)
        {
            Philox.Fill<T>(key, sample, stream, numbers);
        }
        else
        {
            Philox.Fill<T>(key, sample, stream, shares);
            Draws.Normal<T, TFunctions>(shares, numbers);
        }
    }

    private struct Choice(Precision precision) : ILaneWork
    {
        public Filling Fill { get; private set; } = null!;

        public void Run<T>()
            where T : struct, ILanes<T> => Fill = precision == Precision.Full ? Fill<T, FullFunctions<T>> : Fill<T, ReducedFunctions<T>>;
    }
}
