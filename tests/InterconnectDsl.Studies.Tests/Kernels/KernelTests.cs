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

    [Fact]
    public void Columns_are_as_far_apart_as_the_runtime_says() => 
        Assert.Equal(KernelPlan.Of(_margin.Interpreter, _margin.Inputs, _margin.Outputs).Stride, Kernel.Layout.Stride);

    [Theory]
    [InlineData(5)]
    [InlineData(40)]
    public void A_sweep_gives_the_numbers_of_every_point_of_its_grid(int links)
    {
        var margin = new LinkMargin(links);
        var kernel = StudyKernel.Of(margin.Interpreter, margin.Inputs, margin.Outputs).Kernel;
        double[][] axes = [[1, 1.5, 2], [.. Enumerable.Range(0, 300).Select(i => 0.3 + (i * 0.0001))], [310, 330]];
        double[][] results = [new double[1800], new double[1800], new double[1800]];
        kernel.Sweep([[9], axes[1], [290]], [new double[300], new double[300], new double[300]]);
        kernel.Sweep(axes, results);
        var expected = new double[3];
        for (var p = 0; p < 1800; p += 7)
        {
            kernel.Evaluate([axes[0][p / 600], axes[1][p / 2 % 300], axes[2][p % 2]], expected);
            Assert.Equal(expected, results.Select(r => r[p]));
        }
    }

    [Fact]
    public void A_sweep_says_how_much_room_its_results_need()
    {
        double[][] results = [new double[6], new double[6], new double[5]];
        Assert.Contains("6 points", Assert.Throws<ArgumentException>(() => Kernel.Sweep([[1, 2], [0.3], [310, 320, 330]], results)).Message, StringComparison.Ordinal);
        Assert.Contains("3 inputs", Assert.Throws<ArgumentException>(() => Kernel.Sweep([[1], [0.3]], results)).Message, StringComparison.Ordinal);
        Assert.Throws<PlatformNotSupportedException>(() => Kernel.Sweep([[1], [0.3], [310]], [[0], [0], [0]], Precision.Full, 17));
        Kernel.Sweep([[1], [], [310]], [[], [], []]);
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
}
