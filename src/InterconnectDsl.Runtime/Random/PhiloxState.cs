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
    public PhiloxState(ulong sample, uint instance, uint block)
    {
        a = T.Consecutive(sample);
        b = T.ShiftDown(a, 32);
        c = T.OfBits(instance);
        d = T.OfBits(block);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Round(T first, T second)
    {
        var p = T.MultiplyBits(a, T.OfBits(Philox.FirstFactor));
        var q = T.MultiplyBits(c, T.OfBits(Philox.SecondFactor));
        a = T.ExclusiveOr(T.ShiftDown(q, 32), b, first);
        c = T.ExclusiveOr(T.ShiftDown(p, 32), d, second);
        b = q;
        d = p;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Store(ref double words, nint sample, nint count)
    {
        T.Store(a, ref words, sample);
        T.Store(b, ref words, sample + count);
        T.Store(c, ref words, sample + (2 * count));
        T.Store(d, ref words, sample + (3 * count));
    }
}
