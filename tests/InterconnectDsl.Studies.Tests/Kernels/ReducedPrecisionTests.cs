using InterconnectDsl.Kernels.Emission;
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
