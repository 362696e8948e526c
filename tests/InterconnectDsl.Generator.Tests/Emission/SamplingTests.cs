using System.Reflection;
using System.Runtime.ExceptionServices;
using InterconnectDsl.Kernels.Checking;
using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Kernels.Emission;
using InterconnectDsl.Kernels.Interpretation;
using InterconnectDsl.Kernels.Passes;
using InterconnectDsl.Language.Binding;
using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Runtime;
using InterconnectDsl.Sources;

namespace InterconnectDsl.Generator.Tests.Emission;

/// <summary><c>Sample</c> of a generated class: the numbers of the interpreter, sample by sample, whatever shares the work.</summary>
public class SamplingTests
{
    private static readonly CompiledClass Cpo51 = CompiledClass.Of("Acme.Cpo51", "cpo51.icx", Designs.Cpo51);

    private static readonly CompiledClass Twins = CompiledClass.Of("Acme.Twins", "twins.icx", Text);

    private const string Text = """
        module acme.twins
        /// Drift that both share.
        param drift : optical_gain ~ uniform(0 dB, 1 dB)
        param offset : optical_gain = 2 dB ± 0.5 dB
        param spread : optical_gain = 0.1 dB
        kind fan : node {
          loss   : optical_gain ~ normal(0.50 dB, spread)
          total  : optical_gain = loss + drift + offset
          closes : bool = total <= 3.5 dB
          steady : optical_gain = 4 * spread
        }
        design Twins {
          fan twin[2]
          fan other
        }
        """;

    [Fact]
    public void The_class_draws_the_bits_of_the_interpreter()
    {
        const int Count = 96;
        var (margin, plant) = (new Statistics(), new Statistics(atLeast: 6));
        Sample(Cpo51, Count, [("ReachMetres", 700.0)], [("LaneWorstMarginDecibels", margin), ("LaneHighestPlantDecibels", plant)], seed: 5);

        foreach (var (statistics, expression) in new[] { (margin, "min(lane.margin)"), (plant, "max(lane.plant)") })
        {
            var expected = new Statistics(statistics.AtLeast);
            var numbers = Interpreted(Designs.Cpo51, "reach", "700 m", expression, 5, Count);
            expected.Add(0, numbers);
            Assert.True(numbers.Distinct().Count() > Count / 2);
            Same(expected, statistics);
        }
    }

    [Fact]
    public void Things_draw_on_their_own_and_share_params()
    {
        const int Count = 1 << 18;
        var (one, low, high) = (new Statistics(), new Statistics(), new Statistics());
        Sample(Twins, Count, [], [("OtherTotalDecibels", one), ("TwinLowestTotalDecibels", low), ("TwinHighestTotalDecibels", high)]);

        // 0.5 + 0.5 + 2; variances 0.01 of the loss, 1/12 of the drift, 1/12 of the tolerance. The larger of two normals is sigma/sqrt(pi) above the mean.
        Assert.Equal(3.0, one.Mean, 4 * 0.42 / Math.Sqrt(Count));
        Assert.Equal(0.01 + (1.0 / 6), one.Variance, 8 * 0.18 / Math.Sqrt(Count));
        Assert.Equal(2 * 0.1 / Math.Sqrt(Math.PI), high.Mean - low.Mean, 4 * 0.1 / Math.Sqrt(Count));
    }

    [Fact]
    public void What_is_set_is_held()
    {
        const int Count = 1 << 16;
        var (held, loose) = (new Statistics(), new Statistics());
        Sample(Twins, Count, [("DriftDecibels", 0.25), ("OffsetDecibels", 2.0), ("SpreadDecibels", 0.2)], [("OtherTotalDecibels", held)]);
        Sample(Twins, Count, [("DriftDecibels", 0.25)], [("OtherTotalDecibels", loose)]);
        Assert.Equal(2.75, held.Mean, 4 * 0.2 / Math.Sqrt(Count));
        Assert.Equal(0.04, held.Variance, 8 * 0.04 / Math.Sqrt(Count));
        Assert.Equal(0.01 + (1.0 / 12), loose.Variance, 8 * 0.1 / Math.Sqrt(Count));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public void Threads_change_no_bit(int threads)
    {
        var (alone, together, apart) = (new Statistics(1), new Statistics(1), new Statistics(1));
        Sample(Twins, 100_000, [], [("OtherCloses", alone)]);
        Sample(Twins, 100_000, [], [("OtherCloses", together)], threads: threads);
        Sample(Twins, 51_200, [], [("OtherCloses", apart)], threads: threads);
        Sample(Twins, 100_000 - 51_200, [], [("OtherCloses", apart)], first: 51_200);
        Same(alone, together);
        Same(alone, apart);
    }

    [Fact]
    public void Only_what_is_drawn_can_be_kept() =>
        Assert.Equal(
            ["OtherCloses", "OtherLossDecibels", "OtherTotalDecibels", "TwinAllCloses", "TwinHighestLossDecibels", "TwinHighestTotalDecibels", "TwinLowestLossDecibels", "TwinLowestTotalDecibels"],
            Twins.Type.GetNestedType("Kept")!.GetProperties().Select(p => p.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void A_design_that_draws_nothing_has_nothing_to_sample() =>
        Assert.Null(CompiledClass.Of("Acme.Loud", "loud.icx", Designs.Loud).Type.GetMethod("Sample"));

    private static void Sample(
        CompiledClass compiled, long samples, (string Name, object Value)[] point, (string Name, Statistics Kept)[] kept, ulong seed = 1, int threads = 1, long first = 0)
    {
        object Made(string type, IEnumerable<(string, object)> values)
        {
            var made = Activator.CreateInstance(compiled.Type.GetNestedType(type)!)!;
            foreach (var (name, value) in values)
            {
                (made.GetType().GetProperty(name) ?? throw new InvalidOperationException(type + " has no " + name)).SetValue(made, value);
            }

            return made;
        }

        try
        {
            compiled.Type.GetMethod("Sample")!.Invoke(
                null, [samples, Made("Parameters", point), Made("Kept", kept.Select(k => (k.Name, (object)k.Kept))), seed, threads, Precision.Full, first]);
        }
        catch (TargetInvocationException fault)
        {
            ExceptionDispatchInfo.Throw(fault.InnerException!);
        }
    }

    private static void Same(Statistics expected, Statistics actual)
    {
        Assert.Equal(expected.Samples, actual.Samples);
        Assert.Equal(expected.Passed, actual.Passed);
        foreach (var number in new Func<Statistics, double>[] { s => s.Mean, s => s.Variance, s => s.Minimum, s => s.Maximum, s => s.Quantile(0.01), s => s.Quantile(0.5) })
        {
            Assert.Equal(BitConverter.DoubleToInt64Bits(number(expected)), BitConverter.DoubleToInt64Bits(number(actual)));
        }
    }

    private static double[] Interpreted(string text, string name, string value, string expression, ulong seed, int count)
    {
        var compilation = Compilation.Create([new("cpo51.icx", text)], LibrarySources.Instance);
        compilation.BindAll();
        var param = (ParamSymbol)compilation.Modules[0].Members[name];
        var set = compilation.BindValue(new("set", value), param, compilation.Modules[0], new())!;
        var options = new CheckOptions { Settings = new Dictionary<ParamSymbol, BoundExpression> { [param] = set } };
        var design = DesignChecker.Check(compilation, compilation.Designs[0], options).Design;
        var asked = ((LoweredNumber)design.Evaluate(compilation.BindExpression(new("e", expression), compilation.Designs[0], new())!)!).Value;
        var program = Sampling.Of(new(design.Ir, [], [new KernelOutput("O", asked)]));
        var interpreter = new Interpreter(program.Ir);
        return [.. Enumerable.Range(0, count).Select(s => interpreter.AtSample(seed, (ulong)s).Evaluate(program.Outputs[0].Value)[0])];
    }
}
