using InterconnectDsl.Kernels.Emission;
using InterconnectDsl.Kernels.Interpretation;

namespace InterconnectDsl.Kernels.Passes;

/// <summary>The passes in their order.</summary>
public static class KernelPasses
{
    /// <summary>Folds constants, reduces operations, merges what is the same, draws normal numbers as such. The bits of all results stay.</summary>
    /// <param name="program">The program as lowered.</param>
    /// <param name="interpreter">The interpreter of its values.</param>
    public static KernelProgram Exact(KernelProgram program, Interpreter interpreter)
    {
        program = new ConstantFolding(interpreter).Run(program);
        program = new StrengthReduction().Run(program);
        program = new CommonValues().Run(program);
        return new DeadCode().Run(new NormalDraws().Run(program));
    }

    /// <summary>
    /// What reduced precision makes of the outcome of <see cref="Exact"/>: brings together what depends on the same inputs, takes functions out of extremes,
    /// joins constants that full precision keeps apart, and makes products and sums one operation.
    /// </summary>
    public static KernelProgram Reduced(KernelProgram exact)
    {
        var program = new MonotoneFunctions().Run(new Regrouping().Run(exact));
        program = new Reassociation().Run(program);
        return new CommonValues().Run(new Contraction().Run(new DeadCode().Run(program)));
    }
}
