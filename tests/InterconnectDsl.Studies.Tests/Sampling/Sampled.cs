using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Kernels.Emission;
using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Language.Binding;
using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Runtime;
using InterconnectDsl.Tests.Shared;

namespace InterconnectDsl.Studies.Tests.Sampling;

/// <summary>The first design of a text over the standard library, in which expressions are sampled.</summary>
internal sealed class Sampled
{
    private const ulong Seed = 1;

    private readonly Compilation _compilation;
    private readonly ElaboratedDesign _design;

    private Sampled(string text, string? set)
    {
        _compilation = Compilation.Create([new SourceText("design.icx", text)], LibrarySources.Instance);
        _compilation.BindAll();
        Assert.Empty(_compilation.Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => d.Code + " " + d.Message));
        _design = Elaborator.Elaborate(_compilation, _compilation.Designs[0], Settings(set));
    }

    public static Sampled Of(string text, string? set = null) => new(text, set);

    /// <summary>The nominal number of an expression.</summary>
    public double Nominal(string expression) => _design.Interpreter.Evaluate(Value(expression).Value)[0];

    /// <summary>Numbers of an expression in samples, in order: what a kernel says, where the interpreter says the same.</summary>
    public double[] Numbers(string expression, int count = 4096)
    {
        var output = Value(expression);
        var sampled = SampledDesign.Of(_design.Interpreter, [], [output]);
        var numbers = sampled.Sampler([]).Run(Seed, 0, count, () => new Captured([1])).All(0);
        foreach (var s in new[] { 0, 17, 1000 % count, count - 1 })
        {
            var interpreted = sampled.Interpreter.AtSample(Seed, (ulong)s).Evaluate(sampled.Outputs[0].Value)[0];
            Assert.Equal(BitConverter.DoubleToInt64Bits(interpreted), BitConverter.DoubleToInt64Bits(numbers[s]));
        }

        return numbers;
    }

    /// <summary>An expression where params are given, which are drawn unless they are held.</summary>
    public SampledDesign Given(string expression, params string[] given)
    {
        var output = Value(expression);
        var inputs = _design.Ir.Values.Where(v => v.Op == OpCode.Input && given.Contains(v.Origin!.Name)).Select(v => new KernelInput(v.Origin!.Name, v) { IsDrawn = true });
        return SampledDesign.Of(_design.Interpreter, [.. inputs], [output]);
    }

    /// <summary>Numbers of an expression in many samples, in order, of a kernel alone.</summary>
    public double[] All(string expression, int count) =>
        SampledDesign.Of(_design.Interpreter, [], [Value(expression)]).Sampler([]).Run(Seed, 0, count, () => new Captured([1])).All(0);

    /// <summary>Mean, variance and extremes of an expression.</summary>
    public Moments Moments(string expression, int count = 1 << 20)
    {
        var sampler = SampledDesign.Of(_design.Interpreter, [], [Value(expression)]).Sampler([]);
        return sampler.Run(Seed, 0, count, () => new Summed(), threads: 2).Moments;
    }

    private KernelOutput Value(string expression)
    {
        var diagnostics = new DiagnosticBag();
        var bound = _compilation.BindExpression(new SourceText("expression", expression), _compilation.Designs[0], diagnostics);
        Assert.Empty(diagnostics.Items.Select(d => d.Message));
        var value = Assert.IsType<LoweredNumber>(_design.Evaluate(bound!)).Value;
        Assert.Empty(_design.Diagnostics.Items.Select(d => d.Message));
        return new("Result", value);
    }

    private Dictionary<ParamSymbol, BoundExpression>? Settings(string? set)
    {
        if (set is null)
        {
            return null;
        }

        var (name, value) = (set.Split(" = ")[0], set.Split(" = ")[1]);
        var param = _compilation.Modules.SelectMany(m => m.Members.Values).OfType<ParamSymbol>().Single(p => p.Name == name);
        return new() { [param] = _compilation.BindExpression(new SourceText("value", value), _compilation.Designs[0], new())! };
    }

    private sealed class Summed : ISampleSink<Summed>
    {
        public Moments Moments { get; } = new();

        public void Take(long first, in SampleTile tile) => Moments.Add(first, tile.Of(0));

        public void Merge(Summed other) => Moments.Merge(other.Moments);
    }
}
