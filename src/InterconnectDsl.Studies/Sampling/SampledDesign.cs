using InterconnectDsl.Kernels.Emission;
using InterconnectDsl.Kernels.Interpretation;
using InterconnectDsl.Kernels.Passes;
using InterconnectDsl.Runtime;

namespace InterconnectDsl.Studies;

/// <summary>
/// Results of a design where it is sampled: whatever has a <c>~</c> or a <c>±</c> is drawn for each sample, params once for all, attributes for each thing.
/// </summary>
public sealed class SampledDesign
{
    private readonly KernelProgram _program;

    private SampledDesign(KernelProgram program)
    {
        _program = program;
        Interpreter = new(program.Ir);
    }

    /// <summary>The reference: <see cref="Interpreter.AtSample"/> evaluates <see cref="Outputs"/> at one sample.</summary>
    public Interpreter Interpreter { get; }

    /// <summary>What is given.</summary>
    public IReadOnlyList<KernelInput> Inputs => _program.Inputs;

    /// <summary>The results.</summary>
    public IReadOnlyList<KernelOutput> Outputs => _program.Outputs;

    /// <summary>Finds what results of a design draw.</summary>
    /// <param name="interpreter">The interpreter of the design.</param>
    /// <param name="inputs">Params that are given, for all samples alike; what is given is not drawn, unless it says so and is not held.</param>
    /// <param name="outputs">The results.</param>
    public static SampledDesign Of(Interpreter interpreter, IReadOnlyList<KernelInput> inputs, IReadOnlyList<KernelOutput> outputs) =>
        new(Sampling.Of(new(interpreter.Builder, inputs, outputs)));

    /// <summary>The kernel that computes the results, and what a user should know of it, or null.</summary>
    public StudyKernel Kernel() => StudyKernel.Of(Interpreter, Inputs, Outputs);

    /// <summary>Samples the results with a kernel made at run time.</summary>
    /// <param name="inputs">The numbers of <see cref="Inputs"/>, in coherent units.</param>
    public Sampler Sampler(IReadOnlyList<double> inputs) => new(Kernel().Kernel, inputs);
}
