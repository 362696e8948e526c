using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace InterconnectDsl.Runtime;

/// <content>Rounding, comparison, bits and tables.</content>
public readonly partial struct Lanes8
{
    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes8 Sqrt(Lanes8 a) => new(Avx512F.Sqrt(a.value));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes8 Abs(Lanes8 a) => new(Vector512.Abs(a.value));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes8 Round(Lanes8 a) => new(Avx512F.RoundScale(a.value, 8));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes8 Floor(Lanes8 a) => new(Avx512F.RoundScale(a.value, 9));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes8 Minimum(Lanes8 a, Lanes8 b) => new(Avx512F.Min(b.value, a.value));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes8 Maximum(Lanes8 a, Lanes8 b) => new(Avx512F.Max(b.value, a.value));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes8 Less(Lanes8 a, Lanes8 b) => new(Vector512.LessThan(a.value, b.value));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes8 LessOrEqual(Lanes8 a, Lanes8 b) => new(Vector512.LessThanOrEqual(a.value, b.value));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes8 Equal(Lanes8 a, Lanes8 b) => new(Vector512.Equals(a.value, b.value));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes8 EqualBits(Lanes8 a, Lanes8 b) => new(Vector512.Equals(a.value.AsUInt64(), b.value.AsUInt64()).AsDouble());

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes8 Select(Lanes8 mask, Lanes8 yes, Lanes8 no) => new(Vector512.ConditionalSelect(mask.value, yes.value, no.value));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static int CountOf(Lanes8 mask) => BitOperations.PopCount(mask.value.ExtractMostSignificantBits());

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static bool HasNaN(Lanes8 a) => !Vector512.EqualsAll(a.value, a.value);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes8 ExclusiveOr(Lanes8 a, Lanes8 b, Lanes8 c) => new(Avx512F.TernaryLogic(a.value.AsUInt64(), b.value.AsUInt64(), c.value.AsUInt64(), 0x96).AsDouble());

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes8 AddBits(Lanes8 a, Lanes8 b) => new((a.value.AsUInt64() + b.value.AsUInt64()).AsDouble());

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes8 MultiplyBits(Lanes8 a, Lanes8 b) => new(Avx512F.Multiply(a.value.AsUInt32(), b.value.AsUInt32()).AsDouble());

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes8 ShiftUp(Lanes8 a, int places) => new((a.value.AsUInt64() << places).AsDouble());

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes8 ShiftDown(Lanes8 a, int places) => new((a.value.AsUInt64() >>> places).AsDouble());

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes8 Lookup(ReadOnlySpan<double> table, Lanes8 index)
    {
        ref var first = ref MemoryMarshal.GetReference(table);
        return new(Avx512F.PermuteVar8x64x2(Vector512.LoadUnsafe(ref first), index.value.AsInt64(), Vector512.LoadUnsafe(ref first, 8)));
    }

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes8 Scale(Lanes8 m, Lanes8 k) => new(Avx512F.Scale(m.value, k.value));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes8 Split(Lanes8 x, out Lanes8 k)
    {
        // Control 11: between 3/4 and 3/2, NaN of a negative number. The exponent belongs to a number from 1 to 2; it is infinite for 0 and infinity.
        var m = Avx512F.GetMantissa(x.value, 11);
        var e = Avx512F.GetExponent(x.value);
        k = new(Vector512.ConditionalSelect(Vector512.LessThan(m, Vector512<double>.One), e + Vector512<double>.One, e));
        return new(m);
    }

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes8 NearReciprocal(Lanes8 x)
    {
        var y = Avx512F.Reciprocal14(x.value);
        return new(Avx512F.FusedMultiplyAdd(y, Avx512F.FusedMultiplyAddNegated(x.value, y, Vector512<double>.One), y));
    }

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes8 ReducedReciprocal(Lanes8 x)
    {
        var y = Avx512F.Reciprocal14(x.value);
        var error = Avx512F.FusedMultiplyAddNegated(x.value, y, Vector512<double>.One);

        // The error is 0 times infinity where x is either; there the estimate is right already.
        return new(Vector512.ConditionalSelect(Vector512.Equals(error, error), Avx512F.FusedMultiplyAdd(y, error, y), y));
    }

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes8 ReducedSqrt(Lanes8 x)
    {
        var y = Avx512F.ReciprocalSqrt14(x.value);
        var half = y * Vector512.Create(0.5);
        var s = x.value * y;
        var z = Avx512F.FusedMultiplyAdd(s, Avx512F.FusedMultiplyAddNegated(s, half, Vector512.Create(0.5)), s);

        // Only 0 and infinity are half of themselves.
        return new(Vector512.ConditionalSelect(Vector512.Equals(y, half), x.value, z));
    }
}
