using InterconnectDsl.Kernels.Interpretation;
using InterconnectDsl.Runtime;

namespace InterconnectDsl.Kernels.Tests.Emission;

/// <summary>Compiled C# gives the interpreter's bits, failures and absences included, at every width and for single points.</summary>
public class CSharpAgreementTests
{
    private const int Points = 37;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 12)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Compiled_kernels_agree_with_the_interpreter_to_the_bit(int seed)
    {
        var random = new RandomKernel(seed, 120, Points);
        var kernel = CompiledKernels.Of(random.Plan);
        var expected = Enumerable.Range(0, Points).Select(random.Expected).ToArray();
        var results = new double[expected[0].Length];
        for (var p = 0; p < Points; p++)
        {
            kernel.Evaluate(random.Points.Select(i => i[p]).ToArray(), results);
            Same(random, expected[p], results, $"single point {p}");
        }

        foreach (var lanes in new[] { 1, 2, 4, 8 }.Where(LaneWidth.IsSupported))
        {
            var run = kernel.Start(Precision.Full, lanes);
            for (var at = 0; at < Points; at += 16)
            {
                var points = Math.Min(16, Points - at);
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

                    Same(random, expected[at + p], results, $"{lanes} lanes, point {at + p}");
                }
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
                if (BitConverter.DoubleToInt64Bits(expected[next]) != BitConverter.DoubleToInt64Bits(actual[next]))
                {
                    Assert.Fail($"{output.Value} of {m}, {where}: {Say(expected[next])} and {Say(actual[next])}\n{InterconnectDsl.Kernels.Ir.IrText.Of([output.Value])}");
                }
            }
        }
    }

    private static string Say(double number) =>
        Absence.IsAbsent(number) ? "absent" : Absence.IsFailed(number) ? "failed at " + Absence.ValueOf(number) : $"{number:R} {BitConverter.DoubleToInt64Bits(number):X}";
}
