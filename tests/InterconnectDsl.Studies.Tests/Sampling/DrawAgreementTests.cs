using FsCheck;
using FsCheck.Fluent;
using InterconnectDsl.Kernels.Emission;
using InterconnectDsl.Kernels.Interpretation;
using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Kernels.Tests.Interpretation;
using InterconnectDsl.Runtime;
using InterconnectDsl.Studies.Tests.Kernels;

namespace InterconnectDsl.Studies.Tests.Sampling;

/// <summary>
/// Formulas of any shape over draws: the interpreter at a sample, compiled C# and IL emitted at run time give the same bits, failures and absences included, at
/// every width and with any number of threads.
/// </summary>
public class DrawAgreementTests
{
    private const ulong Seed = 20_260_704;
    private const long First = 1L << 40;
    private const int Count = 700;

    private static readonly int[] Widths = [.. new[] { 1, 2, 4, 8 }.Where(LaneWidth.IsSupported)];

    [Fact]
    public void Emitted_IL_draws_as_the_interpreter_does_to_the_bit() =>
        Prop.ForAll(Seeds, seed => Agrees(seed, (g, outputs) => StudyKernel.Of(g, [], outputs).Kernel)).Check(Config.QuickThrowOnFailure.WithMaxTest(5).WithReplay(1, 3));

    [Fact]
    public void Compiled_CSharp_draws_as_the_interpreter_does_to_the_bit() =>
        Prop.ForAll(Seeds, seed => Agrees(seed, (g, outputs) => CompiledKernels.Of(KernelPlan.Of(g, [], outputs)))).Check(Config.QuickThrowOnFailure.WithMaxTest(5).WithReplay(5, 7));

    [Fact]
    public void An_interpreted_kernel_draws_the_same() =>
        Agrees(7, (g, outputs) => StudyKernel.Of(g, [], outputs, KernelEngine.Interpreted).Kernel, [1]);

    private static Arbitrary<int> Seeds => Gen.Choose(0, 1_000_000).ToArbitrary();

    private static void Agrees(int seed, Func<Interpreter, IReadOnlyList<KernelOutput>, Kernel> kernelOf) => Agrees(seed, kernelOf, Widths);

    private static void Agrees(int seed, Func<Interpreter, IReadOnlyList<KernelOutput>, Kernel> kernelOf, int[] widths)
    {
        var graph = new RandomGraph(seed, 80, drawn: true);
        var interpreter = new Interpreter(graph.Ir);
        var outputs = graph.Values.Where(v => v.Domain.Count > 0).Select(v => new KernelOutput("V" + v.Id, v)).ToList();
        var program = KernelPlan.Of(interpreter, [], outputs).Program;
        var members = outputs.Select(o => o.Value.Domain.Count).ToList();
        var sampler = new Sampler(kernelOf(interpreter, outputs), []);
        foreach (var lanes in widths)
        {
            var captured = sampler.Run(Seed, First, Count, () => new Captured(members), threads: 1 + (lanes & 2), lanes: lanes);
            Assert.Equal(Count, captured.Count);
            foreach (var s in new[] { 0, 1, 15, 16, 63, 64, 255, 256, 431, Count - 1 })
            {
                var at = interpreter.AtSample(Seed, First + (ulong)s);
                var next = 0;
                foreach (var output in outputs)
                {
                    foreach (var expected in at.Evaluate(output.Value).ToArray())
                    {
                        var actual = captured[First + s][next++];
                        if (Bits(program, expected) != Bits(program, actual))
                        {
                            Assert.Fail($"seed {seed}, {lanes} lanes, sample {s}: {output.Value} is {expected:R} and {actual:R}\n{IrText.Of([output.Value])}");
                        }
                    }
                }
            }
        }
    }

    // Where the same operation is written twice, the first of them is blamed.
    private static long Bits(InterconnectDsl.Kernels.Passes.KernelProgram program, double number) => BitConverter.DoubleToInt64Bits(
        Absence.IsFailed(number) ? Absence.FailedAt(program.BlamedFor(Absence.ValueOf(number))) : number);
}
