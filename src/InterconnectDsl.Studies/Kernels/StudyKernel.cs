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
    /// <summary>Makes a kernel; where this program may not emit code it is interpreted, and <see cref="Note"/> says so.</summary>
    /// <param name="interpreter">The interpreter of the values.</param>
    /// <param name="inputs">What is given.</param>
    /// <param name="outputs">What is asked for.</param>
    public static StudyKernel Of(Interpreter interpreter, IReadOnlyList<KernelInput> inputs, IReadOnlyList<KernelOutput> outputs) =>
        Of(interpreter, inputs, outputs, RuntimeFeature.IsDynamicCodeSupported ? KernelEngine.Emitted : KernelEngine.Interpreted);

    /// <summary>Makes a kernel for one of the engines.</summary>
    internal static StudyKernel Of(
        Interpreter interpreter, IReadOnlyList<KernelInput> inputs, IReadOnlyList<KernelOutput> outputs, KernelEngine engine)
    {
        if (engine == KernelEngine.Interpreted)
        {
            var interpreted = new InterpretedStage(interpreter, inputs, outputs);
            return new(interpreted.Kernel(), engine, "Code cannot be emitted in this program, so every point is interpreted: the same numbers, much slower.");
        }

        return new(EmittedStages.Kernel(KernelPlan.Of(interpreter, inputs, outputs)), engine, null);
    }
}
