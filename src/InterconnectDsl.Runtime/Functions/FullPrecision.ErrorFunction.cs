using System.Runtime.CompilerServices;
using InterconnectDsl.Numerics;

namespace InterconnectDsl.Runtime;

/// <content>The error function's complement, and the normal distribution's probability.</content>
public static partial class FullPrecision
{
    /// <summary>1 - erf(x), within 4 units in the last place down to where it is subnormal, at x = 26.5; 0 from 27.3 on.</summary>
    /// <typeparam name="T">The lanes to work with.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Erfc<T>(T x)
        where T : struct, ILanes<T>
    {
        var size = T.Minimum(T.Abs(x), T.Of(28.0));
        var square = size * size;
        var m = Split(T.Zero - square, T.Zero - T.MultiplySubtract(size, size, square), out var n);
        var rest = T.Scale(m * ScaledErfc(size), n);
        rest = T.Select(T.Less(x, T.Zero), T.Of(2.0) - rest, rest);
        var near = T.Less(size, T.Of(0.5));
        return T.CountOf(near) == 0 ? rest : T.Select(near, NearErfc(x), rest);
    }

    /// <summary>e^(x²) erfc(x), within 4 units in the last place; infinite below -26.7.</summary>
    /// <typeparam name="T">The lanes to work with.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Erfcx<T>(T x)
        where T : struct, ILanes<T>
    {
        var size = T.Abs(x);
        var far = T.Select(T.Less(T.Of(1e17), size), T.Of(ErrorFunction.PerRootPi) / size, ScaledErfc(T.Minimum(size, T.Of(1e100))));

        // Where x is positive the power counts only near 0.
        var bounded = T.Minimum(size, T.Of(28.0));
        var square = bounded * bounded;
        var m = Split(square, T.MultiplySubtract(bounded, bounded, square), out var n);
        var grown = T.Scale(m, n);
        far = T.Select(T.Less(x, T.Zero), (T.Of(2.0) * grown) - far, far);
        return T.Select(T.Less(size, T.Of(0.5)), grown * NearErfc(x), far);
    }

    /// <summary>The probability of a normal value up to x, within 6 units in the last place also far out on the left.</summary>
    /// <typeparam name="T">The lanes to work with.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T NormalCdf<T>(T x)
        where T : struct, ILanes<T>
    {
        var size = T.Minimum(T.Abs(x), T.Of(39.0));
        var part = size * T.Of(NormalDistribution.RootHalf);
        var square = size * size;
        var left = T.MultiplySubtract(size, size, square);
        var m = Split(T.Of(-0.5) * square, T.Of(-0.5) * left, out var n);
        var tail = T.Scale(m * (T.Of(0.5) * ScaledErfc(part)), n);
        tail = T.Select(T.Less(T.Zero, x), T.Of(1.0) - tail, tail);
        return T.Select(T.Less(part, T.Of(0.5)), T.Of(0.5) * NearErfc(T.Of(-NormalDistribution.RootHalf) * x), tail);
    }

    // erfc(x) for |x| below 1/2.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T NearErfc<T>(T x)
        where T : struct, ILanes<T>
    {
        var square = x * x;
        var p = T.MultiplyAdd(T.Of(ErrorFunction.Slope8), square, T.Of(ErrorFunction.Slope7));
        p = T.MultiplyAdd(p, square, T.Of(ErrorFunction.Slope6));
        p = T.MultiplyAdd(p, square, T.Of(ErrorFunction.Slope5));
        p = T.MultiplyAdd(p, square, T.Of(ErrorFunction.Slope4));
        p = T.MultiplyAdd(p, square, T.Of(ErrorFunction.Slope3));
        p = T.MultiplyAdd(p, square, T.Of(ErrorFunction.Slope2));
        p = T.MultiplyAdd(p, square, T.Of(ErrorFunction.Slope1));
        p = T.MultiplyAdd(p, square, T.Of(ErrorFunction.Slope0));
        return T.Of(1.0) - (x * p);
    }

    // e^(x²) erfc(x) for x from 0 to 1e100.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T ScaledErfc<T>(T x)
        where T : struct, ILanes<T>
    {
        var a = x + T.Of(3.5);
        var b = T.MultiplyAdd(x, T.Of(2.0), T.Of(1.0));
        var r = T.Of(1.0) / (a * b);
        var q = (x - T.Of(3.5)) * (r * b);
        var square = q * q;
        var p = T.MultiplyAdd(OddErfc(square), q, EvenErfc(square));
        var perB = r * a;
        var h = p * perB;
        return T.MultiplyAdd(T.NegatedMultiplyAdd(h, b, p), perB, h);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T EvenErfc<T>(T square)
        where T : struct, ILanes<T>
    {
        var p = T.MultiplyAdd(T.Of(ErrorFunction.Even11), square, T.Of(ErrorFunction.Even10));
        p = T.MultiplyAdd(p, square, T.Of(ErrorFunction.Even9));
        p = T.MultiplyAdd(p, square, T.Of(ErrorFunction.Even8));
        p = T.MultiplyAdd(p, square, T.Of(ErrorFunction.Even7));
        p = T.MultiplyAdd(p, square, T.Of(ErrorFunction.Even6));
        p = T.MultiplyAdd(p, square, T.Of(ErrorFunction.Even5));
        p = T.MultiplyAdd(p, square, T.Of(ErrorFunction.Even4));
        p = T.MultiplyAdd(p, square, T.Of(ErrorFunction.Even3));
        p = T.MultiplyAdd(p, square, T.Of(ErrorFunction.Even2));
        p = T.MultiplyAdd(p, square, T.Of(ErrorFunction.Even1));
        return T.MultiplyAdd(p, square, T.Of(ErrorFunction.Even0));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T OddErfc<T>(T square)
        where T : struct, ILanes<T>
    {
        var p = T.MultiplyAdd(T.Of(ErrorFunction.Odd11), square, T.Of(ErrorFunction.Odd10));
        p = T.MultiplyAdd(p, square, T.Of(ErrorFunction.Odd9));
        p = T.MultiplyAdd(p, square, T.Of(ErrorFunction.Odd8));
        p = T.MultiplyAdd(p, square, T.Of(ErrorFunction.Odd7));
        p = T.MultiplyAdd(p, square, T.Of(ErrorFunction.Odd6));
        p = T.MultiplyAdd(p, square, T.Of(ErrorFunction.Odd5));
        p = T.MultiplyAdd(p, square, T.Of(ErrorFunction.Odd4));
        p = T.MultiplyAdd(p, square, T.Of(ErrorFunction.Odd3));
        p = T.MultiplyAdd(p, square, T.Of(ErrorFunction.Odd2));
        p = T.MultiplyAdd(p, square, T.Of(ErrorFunction.Odd1));
        return T.MultiplyAdd(p, square, T.Of(ErrorFunction.Odd0));
    }
}
