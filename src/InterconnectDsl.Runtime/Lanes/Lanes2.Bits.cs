using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace InterconnectDsl.Runtime;

/// <content>Rounding, comparison, bits and tables.</content>
public readonly partial struct Lanes2
{
    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes2 Sqrt(Lanes2 a) => new(Vector128.Sqrt(a.value));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes2 Abs(Lanes2 a) => new(Vector128.Abs(a.value));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes2 Round(Lanes2 a) => Sse41.IsSupported ? new(Sse41.RoundToNearestInteger(a.value))
        : AdvSimd.Arm64.IsSupported ? new(AdvSimd.Arm64.RoundToNearest(a.value))
        : new(Vector128.Create(Math.Round(a.value.GetElement(0)), Math.Round(a.value.GetElement(1))));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes2 Floor(Lanes2 a) => new(Vector128.Floor(a.value));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes2 Minimum(Lanes2 a, Lanes2 b) => new(Vector128.ConditionalSelect(Vector128.LessThan(b.value, a.value), b.value, a.value));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes2 Maximum(Lanes2 a, Lanes2 b) => new(Vector128.ConditionalSelect(Vector128.GreaterThan(b.value, a.value), b.value, a.value));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes2 Less(Lanes2 a, Lanes2 b) => new(Vector128.LessThan(a.value, b.value));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes2 LessOrEqual(Lanes2 a, Lanes2 b) => new(Vector128.LessThanOrEqual(a.value, b.value));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes2 Equal(Lanes2 a, Lanes2 b) => new(Vector128.Equals(a.value, b.value));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes2 EqualBits(Lanes2 a, Lanes2 b) => new(Vector128.Equals(a.value.AsUInt64(), b.value.AsUInt64()).AsDouble());

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes2 Select(Lanes2 mask, Lanes2 yes, Lanes2 no) => new(Vector128.ConditionalSelect(mask.value, yes.value, no.value));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static int CountOf(Lanes2 mask) => BitOperations.PopCount(mask.value.ExtractMostSignificantBits());

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static bool HasNaN(Lanes2 a) => !Vector128.EqualsAll(a.value, a.value);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes2 ExclusiveOr(Lanes2 a, Lanes2 b, Lanes2 c) => a ^ b ^ c;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes2 AddBits(Lanes2 a, Lanes2 b) => new((a.value.AsUInt64() + b.value.AsUInt64()).AsDouble());

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes2 MultiplyBits(Lanes2 a, Lanes2 b) => Sse2.IsSupported ? new(Sse2.Multiply(a.value.AsUInt32(), b.value.AsUInt32()).AsDouble())
        : AdvSimd.IsSupported
        ? new(AdvSimd.MultiplyWideningLower(AdvSimd.ExtractNarrowingLower(a.value.AsUInt64()), AdvSimd.ExtractNarrowingLower(b.value.AsUInt64())).AsDouble())
        : new(((a.value.AsUInt64() & Vector128.Create(0xFFFFFFFFUL)) * (b.value.AsUInt64() & Vector128.Create(0xFFFFFFFFUL))).AsDouble());

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes2 ShiftUp(Lanes2 a, int places) => new((a.value.AsUInt64() << places).AsDouble());

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes2 ShiftDown(Lanes2 a, int places) => new((a.value.AsUInt64() >>> places).AsDouble());

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes2 Lookup(ReadOnlySpan<double> table, Lanes2 index)
    {
        var bits = index.value.AsUInt64();
        return new(Vector128.Create(table[(int)(bits.GetElement(0) & 15)], table[(int)(bits.GetElement(1) & 15)]));
    }

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes2 Scale(Lanes2 m, Lanes2 k) => Portable.Scale(m, k);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes2 Split(Lanes2 x, out Lanes2 k) => Portable.Split(x, out k);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes2 NearReciprocal(Lanes2 x) => Of(1.0) / x;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes2 ReducedReciprocal(Lanes2 x) => Of(1.0) / x;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes2 ReducedSqrt(Lanes2 x) => Sqrt(x);
}
