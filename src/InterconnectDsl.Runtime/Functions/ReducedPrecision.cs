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
        where T : struct, ILanes<T>
    {
        x = T.Maximum(T.Minimum(x, T.Of(Exponential.Largest)), T.Of(-Exponential.Largest));
        var t = T.MultiplyAdd(x, T.Of(Exponential.PerLn2), T.Of(Exponential.Rounding));
        var k = t - T.Of(Exponential.Rounding);
        var r = T.MultiplyAdd(k, T.Of(-Exponential.Ln2High), x);
        var p = T.MultiplyAdd(T.Of(0.16666245299550184), r, T.Of(0.5000195880034222));
        p = T.MultiplyAdd(p, r, T.Of(1.000000002635495));
        p = T.MultiplyAdd(p, r, T.Of(0.9999999988477486));
        return T.Scale(p * T.Lookup(ExponentialTable.High, t), T.Floor(k * T.Of(1.0 / 16.0)));
    }

    /// <summary>10^x, within 1.2e-9 relative (and what a subnormal result rounds).</summary>
    /// <typeparam name="T">The lanes to work with.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Pow10<T>(T x)
        where T : struct, ILanes<T>
    {
        x = T.Maximum(T.Minimum(x, T.Of(Exponential.LargestPower)), T.Of(-Exponential.LargestPower));
        var t = T.MultiplyAdd(x, T.Of(Exponential.Pow10Per), T.Of(Exponential.Rounding));
        var k = t - T.Of(Exponential.Rounding);
        var r = T.MultiplyAdd(k, T.Of(-Exponential.Pow10High), x);
        var p = T.MultiplyAdd(T.Of(2.034627151494392), r, T.Of(2.651052908837531));
        p = T.MultiplyAdd(p, r, T.Of(2.3025850990624974));
        p = T.MultiplyAdd(p, r, T.Of(0.9999999988477486));
        return T.Scale(p * T.Lookup(ExponentialTable.High, t), T.Floor(k * T.Of(1.0 / 16.0)));
    }

    /// <summary>The ratio that a number of decibels stands for, within 1.2e-9 relative (and what a subnormal result rounds).</summary>
    /// <typeparam name="T">The lanes to work with.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T FromDecibel<T>(T x)
        where T : struct, ILanes<T>
    {
        x = T.Maximum(T.Minimum(x, T.Of(Exponential.LargestDecibel)), T.Of(-Exponential.LargestDecibel));
        var t = T.MultiplyAdd(x, T.Of(Exponential.DecibelPer), T.Of(Exponential.Rounding));
        var k = t - T.Of(Exponential.Rounding);
        var r = T.MultiplyAdd(k, T.Of(-Exponential.DecibelHigh), x);
        var p = T.MultiplyAdd(T.Of(0.002034627151494392), r, T.Of(0.02651052908837531));
        p = T.MultiplyAdd(p, r, T.Of(0.23025850990624971));
        p = T.MultiplyAdd(p, r, T.Of(0.9999999988477486));
        return T.Scale(p * T.Lookup(ExponentialTable.High, t), T.Floor(k * T.Of(1.0 / 16.0)));
    }
}
