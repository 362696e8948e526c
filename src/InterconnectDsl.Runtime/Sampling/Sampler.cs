namespace InterconnectDsl.Runtime;

/// <summary>
/// Draws the inputs of a kernel and computes it, sample by sample. A sample's draws depend on the seed, on its number and on what is drawn, and on nothing
/// else: so any range of samples can be computed anywhere, in any order, by any number of threads.
/// </summary>
public sealed class Sampler
{
    private const int Start = 256;
    private const int Shard = 16 * MomentBlock.Length;

    private readonly Kernel kernel;
    private readonly double[] inputs;

    /// <summary>Makes a sampler.</summary>
    /// <param name="kernel">What is computed; its layout says what is drawn.</param>
    /// <param name="inputs">The numbers of what is given, the same for all samples.</param>
    /// <exception cref="ArgumentException">There is not a number for each input, or one is infinite or NaN.</exception>
    public Sampler(Kernel kernel, IReadOnlyList<double> inputs)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        ArgumentNullException.ThrowIfNull(inputs);
        this.kernel = kernel;
        this.inputs = [.. inputs];
        if (this.inputs.Length != kernel.Layout.Inputs.Length || !this.inputs.All(double.IsFinite))
        {
            throw new ArgumentException("Each input has a finite number.", nameof(inputs));
        }
    }

    /// <summary>Computes samples and hands their results to sinks.</summary>
    /// <typeparam name="TSink">What takes them.</typeparam>
    /// <param name="seed">The seed of the study.</param>
    /// <param name="first">The number of the first sample; a multiple of 256.</param>
    /// <param name="count">How many samples.</param>
    /// <param name="sink">Makes an empty sink.</param>
    /// <param name="precision">How exact.</param>
    /// <param name="threads">How many threads share the work.</param>
    /// <param name="lanes">How many samples go side by side: 8, 4, 2, 1, or 0 for what this processor does best.</param>
    /// <returns>The merged sink.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, or the first sample is no multiple of 256, or there is no thread.</exception>
    public TSink Run<TSink>(ulong seed, long first, long count, Func<TSink> sink, Precision precision = Precision.Full, int threads = 1, int lanes = 0)
        where TSink : ISampleSink<TSink> => Run(seed, first, count, sink, precision, threads, lanes, null);

    /// <summary>Keeps statistics of samples; outputs of which none are kept are not computed, as far as nothing else needs them.</summary>
    /// <param name="seed">The seed of the study.</param>
    /// <param name="first">The number of the first sample; a multiple of 256.</param>
    /// <param name="count">How many samples.</param>
    /// <param name="kept">For each output the statistics that take the samples of its first member, or null.</param>
    /// <param name="precision">How exact.</param>
    /// <param name="threads">How many threads share the work; the statistics do not depend on it.</param>
    /// <exception cref="ArgumentException">There is not an entry for each output.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, or the first sample is no multiple of 256, or there is no thread.</exception>
    public void Keep(ulong seed, long first, long count, IReadOnlyList<Statistics?> kept, Precision precision = Precision.Full, int threads = 1)
    {
        ArgumentNullException.ThrowIfNull(kept);
        if (kept.Count != kernel.Layout.Outputs.Length)
        {
            throw new ArgumentException("There is an entry for each output.", nameof(kept));
        }

        var asked = Enumerable.Range(0, kept.Count).Where(o => kept[o] is not null).ToList();
        Run(seed, first, count, () => SampledFigures.Of(kept), precision, threads, 0, asked).GiveTo(kept);
    }

    private TSink Run<TSink>(ulong seed, long first, long count, Func<TSink> sink, Precision precision, int threads, int lanes, IEnumerable<int>? outputs)
        where TSink : ISampleSink<TSink>
    {
        ArgumentNullException.ThrowIfNull(sink);
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfNotEqual(first % Start, 0);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        var key = new PhiloxKey(seed);
        var next = first;
        var sinks = Enumerable.Range(0, threads).Select(_ => sink()).ToArray();
        void Work(int thread)
        {
            var run = new SampleRun(kernel, inputs, key, precision, lanes, outputs);
            for (var at = Interlocked.Add(ref next, Shard) - Shard; at < first + count; at = Interlocked.Add(ref next, Shard) - Shard)
            {
                run.Range(at, Math.Min(Shard, first + count - at), sinks[thread]);
            }
        }

        var others = Enumerable.Range(1, threads - 1).Select(t => Task.Factory.StartNew(() => Work(t), TaskCreationOptions.LongRunning)).ToArray();
        Work(0);
        Task.WaitAll(others);
        foreach (var other in sinks.Skip(1))
        {
            sinks[0].Merge(other);
        }

        return sinks[0];
    }
}
