using System.Runtime.CompilerServices;
using InterconnectDsl.Kernels.Emission;
using InterconnectDsl.Kernels.Interpretation;
using InterconnectDsl.Runtime;

namespace InterconnectDsl.Studies;

/// <summary>A single stage that asks the interpreter for every point.</summary>
internal sealed class InterpretedStage(Interpreter interpreter, IReadOnlyList<KernelInput> inputs, IReadOnlyList<KernelOutput> outputs)
{
    private const int TilePoints = 64;

    private readonly Lock _oneAtATime = new();
    private readonly List<InterconnectDsl.Kernels.Ir.Value> _draws = [.. interpreter.Builder.Values.Where(v => v.Op == InterconnectDsl.Kernels.Ir.OpCode.Draw)];

    /// <summary>The kernel: its columns are the flags, the inputs, and a column for each member of each output.</summary>
    public Kernel Kernel()
    {
        var (places, draws) = (new List<KernelOutputLayout>(), new List<DrawnColumns>());
        var next = 1 + inputs.Count;
        foreach (var (run, normal) in _draws.SelectMany(d => d.Keys!.Runs.Select(r => (r, d.Keys.IsNormal))))
        {
            draws.Add(new(next, unchecked(run.Hash + run.First), [.. run.Counts]) { IsNormal = normal });
            next += draws[^1].Count;
        }

        var sources = inputs.Count + (draws.Count > 0 ? 1 : 0);
        foreach (var output in outputs)
        {
            var members = output.Value.Domain.Count;
            places.Add(new(output.Name, members, 1 + sources, [.. Enumerable.Range(next, members)]));
            next += members;
        }

        var layout = new KernelLayout(
            next, [.. inputs.Select(i => i.Name)], [], [], [[.. Enumerable.Range(0, sources)]], [.. places], TilePoints) { Draws = draws };
        return new(layout, (_, _) => new(layout, [Run], [Run], 1));
    }

    private void Run(ref double columns, ref nint masks, nint stride, nint start, nint end)
    {
        lock (_oneAtATime)
        {
            for (var point = start; point < end; point++)
            {
                Run(ref columns, ref masks, stride, point);
            }
        }
    }

    private void Run(ref double columns, ref nint masks, nint stride, nint point)
    {
        var given = new Dictionary<InterconnectDsl.Kernels.Ir.Value, double>();
        for (var i = 0; i < inputs.Count; i++)
        {
            given[inputs[i].Value] = Unsafe.Add(ref columns, ((1 + i) * stride) + (point & Unsafe.Add(ref masks, 1 + i)));
        }

        var drawn = new Dictionary<InterconnectDsl.Kernels.Ir.Value, double[]>();
        nint column = 1 + inputs.Count;
        foreach (var draw in _draws)
        {
            drawn[draw] = new double[draw.Domain.Count];
            for (var m = 0; m < draw.Domain.Count; m++)
            {
                drawn[draw][m] = Unsafe.Add(ref columns, (column++ * stride) + point);
            }
        }

        var there = interpreter.With(given).With(drawn);
        foreach (var output in outputs)
        {
            var numbers = there.Evaluate(output.Value);
            for (var m = 0; m < output.Value.Domain.Count; m++)
            {
                Unsafe.Add(ref columns, (column++ * stride) + point) = numbers[m];
            }
        }
    }
}
