using System.Runtime.CompilerServices;
using InterconnectDsl.Runtime;

namespace InterconnectDsl.Numerics;

/// <content>A search that lies in columns between two steps.</content>
internal partial struct FixedPointLane
{
    private const double Rests = 1.0;
    private const double Fails = 2.0;

    /// <summary>Takes up a search.</summary>
    public FixedPointLane(ref double fields, nint pitch)
    {
        X = Unsafe.Add(ref fields, FixedPoints.Tried * pitch);
        Result = Unsafe.Add(ref fields, FixedPoints.Result * pitch);
        _before = Unsafe.Add(ref fields, FixedPoints.Before * pitch);
        _gapBefore = Unsafe.Add(ref fields, FixedPoints.GapBefore * pitch);
        _good = Unsafe.Add(ref fields, FixedPoints.Good * pitch);
        _hasBefore = Unsafe.Add(ref fields, FixedPoints.HasBefore * pitch) != 0.0;
        _tolerance = Unsafe.Add(ref fields, FixedPoints.Tolerance * pitch);
        _limit = Unsafe.Add(ref fields, FixedPoints.Limit * pitch);
        Resting = Unsafe.Add(ref fields, FixedPoints.State * pitch) == Rests;
        Failed = Unsafe.Add(ref fields, FixedPoints.State * pitch) == Fails;
    }

    /// <summary>Puts it down.</summary>
    public readonly void Store(ref double fields, nint pitch)
    {
        Unsafe.Add(ref fields, FixedPoints.Tried * pitch) = X;
        Unsafe.Add(ref fields, FixedPoints.Result * pitch) = Result;
        Unsafe.Add(ref fields, FixedPoints.Before * pitch) = _before;
        Unsafe.Add(ref fields, FixedPoints.GapBefore * pitch) = _gapBefore;
        Unsafe.Add(ref fields, FixedPoints.Good * pitch) = _good;
        Unsafe.Add(ref fields, FixedPoints.HasBefore * pitch) = _hasBefore ? 1.0 : 0.0;
        Unsafe.Add(ref fields, FixedPoints.State * pitch) = Failed ? Fails : Resting ? Rests : 0.0;
        Unsafe.Add(ref fields, FixedPoints.Tolerance * pitch) = _tolerance;
        Unsafe.Add(ref fields, FixedPoints.Limit * pitch) = _limit;
    }
}
