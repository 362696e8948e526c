using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Kernels.Emission;
using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Language.Binding;
using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Runtime;

namespace InterconnectDsl.Studies;

/// <summary>
/// A design whose params with a <c>~</c> are drawn for each sample. They are instance 0, and their ordinals are their places among all params with a <c>~</c>
/// that its results read, in the order of their files' names and of their lines.
/// </summary>
public sealed class SampledDesign
{
    private SampledDesign(IReadOnlyList<KernelInput> inputs, IReadOnlyList<double> nominal, IReadOnlyList<DrawnInput> drawn) =>
        (Inputs, Nominal, Drawn) = (inputs, nominal, drawn);

    /// <summary>The params that are drawn, as inputs of a kernel.</summary>
    public IReadOnlyList<KernelInput> Inputs { get; }

    /// <summary>Their nominal numbers.</summary>
    public IReadOnlyList<double> Nominal { get; }

    /// <summary>What is drawn for each.</summary>
    public IReadOnlyList<DrawnInput> Drawn { get; }

    /// <summary>Finds what a design draws; its outputs must have been lowered already, so that the params they read are known.</summary>
    /// <param name="design">The design.</param>
    /// <exception cref="NotSupportedException">A distribution rests on something that is not a constant, or is of a form that is not drawn yet.</exception>
    public static SampledDesign Of(ElaboratedDesign design)
    {
        var (inputs, nominal, drawn) = (new List<KernelInput>(), new List<double>(), new List<DrawnInput>());
        var read = design.Ir.Values.Where(v => v.Op == OpCode.Input && v.Param?.Formula.Bound.Distribution is not null).ToList();
        foreach (var value in read.OrderBy(v => v.Param!.Formula.Location.Text?.Path, StringComparer.Ordinal).ThenBy(v => v.Param!.Formula.Location.Span.Start))
        {
            var formula = value.Param!.Formula;
            inputs.Add(new(value.Param.Name, value) { IsDrawn = true });
            nominal.Add(design.Interpreter.Evaluate(value)[0]);
            var shift = formula.Syntax.Nominal is null ? 0.0 : nominal[^1];
            var distribution = Read(design, value.Param, (BoundIntrinsic)formula.Bound.Distribution!, shift);
            drawn.Add(new(drawn.Count, distribution, 0, (uint)drawn.Count));
        }

        return new(inputs, nominal, drawn);
    }

    private static Distribution Read(ElaboratedDesign design, ParamSymbol param, BoundIntrinsic call, double shift)
    {
        double Number(int i) => design.Evaluate(call.Arguments[i]) is LoweredNumber { Value: var value } && !DependsOnDraws(value)
            ? design.Interpreter.Evaluate(value)[0]
            : throw new NotSupportedException($"The distribution of {param.Name} rests on something that is drawn itself.");
        return call.Name switch
        {
            "normal" => Distribution.Normal(Number(0) + shift, Number(1)),
            "uniform" => Distribution.Uniform(Number(0) + shift, Number(1) + shift),
            "triangular" => Distribution.Triangular(Number(0) + shift, Number(1) + shift, Number(2) + shift),
            "lognormal" when shift == 0.0 => Distribution.Lognormal(Number(0), Number(1)),
            "truncated" when call.Arguments[0] is BoundIntrinsic inner =>
                Distribution.Truncated(Read(design, param, inner, shift), Number(1) + shift, Number(2) + shift),
            _ => throw new NotSupportedException($"{call.Name} is not drawn yet, which {param.Name} asks for."),
        };
    }

    private static bool DependsOnDraws(Value value) =>
        value.Param?.Formula.Bound.Distribution is not null || value.Arguments.Any(DependsOnDraws);
}
