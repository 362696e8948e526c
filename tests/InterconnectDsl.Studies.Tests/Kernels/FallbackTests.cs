using InterconnectDsl.Kernels.Emission;
using InterconnectDsl.Kernels.Interpretation;
using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Kernels.Tests.Interpretation;

namespace InterconnectDsl.Studies.Tests.Kernels;

/// <summary>What no kernel computes is interpreted, without being asked to, and a note says why.</summary>
public class FallbackTests
{
    private readonly IrBuilder _ir = new();

    [Fact]
    public void A_heat_network_that_changes_with_an_input_is_interpreted()
    {
        // All heat into the first node, 2 W/K to the second, from there 0.5 W/K to 300 K: 2 K and half a kelvin for each watt.
        var (power, nodes) = (_ir.Constant(1, Origins.Named("power")), new Domain("nodes", 2));
        var heat = _ir.Binary(OpCode.Multiply, _ir.Data(nodes, [1, 0]), power, default);
        var temperatures = _ir.Network(nodes, _ir.Constant(2), _ir.Data(nodes, [0, 0.5]), heat, _ir.Constant(300), default);
        var study = StudyKernel.Of(new Interpreter(_ir), [new("Power", power)], [new("Temperatures", temperatures), new("Double", Twice(power))]);
        Assert.Equal(KernelEngine.Interpreted, study.Engine);
        Assert.StartsWith("Temperatures: this rests on a heat network", study.Note, StringComparison.Ordinal);
        var results = new double[3];
        study.Kernel.Evaluate([10], results);
        Near([325, 320, 20], results);
        study.Kernel.Evaluate([20], results);
        Near([350, 340, 40], results);
    }

    [Fact]
    public void A_measured_channel_at_a_frequency_that_is_given_is_interpreted()
    {
        var frequency = _ir.Constant(1, Origins.Named("frequency"));
        var study = StudyKernel.Of(new Interpreter(_ir), [new("Frequency", frequency)], [new("Loss", Twice(LossAt(frequency)))]);
        Assert.Equal(KernelEngine.Interpreted, study.Engine);
        Assert.StartsWith("Loss: ", study.Note, StringComparison.Ordinal);
        var results = new double[1];
        study.Kernel.Evaluate([1.25], results);
        Near([30], results);
    }

    [Fact]
    public void A_channel_that_stays_the_same_is_a_constant_of_the_kernel()
    {
        var power = _ir.Constant(1, Origins.Named("power"));
        var study = StudyKernel.Of(
            new Interpreter(_ir), [new("Power", power)], [new("Received", _ir.Binary(OpCode.Subtract, power, LossAt(_ir.Constant(1.25)), default))]);
        Assert.Equal((KernelEngine.Emitted, null), (study.Engine, study.Note));
        var results = new double[1];
        study.Kernel.Evaluate([40], results);
        Near([25], results);
    }

    // 10 dB at 1 Hz and 30 dB at 2 Hz, so 15 dB at a quarter of the way.
    private Value LossAt(Value frequency) => _ir.Interpolate(new("loss", [1, 2], [10, 30]), frequency, Origins.Named("loss"), default);

    private Value Twice(Value value) => _ir.Binary(OpCode.Multiply, value, _ir.Constant(2), default);

    private static void Near(double[] expected, double[] actual) => Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-9));
}
