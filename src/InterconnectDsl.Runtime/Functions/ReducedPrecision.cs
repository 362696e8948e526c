using System.Runtime.CompilerServices;
using InterconnectDsl.Numerics;

namespace InterconnectDsl.Runtime;

/// <summary>
/// The same functions as <see cref="FullPrecision"/> to about eight digits, at half the cost: far beyond what any datum of a component carries. The results
/// are the same bits wherever the same instructions are (AVX-512, or all others), and within the stated errors across them. NaN stays NaN, and the limits at
/// 0 and at infinity are exact.
/// </summary>
public static partial class ReducedPrecision
{
    /// <summary>1/x, within 6e-9 relative for 1e-300 &lt; |x| &lt; 1e300.</summary>
    /// <typeparam name="T">The lanes to work with.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Reciprocal<T>(T x)
        where T : struct, ILanes<T> => T.ReducedReciprocal(x);

    /// <summary>a/b, within 6e-9 relative for 1e-300 &lt; |b| &lt; 1e300.</summary>
    /// <typeparam name="T">The lanes to work with.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Divide<T>(T a, T b)
        where T : struct, ILanes<T> => a * T.ReducedReciprocal(b);

    /// <summary>The square root, within 6e-9 relative; NaN of a negative number.</summary>
    /// <typeparam name="T">The lanes to work with.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sqrt<T>(T x)
        where T : struct, ILanes<T> => T.ReducedSqrt(x);

    /// <summary>e^x, within 1.2e-9 relative (and what a subnormal result rounds).</summary>
    /// <typeparam name="T">The lanes to work with.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Exp<T>(T x)
        where T : struct, ILanes<T> => Power(x, new(PowerTables.ReducedE));

    /// <summary>10^x, within 1.2e-9 relative (and what a subnormal result rounds).</summary>
    /// <typeparam name="T">The lanes to work with.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Pow10<T>(T x)
        where T : struct, ILanes<T> => Power(x, new(PowerTables.ReducedTen));

    /// <summary>The ratio that a number of decibels stands for, within 1.2e-9 relative (and what a subnormal result rounds).</summary>
    /// <typeparam name="T">The lanes to work with.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T FromDecibel<T>(T x)
        where T : struct, ILanes<T> => Power(x, new(PowerTables.ReducedDecibel));

    // The power that the constants are for.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T Power<T>(T x, in PowerConstants<T> held)
        where T : struct, ILanes<T>
    {
        x = T.Maximum(T.Minimum(x, held.Largest), held.Smallest);
        var t = T.MultiplyAdd(x, held.Per, held.Rounding);
        var k = t - held.Rounding;
        var r = T.MultiplyAdd(k, held.High, x);
        var p = T.MultiplyAdd(held.Curve3, r, held.Curve2);
        p = T.MultiplyAdd(p, r, held.Curve1);
        p = T.MultiplyAdd(p, r, held.Curve0);
        return T.Scale(p * T.Lookup(ExponentialTable.High, t), T.Floor(k * held.Sixteenth));
    }
}
