using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace InterconnectDsl.Runtime;

/// <summary>Eight doubles in a 512-bit register. Needs AVX-512 F and DQ, and takes them also where the runtime itself prefers 256 bits.</summary>
public readonly partial struct Lanes8 : ILanes<Lanes8>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    private readonly Vector512<double> value;

    [MethodImpl(Inline)]
    private Lanes8(Vector512<double> value) => this.value = value;

    /// <inheritdoc/>
    public static bool IsSupported
    {
        [MethodImpl(Inline)]
        get => Avx512F.IsSupported && Avx512DQ.IsSupported;
    }

    /// <inheritdoc/>
    public static int Count
    {
        [MethodImpl(Inline)]
        get => 8;
    }

    /// <inheritdoc/>
    public static Lanes8 Zero
    {
        [MethodImpl(Inline)]
        get => new(Vector512<double>.Zero);
    }

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes8 Of(double value) => new(Vector512.Create(value));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes8 OfBits(ulong bits) => new(Vector512.Create(bits).AsDouble());

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes8 Consecutive(ulong first) => new((Vector512.Create(first) + Vector512.Create(0UL, 1, 2, 3, 4, 5, 6, 7)).AsDouble());

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes8 Load(ref readonly double origin, nint element) => new(Vector512.LoadUnsafe(ref Unsafe.AsRef(in origin), (nuint)element));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static void Store(Lanes8 lanes, ref double origin, nint element) => lanes.value.StoreUnsafe(ref origin, (nuint)element);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static void StoreWhole(Lanes8 lanes, ref int origin, nint element) => Avx512F.ConvertToVector256Int32WithTruncation(lanes.value).StoreUnsafe(ref origin, (nuint)element);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes8 operator +(Lanes8 a, Lanes8 b) => new(a.value + b.value);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes8 operator -(Lanes8 a, Lanes8 b) => new(a.value - b.value);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes8 operator *(Lanes8 a, Lanes8 b) => new(a.value * b.value);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes8 operator /(Lanes8 a, Lanes8 b) => new(a.value / b.value);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes8 operator -(Lanes8 a) => new(a.value ^ Vector512.Create(-0.0));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes8 operator &(Lanes8 a, Lanes8 b) => new(a.value & b.value);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes8 operator |(Lanes8 a, Lanes8 b) => new(a.value | b.value);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes8 operator ^(Lanes8 a, Lanes8 b) => new(a.value ^ b.value);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes8 MultiplyAdd(Lanes8 a, Lanes8 b, Lanes8 c) => new(Avx512F.FusedMultiplyAdd(a.value, b.value, c.value));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes8 MultiplySubtract(Lanes8 a, Lanes8 b, Lanes8 c) => new(Avx512F.FusedMultiplySubtract(a.value, b.value, c.value));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes8 NegatedMultiplyAdd(Lanes8 a, Lanes8 b, Lanes8 c) => new(Avx512F.FusedMultiplyAddNegated(a.value, b.value, c.value));
}
