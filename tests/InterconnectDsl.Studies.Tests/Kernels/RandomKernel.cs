using InterconnectDsl.Kernels.Emission;
using InterconnectDsl.Kernels.Interpretation;
using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Kernels.Tests.Interpretation;

namespace InterconnectDsl.Studies.Tests.Kernels;

/// <summary>A graph with some of its constants as inputs, points to compute it at, and what the interpreter makes of them.</summary>
internal sealed class RandomKernel
{
    private readonly Random _random;

    private RandomKernel(int seed, IrBuilder ir, IEnumerable<Value> inputs, IEnumerable<Value> outputs, int points, bool gentle = false)
    {
        _random = new(seed);
        Interpreter = new(ir);
        Inputs = inputs.Select((v, i) => new KernelInput("Input" + i, v)).ToList();
        Outputs = outputs.Select(v => new KernelOutput("V" + v.Id, v)).ToList();
        Points = Inputs.Select((_, i) => Enumerable.Range(0, points).Select(p => gentle ? 0.5 + _random.NextDouble() : Number(i, p)).ToArray()).ToArray();
        Plan = KernelPlan.Of(Interpreter, Inputs, Outputs);
    }

    /// <summary>A kernel that gives all values of a graph of any shape.</summary>
    public static RandomKernel OfGraph(int seed, int size, int points)
    {
        var graph = new RandomGraph(seed, size);
        var inputs = graph.Values.Where(v => v.Op == OpCode.Constant && double.IsFinite(v.Constant)).Take(3);
        return new(seed, graph.Ir, inputs, graph.Values.Where(v => v.Domain.Count > 0), points);
    }

    /// <summary>A kernel that gives some of the values of such a graph, so that columns are used again.</summary>
    public static RandomKernel OfSome(int seed, int size, int points)
    {
        var graph = new RandomGraph(seed, size);
        var inputs = graph.Values.Where(v => v.Op == OpCode.Constant && double.IsFinite(v.Constant)).Take(3);
        return new(seed, graph.Ir, inputs, graph.Values.Where((v, i) => v.Domain.Count > 0 && i % 9 == 8), points);
    }

    /// <summary>A kernel that gives what many members come to.</summary>
    /// <param name="seed">Which.</param>
    /// <param name="size">How many values.</param>
    /// <param name="points">How many points.</param>
    /// <param name="gentle">Whether the inputs stay so small that nothing overflows.</param>
    public static RandomKernel OfMembers(int seed, int size, int points, bool gentle = false)
    {
        var members = new RandomMembers(seed, size);
        return new(seed, members.Ir, members.Given, members.Asked, points, gentle);
    }

    public Interpreter Interpreter { get; }

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
