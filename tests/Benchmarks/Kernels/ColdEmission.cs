using System.Diagnostics;
using System.Globalization;
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

/// <summary>
/// What it takes a process that just elaborated examples/cpo51 to have the first tile of its worst margin: to plan the kernel, to emit it as IL, and to have
/// that compiled and run. Each round is a process of its own.
/// </summary>
internal static class ColdEmission
{
    /// <summary>The argument that a round is started with.</summary>
    public const string Once = "emission-once";

    /// <summary>Runs the rounds and prints the medians.</summary>
    public static void Rounds(int rounds)
    {
        var found = Enumerable.Range(0, rounds).Select(_ => Round()).ToList();
        Console.WriteLine("| step | ms, median (least to most) |");
        Console.WriteLine("|---|---|");
        foreach (var (name, step) in new[] { "plan", "emit", "compile and run the first tile", "all of it", "all of it, CPU time", "the second kernel of the same process" }.Select((n, i) => (n, i)))
        {
            var times = found.Select(f => f[step]).Order().ToList();
            Console.WriteLine(string.Format(CultureInfo.InvariantCulture, "| {0} | {1:F1} ({2:F1} to {3:F1}) |", name, times[times.Count / 2], times[0], times[^1]));
        }
    }

    /// <summary>One round; prints the times of its steps.</summary>
    public static void Run()
    {
        var text = new SourceText("cpo51.icx", File.ReadAllText(RepositoryRoot.Combine("examples/cpo51/cpo51.icx")));
        var compilation = Compilation.Create([text], LibrarySources.Instance);
        compilation.BindAll();
        var design = Elaborator.Elaborate(compilation, compilation.Designs[0]);
        var bound = compilation.BindExpression(new SourceText("expression", "min(lane.margin)"), compilation.Designs[0], new DiagnosticBag())!;
        if (design.Evaluate(bound) is not LoweredNumber { Value: var worst } || !KernelPlan.Computable()(worst))
        {
            throw new NotSupportedException("The worst margin of cpo51 rests on what the interpreter alone computes.");
        }

        var nominal = design.Ir.Values.Where(v => v.Op == OpCode.Input).Select(v => (Input: new KernelInput(v.Param!.Name, v), Number: design.Interpreter.Evaluate(v)[0])).ToList();
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        var (plan, emit, run) = Kernel(design, nominal, worst);
        var cpuTime = (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalMilliseconds;
        var (planAgain, emitAgain, runAgain) = Kernel(design, nominal, worst);
        double[] times = [plan, emit, run, plan + emit + run, cpuTime, planAgain + emitAgain + runAgain];
        Console.WriteLine(string.Join(' ', times.Select(t => t.ToString("F3", CultureInfo.InvariantCulture))));
    }

    private static (double Plan, double Emit, double Run) Kernel(ElaboratedDesign design, List<(KernelInput Input, double Number)> nominal, Value worst)
    {
        var clock = Stopwatch.StartNew();
        var kernel = StudyKernel.Of(design.Interpreter, [.. nominal.Select(n => n.Input)], [new("Worst", worst)]).Kernel;
        var planned = clock.Elapsed.TotalMilliseconds;
        var run = kernel.Start();
        var emitted = clock.Elapsed.TotalMilliseconds;
        for (var i = 0; i < nominal.Count; i++)
        {
            run.Load(i, [.. Enumerable.Range(0, run.TilePoints).Select(p => nominal[i].Number * (1 + (p * 1e-6)))]);
        }

        run.Execute(run.TilePoints);
        return (planned, emitted - planned, clock.Elapsed.TotalMilliseconds - emitted);
    }

    private static double[] Round()
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, Path.GetFileName(Environment.ProcessPath!).StartsWith("dotnet", StringComparison.Ordinal)
            ? [typeof(ColdEmission).Assembly.Location, Once]
            : [Once]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return [.. said.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(t => double.Parse(t, CultureInfo.InvariantCulture))];
    }
}
