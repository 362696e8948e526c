using System.Runtime.CompilerServices;
using InterconnectDsl.Numerics;

namespace InterconnectDsl.Runtime;

/// <content>The inverse of the normal distribution.</content>
public static partial class ReducedPrecision
{
    internal const double CentralTop0 = 2.55979798788913e-12;
    internal const double CentralTop1 = 8.562183479369372e-09;
    internal const double CentralTop2 = 4.827312381422544e-06;
    internal const double CentralTop3 = 0.0007281183389518858;
    internal const double CentralTop4 = 0.03378638303304614;
    internal const double CentralTop5 = 0.4835813146984042;
    internal const double CentralTop6 = 1.8560499090579925;
    internal const double CentralTop7 = 1.1050460687806782;
    internal const double CentralTop8 = -0.13220574607717347;

    internal const double CentralBottom0 = 3.3249520699315827e-13;
    internal const double CentralBottom1 = 1.3328177093940556e-09;
    internal const double CentralBottom2 = 8.714480935772807e-07;
    internal const double CentralBottom3 = 0.00015339932907753955;
    internal const double CentralBottom4 = 0.008535631790988167;
    internal const double CentralBottom5 = 0.1545826040898615;
    internal const double CentralBottom6 = 0.8388624922268241;

    /// <summary>The normal value that is not exceeded with probability p, within 1e-8 relative; infinite at 0 and 1, NaN outside.</summary>
    /// <typeparam name="T">The lanes to work with.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T NormalInverse<T>(T p)
        where T : struct, ILanes<T>
    {
        var m = T.Minimum(p, T.Of(1.0) - p);
        var v = T.NegatedMultiplyAdd(m, m, m);
        var x = (p - T.Of(0.5)) * (CentralTop(v) * T.NearReciprocal(CentralBottom(v)));
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
        var (x, y) = (v * v, w * w);
        var top = new Pair<T>(T.Of(coefficients));
        top.Two(x, y, ref coefficients, 1);
        top.Two(x, y, ref coefficients, 3);
        var odd = new Pair<T>(T.Of(Unsafe.Add(ref coefficients, 5)));
        odd.Two(x, y, ref coefficients, 6);
        odd.One(x, y, ref coefficients, 8);
        top.Plus(v, w, odd);
        var bottom = new Pair<T>(T.Of(Unsafe.Add(ref coefficients, 9)));
        bottom.Two(x, y, ref coefficients, 10);
        bottom.One(x, y, ref coefficients, 12);
        odd = new Pair<T>(x, y);
        odd.Add(ref coefficients, 13);
        odd.Two(x, y, ref coefficients, 14);
        bottom.Plus(v, w, odd);
        first = (first - T.Of(0.5)) * (top.First * T.NearReciprocal(bottom.First));
        second = (second - T.Of(0.5)) * (top.Second * T.NearReciprocal(bottom.Second));
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
        var t = T.ReducedSqrt(-Ln(m));
        var x = T.Select(T.Equal(m, T.Zero), T.Of(double.PositiveInfinity), TailTop(t) * T.NearReciprocal(TailBottom(t)));
        return T.Select(T.Less(p, T.Of(0.5)), -x, x);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T CentralTop<T>(T v)
        where T : struct, ILanes<T>
    {
        var p = T.MultiplyAdd(T.Of(CentralTop8), v, T.Of(CentralTop7));
        p = T.MultiplyAdd(p, v, T.Of(CentralTop6));
        p = T.MultiplyAdd(p, v, T.Of(CentralTop5));
        p = T.MultiplyAdd(p, v, T.Of(CentralTop4));
        p = T.MultiplyAdd(p, v, T.Of(CentralTop3));
        p = T.MultiplyAdd(p, v, T.Of(CentralTop2));
        p = T.MultiplyAdd(p, v, T.Of(CentralTop1));
        return T.MultiplyAdd(p, v, T.Of(CentralTop0));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T CentralBottom<T>(T v)
        where T : struct, ILanes<T>
    {
        var p = v + T.Of(CentralBottom6);
        p = T.MultiplyAdd(p, v, T.Of(CentralBottom5));
        p = T.MultiplyAdd(p, v, T.Of(CentralBottom4));
        p = T.MultiplyAdd(p, v, T.Of(CentralBottom3));
        p = T.MultiplyAdd(p, v, T.Of(CentralBottom2));
        p = T.MultiplyAdd(p, v, T.Of(CentralBottom1));
        return T.MultiplyAdd(p, v, T.Of(CentralBottom0));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T TailTop<T>(T t)
        where T : struct, ILanes<T>
    {
        var p = T.MultiplyAdd(T.Of(1.4142428457216811), t, T.Of(46.60894612358129));
        p = T.MultiplyAdd(p, t, T.Of(280.62776324172245));
        p = T.MultiplyAdd(p, t, T.Of(276.3051811786132));
        p = T.MultiplyAdd(p, t, T.Of(-244.63913509821128));
        return T.MultiplyAdd(p, t, T.Of(-172.48261292532362));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T TailBottom<T>(T t)
        where T : struct, ILanes<T>
    {
        var p = t + T.Of(32.96325942510042);
        p = T.MultiplyAdd(p, t, T.Of(201.34079438626546));
        p = T.MultiplyAdd(p, t, T.Of(258.9711754003349));
        return T.MultiplyAdd(p, t, T.Of(61.93081876695725));
    }
}
