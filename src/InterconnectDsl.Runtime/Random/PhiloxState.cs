using System.Runtime.CompilerServices;

namespace InterconnectDsl.Runtime;

/// <summary>The counters of consecutive samples on their way through the rounds; only the lower half of each 64 bits counts.</summary>
internal struct PhiloxState<T>
    where T : struct, ILanes<T>
{
    private T a;
    private T b;
    private T c;
    private T d;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public PhiloxState(ulong place, ulong stream)
    {
        a = T.Consecutive(place);
        b = T.ShiftDown(a, 32);
        c = T.OfBits((uint)stream);
        d = T.OfBits(stream >> 32);
    }

    /// <summary>The counters behind their first rounds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public PhiloxState(ulong place, in PhiloxStart start)
    {
        var p = T.MultiplyBits(T.Consecutive(place), T.OfBits(Numerics.Philox.FirstFactor));
        b = T.MultiplyBits(T.ShiftDown(p, 32) ^ T.OfBits(start.First), T.OfBits(Numerics.Philox.SecondFactor));
        a = T.ShiftDown(b, 32) ^ T.OfBits(start.Second);
        c = p ^ T.OfBits(start.Third);
        d = T.OfBits(start.Fourth);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Round(T first, T second)
    {
        var p = T.MultiplyBits(a, T.OfBits(Numerics.Philox.FirstFactor));
        var q = T.MultiplyBits(c, T.OfBits(Numerics.Philox.SecondFactor));
        a = T.ExclusiveOr(T.ShiftDown(q, 32), b, first);
        c = T.ExclusiveOr(T.ShiftDown(p, 32), d, second);
        b = q;
        d = p;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Store(ref double numbers, nint counter)
    {
        // The four words of a counter are 16 samples apart, and a unit has 16 counters.
        const int Apart = Numerics.Philox.Counters;
        var sample = (4 * counter) - (3 * (counter % Apart));
        T.Store(Draws.Uniform(a), ref numbers, sample);
        T.Store(Draws.Uniform(b), ref numbers, sample + Apart);
        T.Store(Draws.Uniform(c), ref numbers, sample + (2 * Apart));
        T.Store(Draws.Uniform(d), ref numbers, sample + (3 * Apart));
    }
}
