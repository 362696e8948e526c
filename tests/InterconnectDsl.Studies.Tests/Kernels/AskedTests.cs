using InterconnectDsl.Kernels.Emission;
using InterconnectDsl.Kernels.Interpretation;
using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Kernels.Tests.Interpretation;
using InterconnectDsl.Runtime;

namespace InterconnectDsl.Studies.Tests.Kernels;

/// <summary>A compiled kernel computes the results it is asked for, and leaves the others alone.</summary>
public class AskedTests
{
    [Fact]
    public void What_is_not_asked_for_is_not_computed()
    {
        // Two loops, over lanes and over ports: a worst lane, and a mean port.
        var ir = new IrBuilder();
        var (lane, port) = (new Domain("lane", 5), new Domain("port", 7));
        var x = ir.Constant(1, Origins.Named("x"));
        var lanes = ir.Unary(OpCode.Sqrt, ir.Binary(OpCode.Add, x, ir.Data(lane, [3, 8, 15, 24, 35]), default), default);
        var ports = ir.Binary(OpCode.Multiply, x, ir.Data(port, [1, 2, 3, 4, 5, 6, 7]), default);
        var worst = ir.Reduce(OpCode.Min, lanes, new(Domain.One, lane, [0, 5]), default);
        var mean = ir.Reduce(OpCode.Mean, ports, new(Domain.One, port, [0, 7]), default);
        var kernel = CompiledKernels.Of(KernelPlan.Of(new(ir), [new("X", x)], [new("Worst", worst), new("Mean", mean)]));
        var run = kernel.Start();
        run.Set(0, 1);
        run.Execute(1);
        Assert.Equal([2, 4], [run.Number(0, 0, 0), run.Number(1, 0, 0)]);

        // sqrt(13 + 3) = 4; the mean stands as it was.
        run.Ask([0]);
        run.Set(0, 13);
        run.Execute(1);
        Assert.Equal([4, 4], [run.Number(0, 0, 0), run.Number(1, 0, 0)]);
        run.Ask([1]);
        run.Set(0, 6);
        run.Execute(1);
        Assert.Equal([4, 24], [run.Number(0, 0, 0), run.Number(1, 0, 0)]);
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public void What_is_asked_for_has_the_bits_it_has_with_all_others(int seed)
    {
        var random = seed == 13 ? RandomKernel.OfMembers(seed, 40, 24) : RandomKernel.OfGraph(seed, 80, 24);
        var kernel = CompiledKernels.Of(random.Plan);
        var expected = Results(random, kernel, Enumerable.Range(0, random.Outputs.Count));
        for (var o = 0; o < random.Outputs.Count; o += 7)
        {
            var asked = new[] { o, (o * 5) % random.Outputs.Count };
            var actual = Results(random, kernel, asked);
            foreach (var a in asked)
            {
                Assert.Equal(expected[a].Select(BitConverter.DoubleToInt64Bits), actual[a].Select(BitConverter.DoubleToInt64Bits));
            }
        }
    }

    private static double[][] Results(RandomKernel random, Kernel kernel, IEnumerable<int> asked)
    {
        var run = kernel.Start();
        run.Ask(asked);
        for (var i = 0; i < random.Points.Length; i++)
        {
            run.Load(i, random.Points[i].AsSpan(0, Math.Min(random.Points[i].Length, run.TilePoints)));
        }

        var points = Math.Min(random.Points[0].Length, run.TilePoints);
        run.Execute(points);
        return [.. random.Outputs.Select((output, o) => (double[])[.. Enumerable.Range(0, output.Value.Domain.Count)
            .SelectMany(m => Enumerable.Range(0, points).Select(p => run.Number(o, m, p)))])];
    }
}
