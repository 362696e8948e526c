using System.Runtime.CompilerServices;
using InterconnectDsl.Numerics;

namespace InterconnectDsl.Runtime;

/// <content>The error function's complement, and the normal distribution's probability.</content>
public static partial class ReducedPrecision
{
    /// <summary>1 - erf(x), within 1e-8 relative down to where it is subnormal, at x = 26.5; 0 from 27.3 on.</summary>
    /// <typeparam name="T">The lanes to work with.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Erfc<T>(T x)
        where T : struct, ILanes<T>
    {
        var size = T.Minimum(T.Abs(x), T.Of(28.0));
        var m = Power(T.Zero - (size * size), out var n);
        var rest = T.Scale(m * ScaledErfc(size), n);
        return T.Select(T.Less(x, T.Zero), T.Of(2.0) - rest, rest);
    }

    /// <summary>e^(x²) erfc(x), within 1e-8 relative; infinite below -26.7.</summary>
    /// <typeparam name="T">The lanes to work with.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Erfcx<T>(T x)
        where T : struct, ILanes<T>
    {
        var size = T.Abs(x);
        var far = T.Select(T.Less(T.Of(1e17), size), T.Of(ErrorFunction.PerRootPi) / size, ScaledErfc(T.Minimum(size, T.Of(1e100))));
        var bounded = T.Minimum(size, T.Of(28.0));
        var m = Power(bounded * bounded, out var n);
        return T.Select(T.Less(x, T.Zero), (T.Of(2.0) * T.Scale(m, n)) - far, far);
    }

    /// <summary>The probability of a normal value up to x, within 1e-8 relative also far out on the left.</summary>
    /// <typeparam name="T">The lanes to work with.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T NormalCdf<T>(T x)
        where T : struct, ILanes<T>
    {
        var size = T.Minimum(T.Abs(x), T.Of(39.0));
        var m = Power(T.Of(-0.5) * (size * size), out var n);
        var tail = T.Scale(m * (T.Of(0.5) * ScaledErfc(size * T.Of(NormalDistribution.RootHalf))), n);
        return T.Select(T.Less(T.Zero, x), T.Of(1.0) - tail, tail);
    }

    // e^x = m 2^n for |x| up to 800.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Power<T>(T x, out T n)
        where T : struct, ILanes<T>
    {
        var t = T.MultiplyAdd(x, T.Of(Exponential.PerLn2), T.Of(Exponential.Rounding));
        var k = t - T.Of(Exponential.Rounding);
        var r = T.MultiplyAdd(k, T.Of(-Exponential.Ln2High), x);
        n = T.Floor(k * T.Of(1.0 / 16.0));
        return ExpCurve(r) * T.Lookup(ExponentialTable.High, t);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T ExpCurve<T>(T r)
        where T : struct, ILanes<T>
    {
        var p = T.MultiplyAdd(T.Of(0.16666245299550184), r, T.Of(0.5000195880034222));
        p = T.MultiplyAdd(p, r, T.Of(1.000000002635495));
        return T.MultiplyAdd(p, r, T.Of(0.9999999988477486));
    }

    // e^(x²) erfc(x) for x from 0 to 1e100; (1 + 2x) times it is a polynomial in q = (x - 3)/(x + 3).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T ScaledErfc<T>(T x)
        where T : struct, ILanes<T>
    {
        var a = x + T.Of(3.0);
        var b = T.MultiplyAdd(x, T.Of(2.0), T.Of(1.0));
        var r = T.NearReciprocal(a * b);
        var q = (x - T.Of(3.0)) * (r * b);
        var square = q * q;
        var even = T.MultiplyAdd(T.Of(-9.292834404828016e-05), square, T.Of(0.001875981979205814));
        even = T.MultiplyAdd(even, square, T.Of(-0.023764311400791813));
        even = T.MultiplyAdd(even, square, T.Of(-0.11927503519270174));
        even = T.MultiplyAdd(even, square, T.Of(-0.04756218376639675));
        even = T.MultiplyAdd(even, square, T.Of(1.2530080568332196));
        var odd = T.MultiplyAdd(T.Of(7.578150327688056e-05), square, T.Of(-0.0007224362848731499));
        odd = T.MultiplyAdd(odd, square, T.Of(0.002495312836806498));
        odd = T.MultiplyAdd(odd, square, T.Of(0.06831812463618873));
        odd = T.MultiplyAdd(odd, square, T.Of(0.12964385858667868));
        odd = T.MultiplyAdd(odd, square, T.Of(-0.13562105792041626));
        return T.MultiplyAdd(odd, q, even) * (r * a);
    }
}
