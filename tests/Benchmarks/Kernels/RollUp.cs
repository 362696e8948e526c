using System.Diagnostics;
using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Kernels.Emission;
using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Language.Binding;
using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Runtime;
using InterconnectDsl.Studies;
using InterconnectDsl.Tests.Shared;

namespace InterconnectDsl.Benchmarks.Kernels;

/// <summary>What 512 different lanes come to at 25 temperatures, 20 laser powers and 20 symbol rates: 10,000 points.</summary>
internal sealed class RollUp
{
    private const int Temperatures = 25;
    private const int Powers = 20;
    private const int Rates = 20;

    private static readonly double[][] Axes =
    [
        [.. Enumerable.Range(0, Temperatures).Select(i => 25.0 + (60.0 * i / (Temperatures - 1)))],
        [.. Enumerable.Range(0, Powers).Select(i => 4.0 + (8.0 * i / (Powers - 1)))],
        [.. Enumerable.Range(0, Rates).Select(i => 56.0 + (56.0 * i / (Rates - 1)))],
    ];

    private readonly Kernel kernel;
    private readonly double[][] results = [.. Enumerable.Range(0, 3).Select(_ => new double[Temperatures * Powers * Rates])];

    public RollUp()
    {
        var path = RepositoryRoot.Combine("tests/Benchmarks/models/roll_up.icx");
        var compilation = Compilation.Create([new SourceText("roll_up.icx", File.ReadAllText(path))], LibrarySources.Instance);
        compilation.BindAll();
        var symbol = compilation.Designs[0];
        var design = Elaborator.Elaborate(compilation, symbol);
        var diagnostics = new DiagnosticBag();
        Value Of(string expression) => compilation.BindExpression(new SourceText("expression", expression), symbol, diagnostics) is { } bound
            && design.Evaluate(bound) is LoweredNumber n
            ? n.Value
            : throw new InvalidOperationException(string.Join(" ", diagnostics.Items.Concat(design.Diagnostics.Items).Select(d => d.Message)));
        KernelOutput[] outputs =
        [
            new("Worst", Of("min(l.margin for l : lane)")), new("Power", Of("sum(l.drawn for l : lane)")),
            new("Failures", Of("sum(l.failing for l : lane)")),
        ];
        var inputs = new[] { "ambient", "laser", "rate" }.Select(n => new KernelInput(n, design.Ir.Values.First(v => v.Op == OpCode.Input && v.Param!.Name == n))).ToList();
        kernel = StudyKernel.Of(design.Interpreter, inputs, outputs).Kernel;
    }

    /// <summary>Measures it beside its yardsticks.</summary>
    public static void Rounds(int rounds)
    {
        var model = new RollUp();
        var (plain, fast) = (NativeProgram.Compile("roll_up.cpp", "-O3 -march=native"), NativeProgram.Compile("roll_up.cpp", "-O3 -march=native -ffast-math"));
        var variants = new (string Name, Func<Round?> Run)[]
        {
            ("icx kernel, reduced", () => model.Run(Precision.Reduced)),
            ("icx kernel, full", () => model.Run(Precision.Full)),
            ("g++ -ffast-math, hoisted by hand", Native(fast, "hoisted")),
            ("g++ -ffast-math, hoisted and regrouped by hand", Native(fast, "regrouped")),
            ("g++ -ffast-math, as written", Native(fast, "naive")),
            ("g++ -O3, as written", Native(plain, "naive")),
            ("C# number by number", NaiveRollUp.Run),
        };
        for (var warmUp = 0; warmUp < 40; warmUp++)
        {
            model.Run(Precision.Reduced);
            model.Run(Precision.Full);
        }

        Thread.Sleep(500); // so that the runtime has compiled all of it for good
        RoundTable.Run(variants, rounds, _ => 0, "ms for all points", "sum of the worst margins");
    }

    private static Func<Round?> Native(string? file, string variant)
    {
        var program = NativeProgram.Start(file, variant);
        return () => program?.Run();
    }

    private Round? Run(Precision precision)
    {
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        kernel.Sweep(Axes, results, precision);
        var (worst, failures) = (0.0, 0.0);
        for (var p = 0; p < results[0].Length; p++)
        {
            worst += results[0][p];
            failures += results[2][p];
        }

        var seconds = (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalSeconds;
        return new(seconds * 1e3, Temperatures * Powers * Rates * 512L, (long)failures, worst);
    }
}
