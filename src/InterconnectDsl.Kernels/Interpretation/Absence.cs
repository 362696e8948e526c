using InterconnectDsl.Numerics;

namespace InterconnectDsl.Kernels.Interpretation;

/// <summary>
/// The two numbers that are none: a value that is not there, and one whose computation failed. Both are quiet NaNs told apart by their bits; a failed
/// one carries the number of the <see cref="Ir.Value"/> that failed.
/// </summary>
public static class Absence
{
    /// <summary>The number of a value that is not there.</summary>
    public static readonly double Absent = NoNumber.Absent;

    /// <summary>A failed number that names no value.</summary>
    public static readonly double Failed = FailedAt(-1);

    /// <summary>Whether a number stands for a value that is not there.</summary>
    public static bool IsAbsent(double number) => NoNumber.IsAbsent(number);

    /// <summary>Whether a number stands for a computation that failed.</summary>
    public static bool IsFailed(double number) => NoNumber.IsFailed(number);

    /// <summary>The failed number of the value with this <see cref="Ir.Value.Id"/>.</summary>
    public static double FailedAt(int id) => NoNumber.FailedAt(id);

    /// <summary>The <see cref="Ir.Value.Id"/> of the value where a failed number comes from, -1 where it names none.</summary>
    public static int ValueOf(double failed) => NoNumber.OperationOf(failed);
}
