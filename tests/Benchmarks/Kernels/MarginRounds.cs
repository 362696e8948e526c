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
        var generated = new GeneratedMargin();
        var variants = new List<(string Name, Func<Round?> Run)>();
        void Native(string name, NativeProgram? program) => variants.Add((name, () => program?.Run()));
        void Ours(string name, Precision precision, int threads) => variants.Add((name, () => Sampled(n => Result(model.Run(n, precision, threads)), threads)));
        void Generated(string name, Precision precision, int threads) => variants.Add((name, () => Sampled(n => GeneratedMargin.Sample(n, precision, threads), threads)));
        void Batches(string name, Precision precision) => variants.Add((name, () => Sampled(n => generated.Batches(n, precision), 1)));

        Native("C++ by hand, reduced", NativeProgram.Start(vector, $"reduced {Samples} 0 1"));
        Ours("icx kernel, reduced", Precision.Reduced, 1);
        Generated("generated C#, Sample, reduced", Precision.Reduced, 1);
        Batches("generated C#, EvaluateBatch of points drawn before, reduced", Precision.Reduced);
        Native("C++ by hand, full", NativeProgram.Start(vector, $"full {Samples} 0 1"));
        Ours("icx kernel, full", Precision.Full, 1);
        Generated("generated C#, Sample, full", Precision.Full, 1);
        Batches("generated C#, EvaluateBatch of points drawn before, full", Precision.Full);
        Native("C++ by hand, reduced, 2 threads", NativeProgram.Start(vector, $"reduced {Samples} 0 2"));
        Ours("icx kernel, reduced, 2 threads", Precision.Reduced, 2);
        Generated("generated C#, Sample, reduced, 2 threads", Precision.Reduced, 2);
        Native("g++ -ffast-math", NativeProgram.Start(fast, $"scalar {FewSamples} 0 1"));
        Native("g++ -O3", NativeProgram.Start(vector, $"scalar {FewSamples} 0 1"));
        variants.Add(("C# number by number", Naive));
        Native("numpy", NativeProgram.Start("/usr/bin/python3", InterconnectDsl.Tests.Shared.RepositoryRoot.Combine("tests/Benchmarks/native/link_margin.py") + " " + FewSamples));

        RoundTable.Run(
            variants, rounds, name => name.Contains("full", StringComparison.Ordinal) ? 4 : name.Contains("2 threads", StringComparison.Ordinal) ? 8 : 0, "ns a sample",
            "mean margin");
    }

    private static Round? Sampled(Func<long, (long Passed, double Mean)> run, int threads)
    {
        var (cpu, clock) = (Cpu(), Stopwatch.StartNew());
        var (passed, mean) = run(Samples);
        var seconds = threads == 1 ? Cpu() - cpu : clock.Elapsed.TotalSeconds;
        return new(seconds / Samples * 1e9, Samples, passed, mean);
    }

    private static (long Passed, double Mean) Result(MarginSink sink) => (sink.Passed, sink.Margin.Mean);

    private static Round? Naive()
    {
        var cpu = Cpu();
        var (passed, mean) = NaiveMargin.Run(FewSamples);
        return new((Cpu() - cpu) / FewSamples * 1e9, FewSamples, passed, mean);
    }

    private static double Cpu() => Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds;
}
