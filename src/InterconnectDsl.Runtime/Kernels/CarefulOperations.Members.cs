using System.Runtime.CompilerServices;

namespace InterconnectDsl.Runtime;

/// <content>Members one after the other, where otherwise they lie side by side.</content>
public readonly partial struct CarefulOperations
{
    /// <inheritdoc/>
    public static double SumInOrder(double state, Lanes1 elements, nint count) => count > 0 ? D(Sum(L(state), elements)) : state;

    /// <inheritdoc/>
    public static double ProductInOrder(double state, Lanes1 elements, nint count) => count > 0 ? D(Product(L(state), elements)) : state;

    /// <inheritdoc/>
    public static double Lowest(Lanes1 states) => D(states);

    /// <inheritdoc/>
    public static double Highest(Lanes1 states) => D(states);

    /// <inheritdoc/>
    public static double Added(Lanes1 states) => D(states);

    /// <inheritdoc/>
    public static void FlagPoint(Lanes1 checks, ref double columns, nint point)
    {
    }
}
