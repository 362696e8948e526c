using System.Runtime.CompilerServices;
using InterconnectDsl.Numerics;

namespace InterconnectDsl.Runtime;

/// <summary>
/// Functions of as many numbers as there are lanes, to nearly the last place. Each gives, lane by lane, the bits of the interpreter's scalar function at
/// every width: the same operations in the same order. NaN stays NaN, and the limits at 0 and at infinity are exact.
/// </summary>
public static partial class FullPrecision
{
    /// <summary>e^x, within 0.52 units in the last place (subnormal results within 1): infinite from 709.8 on, 0 below -745.2.</summary>
    /// <typeparam name="T">The lanes to work with.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Exp<T>(T x)
        where T : struct, ILanes<T>
    {
        var size = T.Maximum(T.Minimum(x, T.Of(Exponential.Largest)), T.Of(-Exponential.Largest));
        var m = Split(size, T.Zero, out var n);
        return T.Scale(m, n);
    }

    // e^(x + low) = m 2^n for |x| up to 800.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Split<T>(T x, T low, out T n)
        where T : struct, ILanes<T>
    {
        var t = T.MultiplyAdd(x, T.Of(Exponential.PerLn2), T.Of(Exponential.Rounding));
        var k = t - T.Of(Exponential.Rounding);
        var a = T.MultiplyAdd(k, T.Of(-Exponential.Ln2High), x);
        var b = (k * T.Of(Exponential.Ln2Low)) - low;
        var r = a - b;
        var p = T.MultiplyAdd(T.Of(Exponential.Curve5), r, T.Of(Exponential.Curve4));
        p = T.MultiplyAdd(p, r, T.Of(Exponential.Curve3));
        p = T.MultiplyAdd(p, r, T.Of(Exponential.Curve2));
        p = T.MultiplyAdd(p, r, T.Of(Exponential.Curve1));
        p = T.MultiplyAdd(p, r, T.Of(Exponential.Curve0));
        n = T.Floor(k * T.Of(1.0 / 16.0));
        return Assemble(t, r, T.MultiplyAdd(r * r, p, (a - r) - b));
    }

    // (1 + r + rest) times the part of 2^(k/16) that is no whole power; t has k in its last bits.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Assemble<T>(T t, T r, T rest)
        where T : struct, ILanes<T>
    {
        var high = T.Lookup(ExponentialTable.High, t);
        var low = T.Lookup(ExponentialTable.Low, t);
        return high + T.MultiplyAdd(high, r, T.MultiplyAdd(high, rest, T.MultiplyAdd(low, r, low)));
    }
}
