using FsCheck;
using FsCheck.Fluent;
using InterconnectDsl.Kernels.Emission;
using InterconnectDsl.Kernels.Interpretation;
using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Runtime;

namespace InterconnectDsl.Studies.Tests.Kernels;

/// <summary>
/// Designs of any shape: the interpreter, compiled C# and IL emitted at run time give the same bits, failures and absences included, at every width and for
/// single points.
/// </summary>
public class AgreementTests
{
    private const int Points = 37;
    private const int TilePoints = 16;

    private static readonly int[] Widths = [.. new[] { 1, 2, 4, 8 }.Where(LaneWidth.IsSupported)];

    [Fact]
    public void Emitted_IL_agrees_with_the_interpreter_to_the_bit() =>
        Prop.ForAll(Seeds, seed => Agrees(seed, r => StudyKernel.Of(r.Interpreter, r.Inputs, r.Outputs).Kernel))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(10).WithReplay(1, 3));

    [Fact]
    public void Emitted_IL_agrees_where_columns_are_used_again() =>
        Prop.ForAll(Seeds, seed => Agrees(seed, RandomKernel.OfSome(seed, 140, Points))).Check(Config.QuickThrowOnFailure.WithMaxTest(20).WithReplay(17, 3));

    [Fact]
    public void Compiled_CSharp_agrees_with_the_interpreter_to_the_bit() =>
        Prop.ForAll(Seeds, seed => Agrees(seed, r => CompiledKernels.Of(r.Plan))).Check(Config.QuickThrowOnFailure.WithMaxTest(10).WithReplay(5, 7));

    [Fact]
    public void Emitted_IL_agrees_where_members_lie_side_by_side() =>
        Prop.ForAll(Seeds, seed => MembersAgree(seed, r => StudyKernel.Of(r.Interpreter, r.Inputs, r.Outputs).Kernel))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(25).WithReplay(11, 3));

    [Fact]
    public void Compiled_CSharp_agrees_where_members_lie_side_by_side() =>
        Prop.ForAll(Seeds, seed => MembersAgree(seed, r => CompiledKernels.Of(r.Plan))).Check(Config.QuickThrowOnFailure.WithMaxTest(10).WithReplay(13, 7));

    [Fact]
    public void Reduced_precision_has_no_number_where_full_precision_has_none() =>
        Prop.ForAll(Seeds, seed => SameAreMissing(RandomKernel.OfMembers(seed, 40, Points, gentle: true)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(25).WithReplay(19, 3));

    [Fact]
    public void Where_code_cannot_be_emitted_the_interpreter_computes_and_says_so()
    {
        var random = RandomKernel.OfGraph(4, 60, Points);
        var interpreted = StudyKernel.Of(random.Interpreter, random.Inputs, random.Outputs, KernelEngine.Interpreted);
        Assert.Contains("interpreted", interpreted.Note, StringComparison.Ordinal);
        Assert.Null(StudyKernel.Of(random.Interpreter, random.Inputs, random.Outputs).Note);
        Agrees(4, random, interpreted.Kernel, [1]);
    }

    private static Arbitrary<int> Seeds => Gen.Choose(0, 1_000_000).ToArbitrary();

    private static void Agrees(int seed, Func<RandomKernel, Kernel> kernelOf)
    {
        var random = RandomKernel.OfGraph(seed, 120, Points);
        Agrees(seed, random, kernelOf(random), Widths);
    }

    private static void MembersAgree(int seed, Func<RandomKernel, Kernel> kernelOf)
    {
        var random = RandomKernel.OfMembers(seed, 50, Points);
        var bodies = random.Plan.Stages.SelectMany(s => s.Steps).OfType<KernelLoop>().SelectMany(l => l.Bodies);
        Assert.Contains(bodies, b => b.Members > 32 && b.Finish.Count > 0);
        Agrees(seed, random, kernelOf(random), Widths);
    }

    private static void Agrees(int seed, RandomKernel random) =>
        Agrees(seed, random, StudyKernel.Of(random.Interpreter, random.Inputs, random.Outputs).Kernel, Widths);

    private static void Agrees(int seed, RandomKernel random, Kernel kernel, int[] widths)
    {
        var expected = Enumerable.Range(0, Points).Select(random.Expected).ToArray();
        var results = new double[expected[0].Length];
        for (var p = 0; p < Points; p++)
        {
            kernel.Evaluate(random.Points.Select(i => i[p]).ToArray(), results);
            Same(random, expected[p], results, $"seed {seed}, single point {p}");
        }

        foreach (var lanes in widths)
        {
            Batch(random, kernel.Start(Precision.Full, lanes), expected, $"seed {seed}, {lanes} lanes");
        }
    }

    // Whether a condition holds may turn on the last digit, and with it what is chosen; such results are none in both precisions or in neither all the same.
    private static void SameAreMissing(RandomKernel random)
    {
        var kernel = StudyKernel.Of(random.Interpreter, random.Inputs, random.Outputs).Kernel;
        var (full, reduced) = (kernel.Start(), kernel.Start(Precision.Reduced));
        foreach (var run in new[] { full, reduced })
        {
            for (var i = 0; i < random.Points.Length; i++)
            {
                run.Load(i, random.Points[i].AsSpan(0, TilePoints));
            }

            run.Execute(TilePoints);
        }

        for (var o = 0; o < random.Outputs.Count; o++)
        {
            for (var p = 0; p < TilePoints; p++)
            {
                var (expected, actual) = (full.Number(o, 0, p), reduced.Number(o, 0, p));
                if ((double.IsNaN(expected) || double.IsNaN(actual)) && Bits(random, expected) != Bits(random, actual))
                {
                    Assert.Fail($"{random.Outputs[o].Value}, point {p}: {Say(expected)} and {Say(actual)}\n{IrText.Of([random.Outputs[o].Value])}\n{random.Plan.Reduced.Program}");
                }
            }
        }
    }

    private static void Batch(RandomKernel random, KernelRun run, double[][] expected, string where)
    {
        var results = new double[expected[0].Length];
        var tile = Math.Min(TilePoints, run.TilePoints);
        for (var at = 0; at < Points; at += tile)
        {
            var points = Math.Min(tile, Points - at);
            for (var i = 0; i < random.Points.Length; i++)
            {
                run.Load(i, random.Points[i].AsSpan(at, points));
            }

            run.Execute(points);
            for (var p = 0; p < points; p++)
            {
                var next = 0;
                for (var o = 0; o < random.Outputs.Count; o++)
                {
                    for (var m = 0; m < random.Outputs[o].Value.Domain.Count; m++)
                    {
                        results[next++] = run.Number(o, m, p);
                    }
                }

                Same(random, expected[at + p], results, $"{where}, point {at + p}");
            }
        }
    }

    private static void Same(RandomKernel random, double[] expected, double[] actual, string where)
    {
        var next = 0;
        foreach (var output in random.Outputs)
        {
            for (var m = 0; m < output.Value.Domain.Count; m++, next++)
            {
                if (Bits(random, expected[next]) != Bits(random, actual[next]))
                {
                    Assert.Fail($"{output.Value} of {m}, {where}: {Say(expected[next])} and {Say(actual[next])}\n{IrText.Of([output.Value])}");
                }
            }
        }
    }

    // Where the same operation is written twice, the first of them is blamed.
    private static long Bits(RandomKernel random, double number) => BitConverter.DoubleToInt64Bits(
        Absence.IsFailed(number) ? Absence.FailedAt(random.Plan.Program.BlamedFor(Absence.ValueOf(number))) : number);

    private static string Say(double number) =>
        Absence.IsAbsent(number) ? "absent"
        : Absence.IsFailed(number) ? $"failed at {Absence.ValueOf(number)}"
        : $"{number:R} {BitConverter.DoubleToInt64Bits(number):X}";
}
