using System.Diagnostics;
using InterconnectDsl.Runtime;

namespace InterconnectDsl.Benchmarks.Kernels;

/// <summary>
/// The link-margin Monte Carlo beside its yardsticks: one round of each in turn, so that whatever slows the machine slows all; the figure is the median of the
/// ratios within a round.
/// </summary>
internal static class MarginRounds
{
    private const long Samples = 1 << 23;
    private const long FewSamples = 1 << 18;

    public static void Run(int rounds)
    {
        var vector = NativeProgram.Compile("link_margin.cpp", "-O3 -march=native");
        var fast = NativeProgram.Compile("link_margin.cpp", "-O3 -march=native -ffast-math");
        var model = new LinkMargin();
        var variants = new List<(string Name, Func<Round?> Run)>();
        void Native(string name, NativeProgram? program) => variants.Add((name, () => program?.Run()));
        void Ours(string name, Precision precision, int threads) => variants.Add((name, () => Sampled(model, precision, threads)));

        Native("C++ by hand, reduced", NativeProgram.Start(vector, $"reduced {Samples} 0 1"));
        Ours("icx kernel, reduced", Precision.Reduced, 1);
        Native("C++ by hand, full", NativeProgram.Start(vector, $"full {Samples} 0 1"));
        Ours("icx kernel, full", Precision.Full, 1);
        Native("C++ by hand, reduced, 2 threads", NativeProgram.Start(vector, $"reduced {Samples} 0 2"));
        Ours("icx kernel, reduced, 2 threads", Precision.Reduced, 2);
        Native("g++ -ffast-math", NativeProgram.Start(fast, $"scalar {FewSamples} 0 1"));
        Native("g++ -O3", NativeProgram.Start(vector, $"scalar {FewSamples} 0 1"));
        variants.Add(("C# number by number", Naive));
        Native("numpy", NativeProgram.Start("/usr/bin/python3", InterconnectDsl.Tests.Shared.RepositoryRoot.Combine("tests/Benchmarks/native/link_margin.py") + " " + FewSamples));

        RoundTable.Run(
            variants, rounds, name => name.Contains("full", StringComparison.Ordinal) ? 2 : name.Contains("2 threads", StringComparison.Ordinal) ? 4 : 0, "ns a sample",
            "mean margin");
    }

    private static Round? Sampled(LinkMargin model, Precision precision, int threads)
    {
        var (cpu, clock) = (Cpu(), Stopwatch.StartNew());
        var result = model.Run(Samples, precision, threads);
        var seconds = threads == 1 ? Cpu() - cpu : clock.Elapsed.TotalSeconds;
        return new(seconds / Samples * 1e9, Samples, result.Passed, result.Margin.Mean);
    }

    private static Round? Naive()
    {
        var cpu = Cpu();
        var (passed, mean) = NaiveMargin.Run(FewSamples);
        return new((Cpu() - cpu) / FewSamples * 1e9, FewSamples, passed, mean);
    }

    private static double Cpu() => Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds;
}
