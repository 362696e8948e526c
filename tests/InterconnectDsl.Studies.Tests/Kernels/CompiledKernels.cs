using System.Reflection;
using InterconnectDsl.Kernels.Emission;
using InterconnectDsl.Runtime;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace InterconnectDsl.Studies.Tests.Kernels;

/// <summary>Plans made into C#, compiled and loaded: what a build does.</summary>
internal static class CompiledKernels
{
    /// <summary>Compiles all plans together, in the oldest language that the emitter promises.</summary>
    public static Kernel[] Of(IReadOnlyList<KernelPlan> plans)
    {
        var sources = plans.Select((p, i) => CSharpEmitter.Emit(p, new("Emitted", "Kernel" + i))).ToList();
        var assembly = Compile(sources);
        return plans.Select((_, i) => KernelOf(assembly, "Emitted.Kernel" + i)).ToArray();
    }

    public static Kernel Of(KernelPlan plan) => Of([plan])[0];

    public static Kernel KernelOf(Assembly assembly, string type) =>
        (Kernel)assembly.GetType(type, throwOnError: true)!.GetProperty("Kernel", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;

    public static Assembly Compile(IEnumerable<string> sources)
    {
        var options = new CSharpParseOptions(LanguageVersion.CSharp12);
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        var compilation = CSharpCompilation.Create(
            "Emitted" + Guid.NewGuid().ToString("N"),
            sources.Select(s => CSharpSyntaxTree.ParseText(s, options)),
            platform.Where(p => Path.GetFileName(p).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(p) is "InterconnectDsl.Runtime.dll")
                .Select(p => MetadataReference.CreateFromFile(p)),
            new(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, generalDiagnosticOption: ReportDiagnostic.Error));
        using var stream = new MemoryStream();
        var result = compilation.Emit(stream);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics.Take(10)));
        return Assembly.Load(stream.ToArray());
    }
}
