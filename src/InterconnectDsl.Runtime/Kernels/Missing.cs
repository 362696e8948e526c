using InterconnectDsl.Numerics;

namespace InterconnectDsl.Runtime;

/// <summary>Tells apart what a NaN among the results of a kernel stands for.</summary>
public static class Missing
{
    /// <summary>Whether the value is not there: an attribute that the design leaves out, an extreme of nothing.</summary>
    public static bool IsAbsent(double number) => NoNumber.IsAbsent(number);

    /// <summary>Whether the computation failed: a division by zero, a logarithm of zero, an overflow, a fixed point that was not reached.</summary>
    public static bool IsFailed(double number) => NoNumber.IsFailed(number);

    /// <summary>The number of the operation that failed, as the kernel's table of operations counts them; -1 where it names none.</summary>
    public static int OperationOf(double failed) => NoNumber.OperationOf(failed);
}
