using System.Runtime.CompilerServices;
using InterconnectDsl.Numerics;

namespace InterconnectDsl.Runtime;

/// <content>The inverse of the normal distribution.</content>
public static partial class ReducedPrecision
{
    /// <summary>The normal value that is not exceeded with probability p, within 1e-8 relative; infinite at 0 and 1, NaN outside.</summary>
    /// <typeparam name="T">The lanes to work with.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T NormalInverse<T>(T p)
        where T : struct, ILanes<T>
    {
        var m = T.Minimum(p, T.Of(1.0) - p);
        var v = T.NegatedMultiplyAdd(m, m, m);
        var x = (p - T.Of(0.5)) * (CentralTop(v) * T.ReducedReciprocal(CentralBottom(v)));
        var far = T.Less(m, T.Of(NormalDistribution.Split));
        return T.CountOf(far) == 0 ? x : T.Select(far, NormalTail(p, m), x);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T NormalTail<T>(T p, T m)
        where T : struct, ILanes<T>
    {
        var t = T.ReducedSqrt(-Ln(m));
        var x = T.Select(T.Equal(m, T.Zero), T.Of(double.PositiveInfinity), TailTop(t) * T.ReducedReciprocal(TailBottom(t)));
        return T.Select(T.Less(p, T.Of(0.5)), -x, x);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T CentralTop<T>(T v)
        where T : struct, ILanes<T>
    {
        var p = T.MultiplyAdd(T.Of(-0.13220574607717347), v, T.Of(1.1050460687806782));
        p = T.MultiplyAdd(p, v, T.Of(1.8560499090579925));
        p = T.MultiplyAdd(p, v, T.Of(0.4835813146984042));
        p = T.MultiplyAdd(p, v, T.Of(0.03378638303304614));
        p = T.MultiplyAdd(p, v, T.Of(0.0007281183389518858));
        p = T.MultiplyAdd(p, v, T.Of(4.827312381422544e-06));
        p = T.MultiplyAdd(p, v, T.Of(8.562183479369372e-09));
        return T.MultiplyAdd(p, v, T.Of(2.55979798788913e-12));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T CentralBottom<T>(T v)
        where T : struct, ILanes<T>
    {
        var p = v + T.Of(0.8388624922268241);
        p = T.MultiplyAdd(p, v, T.Of(0.1545826040898615));
        p = T.MultiplyAdd(p, v, T.Of(0.008535631790988167));
        p = T.MultiplyAdd(p, v, T.Of(0.00015339932907753955));
        p = T.MultiplyAdd(p, v, T.Of(8.714480935772807e-07));
        p = T.MultiplyAdd(p, v, T.Of(1.3328177093940556e-09));
        return T.MultiplyAdd(p, v, T.Of(3.3249520699315827e-13));
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
