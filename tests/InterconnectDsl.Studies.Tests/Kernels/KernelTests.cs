using System.Reflection;
using InterconnectDsl.Kernels.Emission;
using InterconnectDsl.Runtime;

namespace InterconnectDsl.Studies.Tests.Kernels;

/// <summary>What is asked of a kernel is given, or refused with a word.</summary>
public class KernelTests
{
    // Inputs and results as a project that compiles a design declares them.
    private const string Types = """
        public readonly record struct Point(double Launch, double Attenuation, double Temperature);
        public readonly record struct Answer(double Worst, double Mean, double Errors);
        """;

    private readonly LinkMargin _margin = new(5);

    private Kernel Kernel => StudyKernel.Of(_margin.Interpreter, _margin.Inputs, _margin.Outputs).Kernel;

    [Fact]
    public void A_search_takes_as_many_columns_as_the_runtime_says() => Assert.Equal(FixedPoints.Fields, KernelPlan.SearchFields);

    [Fact]
    public void Typed_methods_give_the_numbers_of_the_kernel()
    {
        var plan = KernelPlan.Of(_margin.Interpreter, _margin.Inputs, _margin.Outputs);
        var source = CSharpEmitter.Emit(plan, new(null, "Margins") { Parameters = "Point", Results = "Answer" });
        var assembly = CompiledKernels.Compile([Types, source]);
        var expected = new double[3];
        Kernel.Evaluate([1.2, 0.36, 320], expected);

        var margins = assembly.GetType("Margins")!;
        var point = Activator.CreateInstance(assembly.GetType("Point")!, 1.2, 0.36, 320.0);
        var answer = margins.GetMethod("Evaluate", BindingFlags.Public | BindingFlags.Static)!.Invoke(null, [point])!;
        Assert.Equal(expected, new[] { "Worst", "Mean", "Errors" }.Select(n => (double)answer.GetType().GetProperty(n)!.GetValue(answer)!));

        var batch = margins.GetMethod("EvaluateBatch", BindingFlags.Public | BindingFlags.Static)!;
        Assert.Equal(8, batch.GetParameters().Length);
        double[] launches = [.. Enumerable.Range(0, 300).Select(p => p == 299 ? 1.2 : 1.0 + (p * 0.001))];
        var worst = new double[launches.Length];
        batch.CreateDelegate<Batch>()(launches, [0.36], [320], worst, new double[300], new double[300], Precision.Full, 0);
        Assert.Equal(expected[0], worst[299]);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void An_input_that_is_not_finite_is_refused_by_name(double number)
    {
        Assert.Contains("Launch", Assert.Throws<ArgumentException>(() => Kernel.Evaluate([number, 0.35, 318], new double[3])).Message, StringComparison.Ordinal);
        Assert.Contains("Launch", Assert.Throws<ArgumentException>(() => Kernel.Start().Load(0, [1, number])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_number_of_numbers_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Kernel.Evaluate([1, 2], new double[3]));
        Assert.Throws<ArgumentException>(() => Kernel.Start().Load(0, []));
        Assert.Throws<ArgumentException>(() => Kernel.Start().Load(0, [1, 2, 3], 0, 4));
        Assert.Throws<ArgumentException>(() => Kernel.Start().Store(0, new double[3], 0, 4));
    }

    [Fact]
    public void An_input_without_a_number_is_named()
    {
        var run = Kernel.Start();
        run.Set(0, 1);
        Assert.Contains("Attenuation", Assert.Throws<InvalidOperationException>(() => run.Execute(1)).Message, StringComparison.Ordinal);
    }

    private delegate void Batch(
        ReadOnlySpan<double> launch, ReadOnlySpan<double> attenuation, ReadOnlySpan<double> temperature, Span<double> worst, Span<double> mean,
        Span<double> errors, Precision precision, int lanes);
}
