using System.Runtime.CompilerServices;

namespace InterconnectDsl.Runtime;

/// <content>Rounding, comparison, bits and tables.</content>
public readonly partial struct Lanes1
{
    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes1 Sqrt(Lanes1 a) => new(Math.Sqrt(a.value));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes1 Abs(Lanes1 a) => new(Math.Abs(a.value));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes1 Round(Lanes1 a) => new(Math.Round(a.value));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes1 Floor(Lanes1 a) => new(Math.Floor(a.value));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes1 Minimum(Lanes1 a, Lanes1 b) => new(b.value < a.value ? b.value : a.value);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes1 Maximum(Lanes1 a, Lanes1 b) => new(b.value > a.value ? b.value : a.value);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes1 Less(Lanes1 a, Lanes1 b) => Mask(a.value < b.value);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes1 LessOrEqual(Lanes1 a, Lanes1 b) => Mask(a.value <= b.value);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes1 Equal(Lanes1 a, Lanes1 b) => Mask(a.value == b.value);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes1 EqualBits(Lanes1 a, Lanes1 b) => Mask(Bits(a) == Bits(b));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes1 Select(Lanes1 mask, Lanes1 yes, Lanes1 no) => Bits(mask) != 0 ? yes : no;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static int CountOf(Lanes1 mask) => Bits(mask) != 0 ? 1 : 0;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static bool HasNaN(Lanes1 a) => double.IsNaN(a.value);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes1 ExclusiveOr(Lanes1 a, Lanes1 b, Lanes1 c) => a ^ b ^ c;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes1 AddBits(Lanes1 a, Lanes1 b) => OfBits(Bits(a) + Bits(b));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes1 MultiplyBits(Lanes1 a, Lanes1 b) => OfBits((ulong)(uint)Bits(a) * (uint)Bits(b));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes1 ShiftUp(Lanes1 a, int places) => OfBits(Bits(a) << places);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes1 ShiftDown(Lanes1 a, int places) => OfBits(Bits(a) >> places);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes1 Lookup(ReadOnlySpan<double> table, Lanes1 index) => new(table[(int)(Bits(index) & 15)]);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes1 Scale(Lanes1 m, Lanes1 k) => Portable.Scale(m, k);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes1 Split(Lanes1 x, out Lanes1 k) => Portable.Split(x, out k);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes1 NearReciprocal(Lanes1 x) => Of(1.0) / x;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes1 ReducedReciprocal(Lanes1 x) => Of(1.0) / x;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes1 ReducedSqrt(Lanes1 x) => Sqrt(x);

    [MethodImpl(Inline)]
    private static ulong Bits(Lanes1 a) => BitConverter.DoubleToUInt64Bits(a.value);

    [MethodImpl(Inline)]
    private static Lanes1 Mask(bool set) => OfBits(set ? ulong.MaxValue : 0UL);
}
