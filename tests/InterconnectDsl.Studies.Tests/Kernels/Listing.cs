using InterconnectDsl.Kernels.Emission;
using InterconnectDsl.Runtime;

namespace InterconnectDsl.Studies.Tests.Kernels;

/// <summary>Runs a kernel once in every precision, as IL and as compiled C#, so that the just-in-time compiler can list what it made of it.</summary>
internal static class Listing
{
    public static int Main()
    {
        // Of the first, points lie side by side; of the second, members do.
        var margins = new[] { new LinkMargin(24), new LinkMargin(37) };
        var emitted = margins.Select(m => StudyKernel.Of(m.Interpreter, m.Inputs, m.Outputs).Kernel);
        var compiled = CompiledKernels.Of([.. margins.Select(m => KernelPlan.Of(m.Interpreter, m.Inputs, m.Outputs))]);
        foreach (var kernel in emitted.Concat(compiled))
        {
            foreach (var precision in new[] { Precision.Full, Precision.Reduced })
            {
                var run = kernel.Start(precision);
                run.Load(0, [1.0, 1.1, 1.2]);
                run.Load(1, [0.3, 0.31, 0.32]);
                run.Load(2, [310, 320, 330]);
                run.Execute(3);
            }
        }

        return 0;
    }
}
