namespace InterconnectDsl.Kernels.Interpretation;

/// <summary>
/// The two numbers that are none: a value that is not there, and one whose computation failed. Both are quiet NaNs told apart by their bits; a failed
/// one carries the number of the <see cref="Ir.Value"/> that failed.
/// </summary>
public static class Absence
{
    private const long AbsentBits = 0x7FF8_AB5E_0000_0000L;
    private const long FailedBits = 0x7FFC_FA11_0000_0000L;

    /// <summary>The number of a value that is not there.</summary>
    public static readonly double Absent = BitConverter.Int64BitsToDouble(AbsentBits);

    /// <summary>A failed number that names no value.</summary>
    public static readonly double Failed = FailedAt(-1);

    /// <summary>Whether a number stands for a value that is not there.</summary>
    public static bool IsAbsent(double number) => BitConverter.DoubleToInt64Bits(number) == AbsentBits;

    /// <summary>Whether a number stands for a computation that failed.</summary>
    public static bool IsFailed(double number) => (BitConverter.DoubleToInt64Bits(number) & -0x1_0000_0000L) == FailedBits;

    /// <summary>The failed number of the value with this <see cref="Ir.Value.Id"/>.</summary>
    public static double FailedAt(int id) => BitConverter.Int64BitsToDouble(FailedBits | (uint)id);

    /// <summary>The <see cref="Ir.Value.Id"/> of the value where a failed number comes from, -1 where it names none.</summary>
    public static int ValueOf(double failed) => (int)BitConverter.DoubleToInt64Bits(failed);
}
