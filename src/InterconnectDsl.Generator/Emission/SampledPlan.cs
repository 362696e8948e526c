using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Kernels.Emission;
using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Kernels.Passes;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Generator.Emission;

/// <summary>What a design draws for each sample, and the figures that this moves.</summary>
/// <param name="Plan">Its inputs are the params, and behind them, in the same order, a flag for each that is drawn: 1 where it is held.</param>
/// <param name="Places">The number of the output of each figure.</param>
internal sealed record SampledPlan(KernelPlan Plan, IReadOnlyDictionary<Value, int> Places)
{
    /// <summary>That of a design; null where nothing that can be read of it is drawn.</summary>
    public static SampledPlan? Of(ElaboratedDesign design, Owner root, ParameterSet parameters)
    {
        var figures = Sampling.Drawn(root.All.Where(f => f.Attribute.Type is QuantityType or IntType or BoolType).Select(f => f.Value).Distinct()).ToList();
        if (figures.Count == 0)
        {
            return null;
        }

        var inputs = parameters.Varying.Select(p => new KernelInput(p.Name, p.Input) { IsDrawn = p.IsDrawn }).ToList();
        var outputs = figures.Select((v, i) => new KernelOutput(FormattableString.Invariant($"O{i}"), v)).ToList();
        var program = Sampling.Of(new(design.Ir, inputs, outputs));
        var plan = KernelPlan.Of(new(program.Ir), program.Inputs, program.Outputs);
        return new(plan, figures.Select((value, place) => (value, place)).ToDictionary(f => f.value, f => f.place));
    }
}
