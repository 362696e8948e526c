using System.Runtime.CompilerServices;
using InterconnectDsl.Numerics;

namespace InterconnectDsl.Runtime;

/// <content>The inverse of the normal distribution.</content>
public static partial class FullPrecision
{
    /// <summary>
    /// The normal value that is not exceeded with probability p, within 5 units in the last place; infinite at 0 and 1, NaN outside. Beyond the first and
    /// the last 512th it costs a logarithm and a root, which is skipped where no lane is that far out.
    /// </summary>
    /// <typeparam name="T">The lanes to work with.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T NormalInverse<T>(T p)
        where T : struct, ILanes<T>
    {
        var m = T.Minimum(p, T.Of(1.0) - p);
        var v = T.NegatedMultiplyAdd(m, m, m);
        var d = p - T.Of(0.5);
        var slope = T.MultiplyAdd(d * d, CentralTop(v) / CentralBottom(v), T.Of(NormalDistribution.RootTwoPiLow));
        var x = d * (T.Of(NormalDistribution.RootTwoPi) + slope);
        var far = T.Less(m, T.Of(NormalDistribution.Split));
        return T.CountOf(far) == 0 ? x : T.Select(far, NormalTail(p, m), x);
    }

    /// <summary>
    /// <see cref="NormalInverse"/> of two vectors but for the tails: in how many lanes one of both is that far out.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int CentralInverse<T>(ref T first, ref T second, ref double coefficients)
        where T : struct, ILanes<T>
    {
        var m = T.Minimum(first, T.Of(1.0) - first);
        var n = T.Minimum(second, T.Of(1.0) - second);
        var (v, w) = (T.NegatedMultiplyAdd(m, m, m), T.NegatedMultiplyAdd(n, n, n));
        var top = new Pair<T>(T.Of(coefficients));
        top.Four(v, w, ref coefficients, 1);
        top.Four(v, w, ref coefficients, 5);
        top.Four(v, w, ref coefficients, 9);
        top.Two(v, w, ref coefficients, 13);
        var bottom = new Pair<T>(v, w);
        bottom.Add(ref coefficients, 15);
        bottom.Four(v, w, ref coefficients, 16);
        bottom.Four(v, w, ref coefficients, 20);
        bottom.Four(v, w, ref coefficients, 24);
        bottom.One(v, w, ref coefficients, 28);
        var (d, e) = (first - T.Of(0.5), second - T.Of(0.5));
        var low = T.Of(NormalDistribution.RootTwoPiLow);
        first = d * (T.Of(NormalDistribution.RootTwoPi) + T.MultiplyAdd(d * d, top.First / bottom.First, low));
        second = e * (T.Of(NormalDistribution.RootTwoPi) + T.MultiplyAdd(e * e, top.Second / bottom.Second, low));
        return T.CountOf(T.Less(T.Minimum(m, n), T.Of(NormalDistribution.Split)));
    }

    /// <summary>The same number of each lane but where p is in the tails; there that of <see cref="NormalInverse"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T WithTails<T>(T p, T scale, T offset, T central)
        where T : struct, ILanes<T>
    {
        var m = T.Minimum(p, T.Of(1.0) - p);
        return T.Select(T.Less(m, T.Of(NormalDistribution.Split)), T.MultiplyAdd(NormalTail(p, m), scale, offset), central);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T NormalTail<T>(T p, T m)
        where T : struct, ILanes<T>
    {
        var t = T.Sqrt(-Ln(m));
        var left = T.MultiplyAdd(t, T.Of(NormalDistribution.RootTwoLow), TailTop(t) / TailBottom(t));
        var x = T.MultiplyAdd(t, T.Of(NormalDistribution.RootTwo), left);
        x = T.Select(T.Equal(m, T.Zero), T.Of(double.PositiveInfinity), x);
        return T.Select(T.Less(p, T.Of(0.5)), -x, x);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T CentralTop<T>(T v)
        where T : struct, ILanes<T>
    {
        var p = T.MultiplyAdd(T.Of(NormalDistribution.CentralTop14), v, T.Of(NormalDistribution.CentralTop13));
        p = T.MultiplyAdd(p, v, T.Of(NormalDistribution.CentralTop12));
        p = T.MultiplyAdd(p, v, T.Of(NormalDistribution.CentralTop11));
        p = T.MultiplyAdd(p, v, T.Of(NormalDistribution.CentralTop10));
        p = T.MultiplyAdd(p, v, T.Of(NormalDistribution.CentralTop9));
        p = T.MultiplyAdd(p, v, T.Of(NormalDistribution.CentralTop8));
        p = T.MultiplyAdd(p, v, T.Of(NormalDistribution.CentralTop7));
        p = T.MultiplyAdd(p, v, T.Of(NormalDistribution.CentralTop6));
        p = T.MultiplyAdd(p, v, T.Of(NormalDistribution.CentralTop5));
        p = T.MultiplyAdd(p, v, T.Of(NormalDistribution.CentralTop4));
        p = T.MultiplyAdd(p, v, T.Of(NormalDistribution.CentralTop3));
        p = T.MultiplyAdd(p, v, T.Of(NormalDistribution.CentralTop2));
        p = T.MultiplyAdd(p, v, T.Of(NormalDistribution.CentralTop1));
        return T.MultiplyAdd(p, v, T.Of(NormalDistribution.CentralTop0));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T CentralBottom<T>(T v)
        where T : struct, ILanes<T>
    {
        var p = v + T.Of(NormalDistribution.CentralBottom13);
        p = T.MultiplyAdd(p, v, T.Of(NormalDistribution.CentralBottom12));
        p = T.MultiplyAdd(p, v, T.Of(NormalDistribution.CentralBottom11));
        p = T.MultiplyAdd(p, v, T.Of(NormalDistribution.CentralBottom10));
        p = T.MultiplyAdd(p, v, T.Of(NormalDistribution.CentralBottom9));
        p = T.MultiplyAdd(p, v, T.Of(NormalDistribution.CentralBottom8));
        p = T.MultiplyAdd(p, v, T.Of(NormalDistribution.CentralBottom7));
        p = T.MultiplyAdd(p, v, T.Of(NormalDistribution.CentralBottom6));
        p = T.MultiplyAdd(p, v, T.Of(NormalDistribution.CentralBottom5));
        p = T.MultiplyAdd(p, v, T.Of(NormalDistribution.CentralBottom4));
        p = T.MultiplyAdd(p, v, T.Of(NormalDistribution.CentralBottom3));
        p = T.MultiplyAdd(p, v, T.Of(NormalDistribution.CentralBottom2));
        p = T.MultiplyAdd(p, v, T.Of(NormalDistribution.CentralBottom1));
        return T.MultiplyAdd(p, v, T.Of(NormalDistribution.CentralBottom0));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T TailTop<T>(T t)
        where T : struct, ILanes<T>
    {
        var p = T.MultiplyAdd(T.Of(NormalDistribution.TailTop9), t, T.Of(NormalDistribution.TailTop8));
        p = T.MultiplyAdd(p, t, T.Of(NormalDistribution.TailTop7));
        p = T.MultiplyAdd(p, t, T.Of(NormalDistribution.TailTop6));
        p = T.MultiplyAdd(p, t, T.Of(NormalDistribution.TailTop5));
        p = T.MultiplyAdd(p, t, T.Of(NormalDistribution.TailTop4));
        p = T.MultiplyAdd(p, t, T.Of(NormalDistribution.TailTop3));
        p = T.MultiplyAdd(p, t, T.Of(NormalDistribution.TailTop2));
        p = T.MultiplyAdd(p, t, T.Of(NormalDistribution.TailTop1));
        return T.MultiplyAdd(p, t, T.Of(NormalDistribution.TailTop0));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T TailBottom<T>(T t)
        where T : struct, ILanes<T>
    {
        var p = t + T.Of(NormalDistribution.TailBottom8);
        p = T.MultiplyAdd(p, t, T.Of(NormalDistribution.TailBottom7));
        p = T.MultiplyAdd(p, t, T.Of(NormalDistribution.TailBottom6));
        p = T.MultiplyAdd(p, t, T.Of(NormalDistribution.TailBottom5));
        p = T.MultiplyAdd(p, t, T.Of(NormalDistribution.TailBottom4));
        p = T.MultiplyAdd(p, t, T.Of(NormalDistribution.TailBottom3));
        p = T.MultiplyAdd(p, t, T.Of(NormalDistribution.TailBottom2));
        p = T.MultiplyAdd(p, t, T.Of(NormalDistribution.TailBottom1));
        return T.MultiplyAdd(p, t, T.Of(NormalDistribution.TailBottom0));
    }
}
