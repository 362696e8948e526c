using InterconnectDsl.Kernels.Emission;
using InterconnectDsl.Runtime;
using InterconnectDsl.Studies.Tests.Kernels;

namespace InterconnectDsl.Studies.Tests.Sampling;

/// <summary>A param that is held has its number in every sample; where none is held the same is drawn, though compiled code asks for no flag.</summary>
public class HeldTests
{
    private const int Count = 2000;

    private readonly SampledDesign _sampled = Sampled.Of("module t\nparam gain : real ~ normal(3, 0.5)\nparam offset : real ~ uniform(0, 1)\ndesign D {\n}\n")
        .Given("2 * gain + offset", "gain", "offset");

    private Kernel Compiled => CompiledKernels.Of(KernelPlan.Of(_sampled.Interpreter, _sampled.Inputs, _sampled.Outputs));

    private Kernel Emitted => _sampled.Kernel().Kernel;

    [Theory]
    [InlineData(Precision.Full)]
    [InlineData(Precision.Reduced)]
    public void Compiled_code_draws_what_emitted_code_draws(Precision precision)
    {
        Assert.Equal(["gain", "offset", "gainHeld", "offsetHeld"], _sampled.Inputs.Select(i => i.Name));
        foreach (var inputs in new double[][] { [7, 0.5, 0, 0], [7, 0.5, 1, 0], [7, 0.5, 0, 1] })
        {
            var numbers = Numbers(Compiled, inputs, precision);
            Assert.Equal(Numbers(Emitted, inputs, precision), numbers);
            Assert.Equal(Count, numbers.Distinct().Count());
        }
    }

    [Fact]
    public void What_is_held_has_its_number_in_every_sample()
    {
        Assert.All(Numbers(Compiled, [7, 0.5, 1, 1], Precision.Full), n => Assert.Equal(14.5, n));
        Assert.All(Numbers(Compiled, [7, 0.5, 1, 0], Precision.Full), n => Assert.InRange(n, 14, 15));
    }

    private static double[] Numbers(Kernel kernel, double[] inputs, Precision precision) =>
        new Sampler(kernel, inputs).Run(5, 0, Count, () => new Captured([1]), precision).All(0);
}
