using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace InterconnectDsl.Runtime;

/// <summary>A compiled design: numbers in, numbers out. Safe for use by any number of threads; a <see cref="KernelRun"/> is for one.</summary>
public sealed partial class Kernel
{
    private const int MostLanes = 8;

    private readonly ConcurrentBag<KernelRun> _single = new();
    private readonly Func<Precision, int, StageSet> _stages;
    private readonly Func<Precision, int, StageSet> _allDrawn;
    private readonly StageSet?[] _made = new StageSet?[4 * (MostLanes + 1)];

    /// <summary>A kernel whose stages are compiled C#, the same for every precision.</summary>
    public Kernel(KernelLayout layout, IStageBodies bodies)
        : this(layout, bodies, layout, bodies)
    {
    }

    /// <summary>A kernel whose stages are compiled C#, with other operations where reduced precision is asked for.</summary>
    public Kernel(KernelLayout layout, IStageBodies bodies, KernelLayout reducedLayout, IStageBodies reducedBodies)
        : this(
            layout,
            (precision, lanes) => precision == Precision.Full ? Stages(layout, bodies, precision, lanes) : Stages(reducedLayout, reducedBodies, precision, lanes)) =>
        _allDrawn = (precision, lanes) =>
            precision == Precision.Full ? Stages(layout, bodies, precision, lanes, allDrawn: true) : Stages(reducedLayout, reducedBodies, precision, lanes, allDrawn: true);

    /// <summary>A kernel whose stages are made when a precision and a number of lanes is first asked for.</summary>
    public Kernel(KernelLayout layout, Func<Precision, int, StageSet> stages)
    {
        Layout = layout;
        _stages = stages;
        _allDrawn = stages;
    }

    /// <summary>How its columns lie at full precision; inputs and results are the same at any.</summary>
    public KernelLayout Layout { get; }

    /// <summary>All results of one point: <paramref name="results"/> takes the members of the outputs, one output after the other.</summary>
    /// <param name="inputs">The inputs, in order, in coherent SI units; each finite.</param>
    /// <param name="results">Room for all members of all outputs.</param>
    /// <exception cref="ArgumentException">A length is wrong, or an input is infinite or NaN.</exception>
    public void Evaluate(ReadOnlySpan<double> inputs, Span<double> results)
    {
        if (inputs.Length != Layout.Inputs.Length)
        {
            throw new ArgumentException($"There are {Layout.Inputs.Length.ToString(CultureInfo.InvariantCulture)} inputs.", nameof(inputs));
        }

        var run = _single.TryTake(out var free) ? free : Single();
        for (var i = 0; i < inputs.Length; i++)
        {
            run.Set(i, inputs[i]);
        }

        run.Execute(1);
        run.CopyAll(results);
        _single.Add(run);
    }

    /// <summary>Starts an evaluation of many points. It keeps its columns, so use one for as many tiles as there are.</summary>
    /// <param name="precision">How exact.</param>
    /// <param name="lanes">How many points go side by side: 8, 4, 2, 1, or 0 for what this processor does best.</param>
    /// <exception cref="PlatformNotSupportedException">This processor has no instructions for that number of lanes.</exception>
    public KernelRun Start(Precision precision = Precision.Full, int lanes = 0) => Start(precision, lanes, allDrawn: false);

    /// <summary>The same, for samples of which nothing that is drawn is held if <paramref name="allDrawn"/>: all flags are 0.</summary>
    internal KernelRun Start(Precision precision, int lanes, bool allDrawn)
    {
        var stages = StagesOf(precision, lanes == 0 ? LaneWidth.Best : lanes, allDrawn);
        return new(stages, stages.Layout.TilePoints, precision == Precision.Full ? null : Single);
    }

    private KernelRun Single() => new(StagesOf(Precision.Full, 1, allDrawn: false), 1, null);

    private StageSet StagesOf(Precision precision, int lanes, bool allDrawn)
    {
        if (!LaneWidth.IsSupported(lanes))
        {
            throw new PlatformNotSupportedException("This processor lacks the instructions for that number of lanes.");
        }

        // What is compiled from now on finds the numbers of functions in place, and need not ask whether they are.
        RuntimeHelpers.RunClassConstructor(typeof(PowerTables).TypeHandle);
        lock (_made)
        {
            return _made[((((allDrawn ? 2 : 0) + (int)precision) * (MostLanes + 1)) + lanes)] ??= (allDrawn ? _allDrawn : _stages)(precision, lanes);
        }
    }

    private static StageSet Stages(KernelLayout layout, IStageBodies bodies, Precision precision, int lanes, bool allDrawn = false)
    {
        var work = new Choice(bodies, precision, allDrawn);
        LaneWidth.Run(ref work, lanes);
        return new(layout, work.Fast, precision == Precision.Full ? bodies.Of<Lanes1, CarefulOperations>() : [], lanes);
    }

    private struct Choice(IStageBodies bodies, Precision precision, bool allDrawn) : ILaneWork
    {
        public StageBody[] Fast { get; private set; } = [];

        public void Run<T>()
            where T : struct, ILanes<T> =>
            Fast = precision == Precision.Full ? Of<T, FullFunctions<T>>() : Of<T, ReducedFunctions<T>>();

        private readonly StageBody[] Of<T, TFunctions>()
            where T : struct, ILanes<T>
            where TFunctions : struct, ILaneFunctions<T> =>
            allDrawn ? bodies.Of<T, LaneOperations<T, AllDrawn<T, TFunctions>>>() : bodies.Of<T, LaneOperations<T, TFunctions>>();
    }
}
