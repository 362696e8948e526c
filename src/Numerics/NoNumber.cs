namespace InterconnectDsl.Numerics;

/// <summary>
/// The two numbers that are none, as quiet NaNs told apart by their bits: a value that is not there, and one whose computation failed, which carries the
/// number of the operation that failed.
/// </summary>
internal static class NoNumber
{
    /// <summary>The bits of a value that is not there.</summary>
    public const long AbsentBits = 0x7FF8_AB5E_0000_0000L;

    private const long FailedBits = 0x7FFC_FA11_0000_0000L;

    /// <summary>A value that is not there.</summary>
    public static readonly double Absent = BitConverter.Int64BitsToDouble(AbsentBits);

    /// <summary>Whether a number stands for a value that is not there.</summary>
    public static bool IsAbsent(double number) => BitConverter.DoubleToInt64Bits(number) == AbsentBits;

    /// <summary>Whether a number stands for a computation that failed.</summary>
    public static bool IsFailed(double number) => (BitConverter.DoubleToInt64Bits(number) & -0x1_0000_0000L) == FailedBits;

    /// <summary>The failed number of the operation of this number.</summary>
    public static double FailedAt(int id) => BitConverter.Int64BitsToDouble(FailedBits | (uint)id);

    /// <summary>The number of the operation that a failed number comes from, -1 where it names none.</summary>
    public static int OperationOf(double failed) => (int)BitConverter.DoubleToInt64Bits(failed);

    /// <summary>
    /// What an operation gives for arguments of which one is none: the first failed one, otherwise an absent one. (A NaN without a mark does not arise:
    /// results are checked.)
    /// </summary>
    public static double Of(double a, double b, double c)
    {
        var failed = IsFailed(a) ? a : IsFailed(b) ? b : c;
        return IsFailed(failed) ? failed : Absent;
    }

    /// <summary>
    /// A conjunction (deciding 0) or disjunction (deciding 1) from left to right: what decides alone does, and what comes behind it is not asked for.
    /// An absent left side leaves the right one to decide.
    /// </summary>
    public static double Junction(double a, double b, double deciding)
    {
        if (IsAbsent(a))
        {
            return !double.IsNaN(b) && (b != 0.0 ? 1.0 : 0.0) == deciding ? deciding : double.IsNaN(b) ? b : a;
        }

        return double.IsNaN(a) ? a : (a != 0.0 ? 1.0 : 0.0) == deciding ? deciding : double.IsNaN(b) ? b : b != 0.0 ? 1.0 : 0.0;
    }
}
