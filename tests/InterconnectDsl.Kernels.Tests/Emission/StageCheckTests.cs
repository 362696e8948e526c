using InterconnectDsl.Kernels.Emission;
using InterconnectDsl.Kernels.Interpretation;
using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Kernels.Tests.Interpretation;

namespace InterconnectDsl.Kernels.Tests.Emission;

/// <summary>What a kernel checks for numbers that are infinite or none: as little as shows every failure.</summary>
public class StageCheckTests
{
    private readonly IrBuilder _ir = new();

    [Fact]
    public void One_check_serves_for_all_that_it_shows()
    {
        // The margin in decibels, which is checked, shows a quality and a signal that are infinite.
        var signal = _ir.Named(Binary(OpCode.Divide, Input("power"), _ir.Constant(0.01)), Origins.Named("signal"));
        var quality = _ir.Named(Binary(OpCode.Divide, signal, Input("noise")), Origins.Named("quality"));
        Assert.Equal(["margin"], Checked(("margin", Unary(OpCode.ToDecibel, quality))));
    }

    [Fact]
    public void A_check_that_only_another_result_needs_does_not_serve()
    {
        // The error ratio and the verdict hide a quality that is infinite. The margin shows it, but may not be asked for.
        var quality = _ir.Named(Binary(OpCode.Divide, Input("signal"), _ir.Constant(0.01)), Origins.Named("quality"));
        var margin = Unary(OpCode.ToDecibel, quality);
        var errors = Binary(OpCode.Multiply, _ir.Constant(0.5), Unary(OpCode.Erfc, Binary(OpCode.Multiply, quality, _ir.Constant(0.7))));
        var closes = Binary(OpCode.Less, errors, _ir.Constant(1e-12));
        Assert.Equal(["margin", "quality"], Checked(("margin", margin), ("errors", errors), ("closes", closes)));
    }

    [Fact]
    public void What_nothing_shows_is_checked_for_itself()
    {
        // A power of ten makes 0 of minus infinity, and a comparison makes a number of anything.
        var level = Binary(OpCode.Subtract, Input("launch"), Input("loss"));
        Assert.Equal(["level", "power"], Checked(("level", level), ("power", Unary(OpCode.FromDecibel, level))));
        var square = Binary(OpCode.Multiply, Input("x"), Input("y"));
        Assert.Equal(["square"], Checked(("enough", Binary(OpCode.Less, _ir.Named(square, Origins.Named("square")), _ir.Constant(2)))));
    }

    [Fact]
    public void What_cannot_overflow_is_not_checked()
    {
        var warm = Binary(OpCode.Subtract, Binary(OpCode.Multiply, Input("warming"), _ir.Constant(0.05)), _ir.Constant(32));
        Assert.Equal(["ratio"], Checked(("ratio", Unary(OpCode.FromDecibel, warm))));
        Assert.Empty(Checked(("loss", warm)));
    }

    private IEnumerable<string?> Checked(params (string Name, Value Value)[] results)
    {
        var inputs = _ir.Values.Where(v => v.Op == OpCode.Input).Select(v => new KernelInput(v.Origin!.Name, v) { IsDrawn = true }).ToList();
        var outputs = results.Select(r => new KernelOutput(r.Name, _ir.Named(r.Value, Origins.Named(r.Name)))).ToList();
        var plan = KernelPlan.Of(new Interpreter(_ir), inputs, outputs);
        return plan.Stages.SelectMany(s => s.Steps).OfType<KernelLoop>().SelectMany(l => l.Bodies).SelectMany(b => b.Instructions).OfType<Instruction.Check>()
            .Select(c => c.Local.Name).Order(StringComparer.Ordinal).ToList();
    }

    private Value Input(string name) => _ir.Input(null!, _ir.Constant(1), Origins.Named(name));

    private Value Unary(OpCode op, Value x) => _ir.Unary(op, x, default);

    private Value Binary(OpCode op, Value a, Value b) => _ir.Binary(op, a, b, default);
}
