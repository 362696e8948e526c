using System.Runtime.CompilerServices;
using InterconnectDsl.Kernels.Emission;
using InterconnectDsl.Kernels.Interpretation;
using InterconnectDsl.Runtime;

namespace InterconnectDsl.Studies;

/// <summary>What computes the points of a study.</summary>
public enum KernelEngine
{
    /// <summary>IL emitted at run time.</summary>
    Emitted,

    /// <summary>The reference interpreter, a point at a time: the same numbers, some hundred times slower.</summary>
    Interpreted,
}

/// <summary>A kernel made while the program runs, without a compiler.</summary>
/// <param name="Kernel">The kernel.</param>
/// <param name="Engine">What computes it.</param>
/// <param name="Note">What a user should know of that, or null.</param>
public sealed record StudyKernel(Kernel Kernel, KernelEngine Engine, string? Note)
{
    /// <summary>
    /// Makes a kernel. Where this program may not emit code it is interpreted, and where a result rests on a heat network or a measured channel that changes
    /// with what is given or drawn; <see cref="Note"/> says so.
    /// </summary>
    /// <param name="interpreter">The interpreter of the values.</param>
    /// <param name="inputs">What is given.</param>
    /// <param name="outputs">What is asked for.</param>
    public static StudyKernel Of(Interpreter interpreter, IReadOnlyList<KernelInput> inputs, IReadOnlyList<KernelOutput> outputs) =>
        Of(interpreter, inputs, outputs, RuntimeFeature.IsDynamicCodeSupported ? KernelEngine.Emitted : KernelEngine.Interpreted);

    /// <summary>Makes a kernel for one of the engines.</summary>
    internal static StudyKernel Of(
        Interpreter interpreter, IReadOnlyList<KernelInput> inputs, IReadOnlyList<KernelOutput> outputs, KernelEngine engine)
    {
        const string SameNumbers = ", so every point is interpreted: the same numbers, much slower.";
        if (engine == KernelEngine.Interpreted)
        {
            return Interpreted(interpreter, inputs, outputs, "Code cannot be emitted in this program" + SameNumbers);
        }

        var beyond = InterpretedResults.Of(inputs, outputs);
        return beyond.Count > 0
            ? Interpreted(
                interpreter, inputs, outputs, $"{string.Join(", ", beyond)}: this rests on a heat network or a measured channel, which no kernel computes{SameNumbers}")
            : new(EmittedStages.Kernel(KernelPlan.Of(interpreter, inputs, outputs)), engine, null);
    }

    private static StudyKernel Interpreted(Interpreter interpreter, IReadOnlyList<KernelInput> inputs, IReadOnlyList<KernelOutput> outputs, string note) =>
        new(new InterpretedStage(interpreter, inputs, outputs).Kernel(), KernelEngine.Interpreted, note);
}
