using InterconnectDsl.Kernels.Ir;

namespace InterconnectDsl.Kernels.Emission;

/// <summary>The operations that a reduction is made of.</summary>
/// <param name="Takes">For each state the operation that takes an element into it, and the number it starts at.</param>
/// <param name="Result">The operation that gives the result from the states.</param>
public sealed record ReductionSteps((string Operation, double Start)[] Takes, string Result)
{
    /// <summary>The operations of a reduction.</summary>
    public static ReductionSteps Of(OpCode op) => op switch
    {
        OpCode.Sum => new(new[] { ("Sum", 0.0) }, "Total"),
        OpCode.Product => new(new[] { ("Product", 1.0) }, "Total"),
        OpCode.Min => new(new[] { ("Min", double.PositiveInfinity) }, "Extreme"),
        OpCode.Max => new(new[] { ("Max", double.NegativeInfinity) }, "Extreme"),
        OpCode.Mean => new(new[] { ("Sum", 0.0), ("Count", 0.0) }, "Mean"),
        OpCode.Count => new(new[] { ("Count", 0.0) }, "Total"),
        OpCode.Any => new(new[] { ("Any", 0.0) }, "Total"),
        OpCode.All => new(new[] { ("All", 1.0) }, "Total"),
        _ => throw new ArgumentOutOfRangeException(nameof(op), op, "not a reduction"),
    };
}
