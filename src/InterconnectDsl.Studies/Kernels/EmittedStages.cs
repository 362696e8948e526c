using System.Runtime.CompilerServices;
using InterconnectDsl.Kernels.Emission;
using InterconnectDsl.Runtime;

namespace InterconnectDsl.Studies;

/// <summary>Makes the stages of a plan out of IL, for the lanes and the precision asked for.</summary>
internal sealed class EmittedStages(KernelPlan plan)
{
    private readonly KernelLayout _layout = LayoutOf(plan);

    /// <summary>The kernel of a plan. Code is emitted when a precision and a number of lanes is first asked for.</summary>
    public static Kernel Kernel(KernelPlan plan)
    {
        var full = new EmittedStages(plan);
        var reduced = new Lazy<EmittedStages>(() => new(plan.Reduced));
        return new(full._layout, (precision, lanes) => (precision == Precision.Full ? full : reduced.Value).Of(precision, lanes));
    }

    /// <summary>How the columns of a plan lie, as the runtime is told.</summary>
    public static KernelLayout LayoutOf(KernelPlan plan) => new(
        plan.Columns,
        [.. plan.Inputs.Select(i => i.Name)],
        [.. plan.Constants.Select(c => c.Column)],
        [.. plan.Constants.Select(c => BitConverter.DoubleToUInt64Bits(c.Number))],
        [.. plan.Stages.Select(s => s.Inputs.ToArray())],
        [.. plan.Outputs.Select(Place)],
        plan.TilePoints)
    {
        Flags = [.. plan.Flags],
        Draws = [.. plan.Draws.Select(d => new DrawnColumns(d.First, unchecked(d.Run.Hash + d.Run.First), [.. d.Run.Counts]) { IsNormal = d.IsNormal })],
    };

    private static KernelOutputLayout Place(OutputColumns output)
    {
        var members = output.Output.Value.Domain.Count;
        var columns = new int[members];
        for (var m = 0; m < members; m++)
        {
            columns[m] = output.Columns[m];
        }

        return new(output.Output.Name, members, output.Source, columns);
    }

    private StageSet Of(Precision precision, int lanes)
    {
        var choice = new Choice(this, precision);
        LaneWidth.Run(ref choice, lanes);
        return new(_layout, choice.Fast, precision == Precision.Full ? Careful() : [], lanes);
    }

    // Code for points at which a number is none is emitted when the first one comes.
    private StageBody[] Careful() =>
        [.. plan.Stages.Select((stage, s) =>
        {
            var body = new Lazy<StageBody>(() => Stage<Lanes1, CarefulOperations>(stage, s));
            return new StageBody((ref double c, ref nint masks, nint n, nint start, nint end) => body.Value(ref c, ref masks, n, start, end));
        })];

    private StageBody Stage<T, TOperations>(KernelStage stage, int number)
        where T : struct, ILanes<T>
        where TOperations : struct, ILaneOperations<T>
    {
        var emitter = new BodyEmitter(typeof(T), typeof(TOperations), 1 + plan.Sources + number, T.Count > 1 ? _layout.Stride : null);
        return new StageRunner(stage.Steps, emitter).Run;
    }

    private StageBody[] Fast<T>(Precision precision)
        where T : struct, ILanes<T> => precision == Precision.Full
            ? [.. plan.Stages.Select(Stage<T, LaneOperations<T, FullFunctions<T>>>)]
            : [.. plan.Stages.Select(Stage<T, LaneOperations<T, ReducedFunctions<T>>>)];

    private struct Choice(EmittedStages stages, Precision precision) : ILaneWork
    {
        public StageBody[] Fast { get; private set; } = [];

        public void Run<T>()
            where T : struct, ILanes<T> => Fast = stages.Fast<T>(precision);
    }
}
