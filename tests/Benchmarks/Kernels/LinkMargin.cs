using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Kernels.Emission;
using InterconnectDsl.Language.Binding;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Runtime;
using InterconnectDsl.Studies;
using InterconnectDsl.Tests.Shared;

namespace InterconnectDsl.Benchmarks.Kernels;

/// <summary>The link-margin Monte Carlo from its icx file: elaborated, planned, and sampled by a kernel.</summary>
internal sealed class LinkMargin
{
    private const ulong Seed = 12345;
    private readonly Sampler sampler;

    public LinkMargin()
    {
        var path = RepositoryRoot.Combine("tests/Benchmarks/models/link_margin.icx");
        var compilation = Compilation.Create([new SourceText("link_margin.icx", File.ReadAllText(path))], LibrarySources.Instance);
        compilation.BindAll();
        var design = Elaborator.Elaborate(compilation, compilation.Designs[0]);
        var lane = design.Groups.First(g => g.Kind.Name == "lane");
        var outputs = new[] { "margin", "error_ratio", "closes" }.Select(n => new KernelOutput(n, Number(design.Attribute(lane, n)))).ToList();
        foreach (var diagnostic in compilation.Diagnostics.Concat(design.Diagnostics.Items))
        {
            Console.WriteLine("  " + diagnostic.Code + " " + diagnostic.Message);
        }

        var sampled = SampledDesign.Of(design.Interpreter, [], outputs);
        Plan = KernelPlan.Of(sampled.Interpreter, sampled.Inputs, sampled.Outputs);
        sampler = sampled.Sampler([]);
    }

    /// <summary>What the kernel computes.</summary>
    public KernelPlan Plan { get; }

    /// <summary>Samples and what came of them.</summary>
    public MarginSink Run(long samples, Precision precision, int threads) => sampler.Run(Seed, 0, samples, () => new MarginSink(), precision, threads);

    private static InterconnectDsl.Kernels.Ir.Value Number(Lowered lowered) => ((LoweredNumber)lowered).Value;
}
