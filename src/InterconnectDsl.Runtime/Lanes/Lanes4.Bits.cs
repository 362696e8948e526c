using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace InterconnectDsl.Runtime;

/// <content>Rounding, comparison, bits and tables.</content>
public readonly partial struct Lanes4
{
    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes4 Sqrt(Lanes4 a) => new(Avx.Sqrt(a.value));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes4 Abs(Lanes4 a) => new(Vector256.Abs(a.value));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes4 Round(Lanes4 a) => new(Avx.RoundToNearestInteger(a.value));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes4 Floor(Lanes4 a) => new(Avx.Floor(a.value));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes4 Minimum(Lanes4 a, Lanes4 b) => new(Avx.Min(b.value, a.value));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes4 Maximum(Lanes4 a, Lanes4 b) => new(Avx.Max(b.value, a.value));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes4 Less(Lanes4 a, Lanes4 b) => new(Vector256.LessThan(a.value, b.value));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes4 LessOrEqual(Lanes4 a, Lanes4 b) => new(Vector256.LessThanOrEqual(a.value, b.value));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes4 Equal(Lanes4 a, Lanes4 b) => new(Vector256.Equals(a.value, b.value));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes4 EqualBits(Lanes4 a, Lanes4 b) => new(Vector256.Equals(a.value.AsUInt64(), b.value.AsUInt64()).AsDouble());

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes4 Select(Lanes4 mask, Lanes4 yes, Lanes4 no) => new(Vector256.ConditionalSelect(mask.value, yes.value, no.value));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static int CountOf(Lanes4 mask) => BitOperations.PopCount(mask.value.ExtractMostSignificantBits());

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static bool HasNaN(Lanes4 a) => !Vector256.EqualsAll(a.value, a.value);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes4 ExclusiveOr(Lanes4 a, Lanes4 b, Lanes4 c) => a ^ b ^ c;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes4 AddBits(Lanes4 a, Lanes4 b) => new((a.value.AsUInt64() + b.value.AsUInt64()).AsDouble());

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes4 MultiplyBits(Lanes4 a, Lanes4 b) => new(Avx2.Multiply(a.value.AsUInt32(), b.value.AsUInt32()).AsDouble());

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes4 ShiftUp(Lanes4 a, int places) => new((a.value.AsUInt64() << places).AsDouble());

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes4 ShiftDown(Lanes4 a, int places) => new((a.value.AsUInt64() >>> places).AsDouble());

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes4 Lookup(ReadOnlySpan<double> table, Lanes4 index)
    {
        // Each quarter of the table is permuted as pairs of 32 bits; bits 2 and 3, moved to the sign, choose the quarter.
        ref var first = ref MemoryMarshal.GetReference(table);
        var even = Avx2.Shuffle((index.value.AsUInt64() << 1).AsInt32(), 0xA0);
        var pairs = even + Vector256.Create(0, 1, 0, 1, 0, 1, 0, 1);
        var a = Avx2.PermuteVar8x32(Vector256.LoadUnsafe(ref first).AsInt32(), pairs).AsDouble();
        var b = Avx2.PermuteVar8x32(Vector256.LoadUnsafe(ref first, 4).AsInt32(), pairs).AsDouble();
        var c = Avx2.PermuteVar8x32(Vector256.LoadUnsafe(ref first, 8).AsInt32(), pairs).AsDouble();
        var d = Avx2.PermuteVar8x32(Vector256.LoadUnsafe(ref first, 12).AsInt32(), pairs).AsDouble();
        var second = (index.value.AsUInt64() << 61).AsDouble();
        var upper = (index.value.AsUInt64() << 60).AsDouble();
        return new(Avx.BlendVariable(Avx.BlendVariable(a, b, second), Avx.BlendVariable(c, d, second), upper));
    }

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes4 Scale(Lanes4 m, Lanes4 k) => Portable.Scale(m, k);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes4 Split(Lanes4 x, out Lanes4 k) => Portable.Split(x, out k);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes4 NearReciprocal(Lanes4 x) => Of(1.0) / x;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes4 ReducedReciprocal(Lanes4 x) => Of(1.0) / x;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes4 ReducedSqrt(Lanes4 x) => Sqrt(x);
}
