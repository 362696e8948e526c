using System.Runtime.CompilerServices;

namespace InterconnectDsl.Runtime;

/// <summary>A polynomial of two vectors on its way: each step multiplies by the variable and adds the next coefficient.</summary>
internal ref struct Pair<T>(T first, T second)
    where T : struct, ILanes<T>
{
    public T First = first;
    public T Second = second;

    /// <summary>The same constant twice.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Pair(T both)
        : this(both, both)
    {
    }

    /// <summary>Adds a coefficient.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(ref double coefficients, nint next)
    {
        var c = T.Of(Unsafe.Add(ref coefficients, next));
        First += c;
        Second += c;
    }

    /// <summary>Adds the variable times another polynomial.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Plus(T v, T w, Pair<T> other)
    {
        First = T.MultiplyAdd(other.First, v, First);
        Second = T.MultiplyAdd(other.Second, w, Second);
    }

    /// <summary>Takes four steps.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Four(T v, T w, ref double coefficients, nint next)
    {
        Two(v, w, ref coefficients, next);
        Two(v, w, ref coefficients, next + 2);
    }

    /// <summary>Takes two steps.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Two(T v, T w, ref double coefficients, nint next)
    {
        One(v, w, ref coefficients, next);
        One(v, w, ref coefficients, next + 1);
    }

    /// <summary>Takes a step.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void One(T v, T w, ref double coefficients, nint next)
    {
        var c = T.Of(Unsafe.Add(ref coefficients, next));
        First = T.MultiplyAdd(First, v, c);
        Second = T.MultiplyAdd(Second, w, c);
    }
}
