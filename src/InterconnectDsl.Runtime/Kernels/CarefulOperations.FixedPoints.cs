using System.Runtime.CompilerServices;
using InterconnectDsl.Numerics;

namespace InterconnectDsl.Runtime;

/// <content>Fixed points: the scalar search itself, kept in columns between two steps.</content>
public readonly partial struct CarefulOperations
{
    /// <inheritdoc/>
    public static void SolveStart(Lanes1 start, Lanes1 tolerance, Lanes1 limit, ref double columns, nint first, nint pitch, nint point) =>
        new FixedPointLane(D(start), D(tolerance), D(limit)).Store(ref Unsafe.Add(ref columns, first + point), pitch);

    /// <inheritdoc/>
    public static bool SolveNext(Lanes1 body, ref double columns, nint first, nint pitch, nint point, int step, int id)
    {
        ref var fields = ref Unsafe.Add(ref columns, first + point);
        var lane = new FixedPointLane(ref fields, pitch);
        lane.Step(D(body), step, id);
        lane.Store(ref fields, pitch);
        return !lane.Resting && !lane.Failed;
    }
}
