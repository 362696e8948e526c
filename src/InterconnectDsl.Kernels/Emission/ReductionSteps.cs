using InterconnectDsl.Kernels.Ir;

namespace InterconnectDsl.Kernels.Emission;

/// <summary>A state of a reduction.</summary>
/// <param name="Operation">The operation that takes an element into it.</param>
/// <param name="Start">The number it starts at.</param>
/// <param name="Across">The operation that brings states side by side together.</param>
/// <param name="InOrder">The operation that takes elements side by side into a single state, one after the other.</param>
public sealed record ReductionStep(string Operation, double Start, string Across, string InOrder)
{
    /// <summary>Whether an element counts as 1 where it is there.</summary>
    public bool Counts => Operation == "Count";
}

/// <summary>The operations that a reduction is made of.</summary>
/// <param name="Takes">Its states.</param>
/// <param name="Result">The operation that gives the result from the states.</param>
public sealed record ReductionSteps(ReductionStep[] Takes, string Result)
{
    private const string Lowest = nameof(Lowest);
    private const string Highest = nameof(Highest);
    private const string Added = nameof(Added);
    private const string SumInOrder = nameof(SumInOrder);

    /// <summary>The operations of a reduction.</summary>
    public static ReductionSteps Of(OpCode op) => op switch
    {
        OpCode.Sum => new(new ReductionStep[] { new("Sum", 0.0, Added, SumInOrder) }, "Total"),
        OpCode.Product => new(new ReductionStep[] { new("Product", 1.0, "", "ProductInOrder") }, "Total"),
        OpCode.Min => new(new ReductionStep[] { new("Min", double.PositiveInfinity, Lowest, "") }, "Extreme"),
        OpCode.Max => new(new ReductionStep[] { new("Max", double.NegativeInfinity, Highest, "") }, "Extreme"),
        OpCode.Mean => new(new ReductionStep[] { new("Sum", 0.0, Added, SumInOrder), new("Count", 0.0, Added, SumInOrder) }, "Mean"),
        OpCode.Count => new(new ReductionStep[] { new("Count", 0.0, Added, SumInOrder) }, "Total"),
        OpCode.Any => new(new ReductionStep[] { new("Any", 0.0, Highest, "") }, "Total"),
        OpCode.All => new(new ReductionStep[] { new("All", 1.0, Lowest, "") }, "Total"),
        _ => throw new ArgumentOutOfRangeException(nameof(op), op, "not a reduction"),
    };
}
