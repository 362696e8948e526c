using InterconnectDsl.Kernels.Emission;
using InterconnectDsl.Kernels.Interpretation;
using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Kernels.Tests.Interpretation;
using InterconnectDsl.Runtime;

namespace InterconnectDsl.Studies.Tests.Kernels;

/// <summary>Reduced precision: near to full precision, and the same bits wherever the same instructions are.</summary>
public class ReducedPrecisionTests
{
    private const int Points = 40;

    private static readonly int[] WithoutAvx512 = [.. new[] { 1, 2, 4 }.Where(LaneWidth.IsSupported)];

    [Fact]
    public void A_link_budget_is_within_a_ten_millionth_of_full_precision()
    {
        // Seven operations of at most 6e-9 each, and a bit error ratio that a relative change of its argument q moves 2 q^2 times as much, below 20 here.
        var margin = new LinkMargin(24);
        var kernel = StudyKernel.Of(margin.Interpreter, margin.Inputs, margin.Outputs).Kernel;
        var full = Results(kernel, Precision.Full, LaneWidth.Best, margin.Outputs);
        var reduced = Results(kernel, Precision.Reduced, LaneWidth.Best, margin.Outputs);
        Assert.NotEqual(full, reduced);
        foreach (var (exact, near) in full.Zip(reduced))
        {
            Assert.InRange(Math.Abs(near - exact), 0, 1e-6 * Math.Abs(exact));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(8)]
    public void Where_a_number_is_none_full_precision_decides(int lanes)
    {
        if (!LaneWidth.IsSupported(lanes))
        {
            return;
        }

        // The root of a product of two inputs, which may both be negative; decibels of it, which may be of zero; one member is absent.
        var ir = new IrBuilder();
        var lane = new Domain("lane", 40);
        var all = new ListShape(Domain.One, lane, [0, 40]);
        var (a, b) = (ir.Constant(2, Origins.Named("a")), ir.Constant(3, Origins.Named("b")));
        var gain = ir.Data(lane, [.. Enumerable.Range(0, 40).Select(i => 1 + (i * 0.01))]);
        var root = ir.Unary(OpCode.Sqrt, ir.Binary(OpCode.Multiply, ir.Binary(OpCode.Multiply, gain, a, default), b, default), default);
        var some = ir.Data(lane, [.. Enumerable.Range(0, 40).Select(i => i == 7 ? Absence.Absent : 2 - (i * 0.01))]);
        var margin = ir.Unary(OpCode.ToDecibel, ir.Binary(OpCode.Multiply, root, some, default), default);
        var above = ir.Binary(OpCode.Less, ir.Constant(6.5), margin, default);
        KernelOutput[] outputs =
        [
            new("Worst", ir.Reduce(OpCode.Min, margin, all, default)), new("Best", ir.Reduce(OpCode.Max, margin, all, default)),
            new("Roots", ir.Reduce(OpCode.Sum, root, all, default)), new("Above", ir.Reduce(OpCode.Sum, above, all, default)),
        ];
        KernelInput[] inputs = [new("A", a), new("B", b)];
        var interpreter = new Interpreter(ir);
        var plan = KernelPlan.Of(interpreter, inputs, outputs);
        Assert.Contains("positive", plan.Reduced.Program.ToString(), StringComparison.Ordinal);
        foreach (var kernel in new[] { StudyKernel.Of(interpreter, inputs, outputs).Kernel, CompiledKernels.Of(plan) })
        {
            var run = kernel.Start(Precision.Reduced, lanes);
            foreach (var second in new[] { 3.0, -3.0, 0.0 })
            {
                double[] firsts = [2, -2, 0, 5, -1];
                run.Load(0, firsts);
                run.Set(1, second);
                run.Execute(firsts.Length);
                for (var p = 0; p < firsts.Length; p++)
                {
                    var at = interpreter.With(new Dictionary<Value, double> { [a] = firsts[p], [b] = second });
                    for (var o = 0; o < outputs.Length; o++)
                    {
                        Near(at.Evaluate(outputs[o].Value)[0], run.Number(o, 0, p), exact: firsts[p] < 0 || second < 0);
                    }
                }
            }
        }
    }

    private static void Near(double expected, double actual, bool exact)
    {
        if (exact || double.IsNaN(expected))
        {
            Assert.Equal(BitConverter.DoubleToInt64Bits(expected), BitConverter.DoubleToInt64Bits(actual));
        }
        else
        {
            Assert.InRange(actual, expected - 1e-6, expected + 1e-6);
        }
    }

    [Fact]
    public void The_same_instructions_give_the_same_bits_at_every_width()
    {
        var margin = new LinkMargin(24);
        var emitted = StudyKernel.Of(margin.Interpreter, margin.Inputs, margin.Outputs).Kernel;
        var all = WithoutAvx512.Select(lanes => Results(emitted, Precision.Reduced, lanes, margin.Outputs)).ToList();
        Assert.All(all, results => Assert.Equal(all[0], results));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(8)]
    public void Emitted_IL_and_compiled_CSharp_give_the_same_bits(int lanes)
    {
        if (!LaneWidth.IsSupported(lanes))
        {
            return;
        }

        var margin = new LinkMargin(24);
        var emitted = StudyKernel.Of(margin.Interpreter, margin.Inputs, margin.Outputs).Kernel;
        var compiled = CompiledKernels.Of(KernelPlan.Of(margin.Interpreter, margin.Inputs, margin.Outputs));
        Assert.Equal(Results(emitted, Precision.Reduced, lanes, margin.Outputs), Results(compiled, Precision.Reduced, lanes, margin.Outputs));
    }

    private static List<double> Results(Kernel kernel, Precision precision, int lanes, List<KernelOutput> outputs)
    {
        var run = kernel.Start(precision, lanes);
        run.Load(0, [.. Enumerable.Range(0, Points).Select(p => 1.0 + (p * 0.05))]);
        run.Load(1, [.. Enumerable.Range(0, Points).Select(p => 0.3 + (p % 7 * 0.01))]);
        run.Set(2, 330);
        run.Execute(Points);
        return [.. Enumerable.Range(0, Points).SelectMany(p => outputs.Select((_, o) => run.Number(o, 0, p)))];
    }
}
