using InterconnectDsl.Kernels.Emission;
using InterconnectDsl.Kernels.Interpretation;
using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Kernels.Tests.Interpretation;

namespace InterconnectDsl.Studies.Tests.Kernels;

/// <summary>
/// The margins of a row of links, with the operations that link budgets are made of: powers in dBm, losses, an extinction ratio, noise, a bit error ratio.
/// </summary>
internal sealed class LinkMargin
{
    private readonly IrBuilder _ir = new();

    public LinkMargin(int links)
    {
        var link = new Domain("link", links);
        var launch = Given("Launch", 1.5);
        var attenuation = Given("Attenuation", 0.35);
        var temperature = Given("Temperature", 318);
        var length = _ir.Data(link, [.. Enumerable.Range(0, links).Select(i => 0.1 + (i * 0.01))]);
        var connectors = _ir.Data(link, [.. Enumerable.Range(0, links).Select(i => 0.5 + (i % 4 * 0.25))]);
        var ratio = _ir.Unary(OpCode.FromDecibel, _ir.Data(link, [.. Enumerable.Range(0, links).Select(i => 4.0 + (i % 8 * 0.1))]), default);
        var loss = Binary(OpCode.Add, Binary(OpCode.Multiply, attenuation, length), connectors);
        var received = _ir.Unary(OpCode.FromDecibel, Binary(OpCode.Subtract, launch, loss), default);
        var modulation = Binary(
            OpCode.Divide, Binary(OpCode.Multiply, received, Binary(OpCode.Subtract, ratio, _ir.Constant(1))), Binary(OpCode.Add, ratio, _ir.Constant(1)));
        var noise = _ir.Unary(OpCode.Sqrt, Binary(OpCode.Multiply, temperature, _ir.Constant(1.2e-5)), default);
        Ratio = Binary(OpCode.Divide, modulation, noise);
        Errors = Binary(OpCode.Multiply, _ir.Constant(0.5), _ir.Unary(OpCode.Erfc, Ratio, default));
        Margin = _ir.Unary(OpCode.ToDecibel, Ratio, default);
        var all = new ListShape(Domain.One, link, [0, links]);
        Interpreter = new(_ir);
        Inputs = [new("Launch", launch), new("Attenuation", attenuation), new("Temperature", temperature)];
        Outputs =
        [
            new("Worst", _ir.Reduce(OpCode.Min, Margin, all, default)), new("Mean", _ir.Reduce(OpCode.Mean, Ratio, all, default)),
            new("Errors", _ir.Reduce(OpCode.Max, Errors, all, default)),
        ];
    }

    public Interpreter Interpreter { get; }

    public List<KernelInput> Inputs { get; }

    public List<KernelOutput> Outputs { get; }

    private Value Ratio { get; }

    private Value Errors { get; }

    private Value Margin { get; }

    private Value Given(string name, double nominal) => _ir.Constant(nominal, Origins.Named(name));

    private Value Binary(OpCode op, Value a, Value b) => _ir.Binary(op, a, b, default);
}
