using InterconnectDsl.Kernels.Emission;

namespace InterconnectDsl.Studies;

/// <summary>The body of a loop as emitted: for one class of members; says whether a search is still on its way.</summary>
/// <param name="columns">The first number of the first column.</param>
/// <param name="masks">The first mask.</param>
/// <param name="stride">Numbers a column has.</param>
/// <param name="start">The first point.</param>
/// <param name="end">The point behind the last.</param>
/// <param name="ofClass">The class.</param>
/// <param name="step">The number of the step of a search, from 1.</param>
internal delegate bool EmittedBody(ref double columns, ref nint masks, nint stride, nint start, nint end, nint ofClass, int step);

/// <summary>Runs the emitted bodies of a stage: the loops over classes and the steps of searches are not worth emitting.</summary>
internal sealed class StageRunner(IReadOnlyList<KernelStep> steps, BodyEmitter emitter)
{
    private readonly RunnableStep[] _steps = [.. steps.Select(s => Of(s, emitter))];

    /// <summary>Runs the stage.</summary>
    public void Run(ref double columns, ref nint masks, nint stride, nint start, nint end)
    {
        foreach (var step in _steps)
        {
            step.Run(ref columns, ref masks, stride, start, end);
        }
    }

    private static RunnableStep Of(KernelStep step, BodyEmitter emitter) => step switch
    {
        KernelLoop loop => Of(loop, emitter),
        KernelFixedPoint search => new RunnableSearch(
            Of(search.Start, emitter), [.. search.Region.Select(s => Of(s, emitter))], Of(search.Next, emitter)),
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, "no such step"),
    };

    private static RunnableLoop Of(KernelLoop loop, BodyEmitter emitter) => new(loop.Classes, [.. loop.Bodies.Select(emitter.Emit)]);

    private abstract class RunnableStep
    {
        public abstract void Run(ref double columns, ref nint masks, nint stride, nint start, nint end);
    }

    private sealed class RunnableLoop(int classes, EmittedBody[] bodies) : RunnableStep
    {
        public override void Run(ref double columns, ref nint masks, nint stride, nint start, nint end) =>
            Moves(ref columns, ref masks, stride, start, end, 0);

        public bool Moves(ref double columns, ref nint masks, nint stride, nint start, nint end, int step)
        {
            var moving = false;
            for (nint m = 0; m < classes; m++)
            {
                foreach (var body in bodies)
                {
                    moving |= body(ref columns, ref masks, stride, start, end, m, step);
                }
            }

            return moving;
        }
    }

    private sealed class RunnableSearch(RunnableLoop before, RunnableStep[] region, RunnableLoop next) : RunnableStep
    {
        public override void Run(ref double columns, ref nint masks, nint stride, nint start, nint end)
        {
            before.Run(ref columns, ref masks, stride, start, end);
            var step = 0;
            do
            {
                step++;
                foreach (var inner in region)
                {
                    inner.Run(ref columns, ref masks, stride, start, end);
                }
            }
            while (next.Moves(ref columns, ref masks, stride, start, end, step));
        }
    }
}
