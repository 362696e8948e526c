using InterconnectDsl.Kernels.Emission;
using InterconnectDsl.Runtime;

namespace InterconnectDsl.Studies.Tests.Kernels;

/// <summary>What is asked of a kernel is given, or refused with a word.</summary>
public class KernelTests
{
    private readonly LinkMargin _margin = new(5);

    private Kernel Kernel => StudyKernel.Of(_margin.Interpreter, _margin.Inputs, _margin.Outputs).Kernel;

    [Fact]
    public void A_search_takes_as_many_columns_as_the_runtime_says() => Assert.Equal(FixedPoints.Fields, KernelPlan.SearchFields);

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
}
