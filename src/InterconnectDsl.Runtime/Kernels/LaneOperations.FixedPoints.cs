using System.Runtime.CompilerServices;

namespace InterconnectDsl.Runtime;

/// <content>Fixed points: the scalar search, all lanes at once. A lane that fails is flagged and searched again carefully.</content>
public readonly partial struct LaneOperations<T, TFunctions>
{
    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static void SolveStart(T start, T tolerance, T limit, ref double columns, nint first, nint pitch, nint point)
    {
        var at = first + point;
        T.Store(start, ref columns, at + (FixedPoints.Tried * pitch));
        T.Store(start, ref columns, at + (FixedPoints.Result * pitch));
        T.Store(T.Zero, ref columns, at + (FixedPoints.HasBefore * pitch));
        T.Store(tolerance, ref columns, at + (FixedPoints.Tolerance * pitch));
        T.Store(limit, ref columns, at + (FixedPoints.Limit * pitch));
        Flag(Check(Check(Check(T.Zero, start), tolerance), limit), ref columns, point);
    }

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static bool SolveNext(T body, ref double columns, nint first, nint pitch, nint point, int step, int id)
    {
        var at = first + point;
        var x = T.Load(ref columns, at + (FixedPoints.Tried * pitch));
        var gap = body - x;
        var fine = T.Equal(gap - gap, T.Zero);
        var resting = T.LessOrEqual(T.Abs(gap), T.Load(ref columns, at + (FixedPoints.Tolerance * pitch)));
        var late = T.LessOrEqual(T.Load(ref columns, at + (FixedPoints.Limit * pitch)), T.Of(step));
        var failed = T.Select(resting, T.Zero, late) | T.Select(fine, T.Zero, T.OfBits(ulong.MaxValue));
        Flag(failed, ref columns, point);
        T.Store(body, ref columns, at + (FixedPoints.Result * pitch));
        var moving = T.Select(resting | failed, T.Zero, fine);
        if (T.CountOf(moving) == 0)
        {
            return false;
        }

        Move(x, gap, moving, ref columns, at, pitch);
        return true;
    }

    [MethodImpl(Inline)]
    private static void Move(T x, T gap, T moving, ref double columns, nint at, nint pitch)
    {
        var before = T.Load(ref columns, at + (FixedPoints.Before * pitch));
        var gapBefore = T.Load(ref columns, at + (FixedPoints.GapBefore * pitch));
        var hasBefore = T.Load(ref columns, at + (FixedPoints.HasBefore * pitch));
        var slope = (gap - gapBefore) / (x - before);
        var way = gap / slope;
        var secant = x - way;
        var follows = hasBefore & T.Less(slope, T.Zero) & T.Less(T.Of(-1e6), slope) & T.LessOrEqual(T.Abs(way), T.Of(100.0) * T.Abs(gap))
            & T.Equal(secant - secant, T.Zero);
        follows = T.Select(T.Equal(x, before), T.Zero, follows);
        var next = T.Select(follows, secant, x + gap);
        T.Store(T.Select(moving, next, x), ref columns, at + (FixedPoints.Tried * pitch));
        T.Store(T.Select(moving, x, before), ref columns, at + (FixedPoints.Before * pitch));
        T.Store(T.Select(moving, gap, gapBefore), ref columns, at + (FixedPoints.GapBefore * pitch));
        T.Store(hasBefore | moving, ref columns, at + (FixedPoints.HasBefore * pitch));
    }
}
