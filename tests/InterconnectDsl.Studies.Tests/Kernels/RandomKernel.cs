using InterconnectDsl.Kernels.Emission;
using InterconnectDsl.Kernels.Interpretation;
using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Kernels.Tests.Interpretation;

namespace InterconnectDsl.Studies.Tests.Kernels;

/// <summary>A graph of any shape with some of its constants as inputs, points to compute it at, and what the interpreter makes of them.</summary>
internal sealed class RandomKernel
{
    private readonly Random _random;

    public RandomKernel(int seed, int size, int points)
    {
        _random = new(seed);
        Graph = new(seed, size);
        Interpreter = new(Graph.Ir);
        var inputs = Graph.Values.Where(v => v.Op == OpCode.Constant && double.IsFinite(v.Constant)).Take(3).ToList();
        Inputs = inputs.Select((v, i) => new KernelInput("Input" + i, v)).ToList();
        Outputs = Graph.Values.Where(v => v.Domain.Count > 0).Select(v => new KernelOutput("V" + v.Id, v)).ToList();
        Points = Inputs.Select((_, i) => Enumerable.Range(0, points).Select(p => Number(i, p)).ToArray()).ToArray();
        Plan = KernelPlan.Of(Interpreter, Inputs, Outputs);
    }

    public Interpreter Interpreter { get; }

    public RandomGraph Graph { get; }

    public IReadOnlyList<KernelInput> Inputs { get; }

    public IReadOnlyList<KernelOutput> Outputs { get; }

    public KernelPlan Plan { get; }

    /// <summary>The numbers of each input at each point.</summary>
    public double[][] Points { get; }

    /// <summary>The interpreter's numbers of all outputs' members at a point.</summary>
    public double[] Expected(int point)
    {
        var interpreter = Interpreter.With(Inputs.Select((input, i) => (input.Value, Points[i][point])).ToDictionary(p => p.Value, p => p.Item2));
        return Outputs.SelectMany(o => interpreter.Evaluate(o.Value).ToArray()).ToArray();
    }

    // The first input changes slowly, as the outer axis of a sweep does.
    private double Number(int input, int point) => input == 0 ? point / 16 * 0.7 : _random.Next(6) switch
    {
        0 => 0.0,
        1 => _random.Next(-3, 4),
        2 => _random.NextDouble() * 1e180,
        _ => (_random.NextDouble() * 8) - 2,
    };
}
