using InterconnectDsl.Kernels.Emission;
using InterconnectDsl.Kernels.Ir;

namespace InterconnectDsl.Kernels.Passes;

/// <summary>What passes work on: values, and which of them are given and asked for.</summary>
/// <param name="Ir">The values.</param>
/// <param name="Inputs">Those that are given.</param>
/// <param name="Outputs">Those that are asked for.</param>
public sealed record KernelProgram(IrBuilder Ir, IReadOnlyList<KernelInput> Inputs, IReadOnlyList<KernelOutput> Outputs)
{
    /// <summary>
    /// Operations that were found to be the same as an earlier one, by <see cref="Value.Blame"/>: where they fail, the earlier one is blamed.
    /// </summary>
    public IReadOnlyDictionary<int, int> Merged { get; init; } = new Dictionary<int, int>();

    /// <summary>The values as text.</summary>
    public override string ToString() => IrText.Of(Outputs.Select(o => o.Value));

    /// <summary>The operation that is blamed for a failure of this one.</summary>
    public int BlamedFor(int operation)
    {
        while (Merged.TryGetValue(operation, out var earlier))
        {
            operation = earlier;
        }

        return operation;
    }
}
