using System.Globalization;
using InterconnectDsl.Kernels.Checking;
using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Language.Binding;
using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Sources;

namespace InterconnectDsl.Generator.Tests.Emission;

/// <summary>The class of a design computes what the design says.</summary>
public class EvaluationTests
{
    private static readonly CompiledClass Cpo51 = CompiledClass.Of("Acme.Cpo51", "cpo51.icx", Designs.Cpo51);

    [Fact]
    public void Figures_that_hold_at_every_point_are_there()
    {
        var results = Cpo51.Evaluate();
        Assert.Equal(51.2e12, CompiledClass.Number(results, "BandwidthBitsPerSecond"));
        Assert.Equal(512, CompiledClass.Read(results, "Lanes"));
        Assert.Equal(16, Cpo51.Type.GetNestedType("Sw")!.GetNestedType("Oe")!.GetField("Count")!.GetRawConstantValue());
    }

    [Fact]
    public void A_longer_fiber_costs_its_attenuation()
    {
        // smf() loses 0.35 dB/km at 1310 nm, and light needs 1.4676 / 299792458 s for a metre of it.
        var (near, far) = (Cpo51.Evaluate(("ReachMetres", 500.0)), Cpo51.Evaluate(("ReachMetres", 2000.0)));
        Assert.Equal(0.35 * 1.5, CompiledClass.Number(near, "Lane.WorstMarginDecibels") - CompiledClass.Number(far, "Lane.WorstMarginDecibels"), 12);
        Assert.Equal(1500 * 1.4676 / 299792458, CompiledClass.Number(far, "Lane.HighestLatencySeconds") - CompiledClass.Number(near, "Lane.HighestLatencySeconds"), 15);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(500)]
    [InlineData(1234.5)]
    public void The_class_gives_the_bits_of_the_interpreter(double reach)
    {
        var expected = Interpreted(Designs.Cpo51, reach, "min(lane.margin)", "max(lane.latency)", "max(lane.plant)");
        var results = Cpo51.Evaluate(("ReachMetres", reach));
        var names = new[] { "Lane.WorstMarginDecibels", "Lane.HighestLatencySeconds", "Lane.HighestPlantDecibels" };
        Assert.Equal(expected, names.Select(n => CompiledClass.Number(results, n)));
    }

    [Fact]
    public void A_struct_of_zeros_is_the_nominal_point()
    {
        var parameters = Activator.CreateInstance(Cpo51.Type.GetNestedType("Parameters")!)!;
        Assert.Equal(500.0, parameters.GetType().GetProperty("ReachMetres")!.GetValue(parameters));
        Assert.Equal(308.15, parameters.GetType().GetProperty("AmbientKelvins")!.GetValue(parameters));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void What_is_no_number_is_refused(double reach) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Cpo51.Evaluate(("ReachMetres", reach)));

    [Fact]
    public void A_failure_names_the_line_of_the_formula()
    {
        var compiled = CompiledClass.Of("Acme.Loud", "loud.icx", Designs.Loud);
        Assert.Equal(10 * 0.6931471805599453, CompiledClass.Number(compiled.Evaluate(), "Chip.PowerWatts"), 14);
        var fault = Assert.Throws<ArithmeticException>(() => compiled.Evaluate(("Load", 0.0)));
        Assert.Contains("ln(load)", fault.Message, StringComparison.Ordinal);
        Assert.Contains("loud.icx:line 7", fault.StackTrace, StringComparison.Ordinal);
    }

    // The interpreter with the param set to the value that the class is given.
    private static IEnumerable<double> Interpreted(string text, double reach, params string[] expressions)
    {
        var compilation = Compilation.Create([new("cpo51.icx", text)], LibrarySources.Instance);
        compilation.BindAll();
        var param = (ParamSymbol)compilation.Modules[0].Members["reach"];
        var set = compilation.BindValue(new("set", reach.ToString(CultureInfo.InvariantCulture) + " m"), param, compilation.Modules[0], new())!;
        var options = new CheckOptions { Settings = new Dictionary<ParamSymbol, BoundExpression> { [param] = set } };
        var design = DesignChecker.Check(compilation, compilation.Designs[0], options).Design;
        return expressions.Select(e => design.Evaluate(compilation.BindExpression(new("e", e), compilation.Designs[0], new())!))
            .Select(l => design.Interpreter.Evaluate(((LoweredNumber)l!).Value)[0]).ToList();
    }
}
