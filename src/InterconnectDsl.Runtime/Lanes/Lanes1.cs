using System.Runtime.CompilerServices;

namespace InterconnectDsl.Runtime;

/// <summary>One double: what runs where there are no vectors.</summary>
public readonly partial struct Lanes1 : ILanes<Lanes1>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    private readonly double value;

    [MethodImpl(Inline)]
    private Lanes1(double value) => this.value = value;

    /// <inheritdoc/>
    public static bool IsSupported
    {
        [MethodImpl(Inline)]
        get => true;
    }

    /// <inheritdoc/>
    public static int Count
    {
        [MethodImpl(Inline)]
        get => 1;
    }

    /// <inheritdoc/>
    public static Lanes1 Zero
    {
        [MethodImpl(Inline)]
        get => default;
    }

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes1 Of(double value) => new(value);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes1 OfBits(ulong bits) => new(BitConverter.UInt64BitsToDouble(bits));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes1 Consecutive(ulong first) => OfBits(first);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes1 Load(ref readonly double origin, nint element) => new(Unsafe.Add(ref Unsafe.AsRef(in origin), element));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static void Store(Lanes1 lanes, ref double origin, nint element) => Unsafe.Add(ref origin, element) = lanes.value;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static void StoreWhole(Lanes1 lanes, ref int origin, nint element) => Unsafe.Add(ref origin, element) = (int)lanes.value;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes1 operator +(Lanes1 a, Lanes1 b) => new(a.value + b.value);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes1 operator -(Lanes1 a, Lanes1 b) => new(a.value - b.value);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes1 operator *(Lanes1 a, Lanes1 b) => new(a.value * b.value);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes1 operator /(Lanes1 a, Lanes1 b) => new(a.value / b.value);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes1 operator -(Lanes1 a) => new(-a.value);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes1 operator &(Lanes1 a, Lanes1 b) => OfBits(Bits(a) & Bits(b));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes1 operator |(Lanes1 a, Lanes1 b) => OfBits(Bits(a) | Bits(b));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes1 operator ^(Lanes1 a, Lanes1 b) => OfBits(Bits(a) ^ Bits(b));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes1 MultiplyAdd(Lanes1 a, Lanes1 b, Lanes1 c) => new(Math.FusedMultiplyAdd(a.value, b.value, c.value));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes1 MultiplySubtract(Lanes1 a, Lanes1 b, Lanes1 c) => new(Math.FusedMultiplyAdd(a.value, b.value, -c.value));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes1 NegatedMultiplyAdd(Lanes1 a, Lanes1 b, Lanes1 c) => new(Math.FusedMultiplyAdd(-a.value, b.value, c.value));
}
