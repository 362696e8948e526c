using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace InterconnectDsl.Runtime;

/// <summary>
/// The constants of a power, read before a loop so that they stay in registers: written as constants of the code they would be read for each vector anew, and
/// reading, not arithmetic, would set the pace.
/// </summary>
/// <typeparam name="T">The lanes to work with.</typeparam>
public readonly struct PowerConstants<T>
    where T : struct, ILanes<T>
{
    internal readonly T Largest;
    internal readonly T Smallest;
    internal readonly T Per;
    internal readonly T Rounding;
    internal readonly T High;
    internal readonly T Sixteenth;
    internal readonly T Curve0;
    internal readonly T Curve1;
    internal readonly T Curve2;
    internal readonly T Curve3;
    internal readonly T Curve4;
    internal readonly T Curve5;
    internal readonly T Low;
    internal readonly T Ln;
    internal readonly T LnLow;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal PowerConstants(double[] table)
    {
        ref var first = ref MemoryMarshal.GetArrayDataReference(table);
        Largest = T.Of(first);
        Smallest = T.Of(Unsafe.Add(ref first, 1));
        Per = T.Of(Unsafe.Add(ref first, 2));
        Rounding = T.Of(Unsafe.Add(ref first, 3));
        High = T.Of(Unsafe.Add(ref first, 4));
        Sixteenth = T.Of(Unsafe.Add(ref first, 5));
        Curve0 = T.Of(Unsafe.Add(ref first, 6));
        Curve1 = T.Of(Unsafe.Add(ref first, 7));
        Curve2 = T.Of(Unsafe.Add(ref first, 8));
        Curve3 = T.Of(Unsafe.Add(ref first, 9));
        Curve4 = T.Of(Unsafe.Add(ref first, 10));
        Curve5 = T.Of(Unsafe.Add(ref first, 11));
        Low = T.Of(Unsafe.Add(ref first, 12));
        Ln = T.Of(Unsafe.Add(ref first, 13));
        LnLow = T.Of(Unsafe.Add(ref first, 14));
    }
}
