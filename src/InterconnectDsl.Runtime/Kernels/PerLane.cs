using System.Runtime.CompilerServices;

namespace InterconnectDsl.Runtime;

/// <summary>Functions that have no vector form, lane by lane.</summary>
internal static class PerLane<T>
    where T : struct, ILanes<T>
{
    private const int Most = 8;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static T Apply(T x, Func<double, double> function)
    {
        Span<double> lanes = stackalloc double[Most];
        T.Store(x, ref lanes[0], 0);
        for (var i = 0; i < T.Count; i++)
        {
            lanes[i] = function(lanes[i]);
        }

        return T.Load(ref lanes[0], 0);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static T Apply(T a, T b, Func<double, double, double> function)
    {
        Span<double> lanes = stackalloc double[2 * Most];
        T.Store(a, ref lanes[0], 0);
        T.Store(b, ref lanes[Most], 0);
        for (var i = 0; i < T.Count; i++)
        {
            lanes[i] = function(lanes[i], lanes[Most + i]);
        }

        return T.Load(ref lanes[0], 0);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static T Apply(T a, T b, T c, Func<double, double, double, double> function)
    {
        Span<double> lanes = stackalloc double[3 * Most];
        T.Store(a, ref lanes[0], 0);
        T.Store(b, ref lanes[Most], 0);
        T.Store(c, ref lanes[2 * Most], 0);
        for (var i = 0; i < T.Count; i++)
        {
            lanes[i] = function(lanes[i], lanes[Most + i], lanes[(2 * Most) + i]);
        }

        return T.Load(ref lanes[0], 0);
    }
}
