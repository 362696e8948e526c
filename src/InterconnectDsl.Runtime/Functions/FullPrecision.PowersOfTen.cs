using System.Runtime.CompilerServices;
using InterconnectDsl.Numerics;

namespace InterconnectDsl.Runtime;

/// <content>Powers of ten.</content>
public static partial class FullPrecision
{
    /// <summary>10^x, within 0.52 units in the last place (subnormal results within 1); exact for whole x from 0 to 22.</summary>
    /// <typeparam name="T">The lanes to work with.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Pow10<T>(T x)
        where T : struct, ILanes<T>
    {
        x = T.Maximum(T.Minimum(x, T.Of(Exponential.LargestPower)), T.Of(-Exponential.LargestPower));
        var t = T.MultiplyAdd(x, T.Of(Exponential.Pow10Per), T.Of(Exponential.Rounding));
        var k = t - T.Of(Exponential.Rounding);
        var a = T.MultiplyAdd(k, T.Of(-Exponential.Pow10High), x);
        var b = k * T.Of(Exponential.Pow10Low);
        var y = a - b;
        var p = T.MultiplyAdd(T.Of(Exponential.Pow10Curve5), y, T.Of(Exponential.Pow10Curve4));
        p = T.MultiplyAdd(p, y, T.Of(Exponential.Pow10Curve3));
        p = T.MultiplyAdd(p, y, T.Of(Exponential.Pow10Curve2));
        p = T.MultiplyAdd(p, y, T.Of(Exponential.Pow10Curve1));
        p = T.MultiplyAdd(p, y, T.Of(Exponential.Pow10Curve0));
        return Finish(t, k, y, (a - y) - b, p, Exponential.Pow10Ln, Exponential.Pow10LnLow);
    }

    /// <summary>The ratio that a number of decibels stands for, 10^(x/10), within 0.52 units in the last place (subnormal results within 1).</summary>
    /// <typeparam name="T">The lanes to work with.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T FromDecibel<T>(T x)
        where T : struct, ILanes<T>
    {
        x = T.Maximum(T.Minimum(x, T.Of(Exponential.LargestDecibel)), T.Of(-Exponential.LargestDecibel));
        var t = T.MultiplyAdd(x, T.Of(Exponential.DecibelPer), T.Of(Exponential.Rounding));
        var k = t - T.Of(Exponential.Rounding);
        var a = T.MultiplyAdd(k, T.Of(-Exponential.DecibelHigh), x);
        var b = k * T.Of(Exponential.DecibelLow);
        var y = a - b;
        var p = T.MultiplyAdd(T.Of(Exponential.DecibelCurve5), y, T.Of(Exponential.DecibelCurve4));
        p = T.MultiplyAdd(p, y, T.Of(Exponential.DecibelCurve3));
        p = T.MultiplyAdd(p, y, T.Of(Exponential.DecibelCurve2));
        p = T.MultiplyAdd(p, y, T.Of(Exponential.DecibelCurve1));
        p = T.MultiplyAdd(p, y, T.Of(Exponential.DecibelCurve0));
        return Finish(t, k, y, (a - y) - b, p, Exponential.DecibelLn, Exponential.DecibelLnLow);
    }

    // 2^(k/16) e^((y + low) (ln + lnLow)), whose quadratic and higher terms are y² p.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Finish<T>(T t, T k, T y, T low, T p, double ln, double lnLow)
        where T : struct, ILanes<T>
    {
        var r = y * T.Of(ln);
        var rest = T.MultiplyAdd(low, T.Of(ln), T.MultiplyAdd(y, T.Of(lnLow), T.MultiplySubtract(y, T.Of(ln), r)));
        var m = Assemble(t, k, r, T.MultiplyAdd(y * y, p, rest), out var n);
        return T.Scale(m, n);
    }
}
