using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace InterconnectDsl.Runtime;

/// <summary>Four doubles in a 256-bit register. Needs AVX2 and FMA.</summary>
public readonly partial struct Lanes4 : ILanes<Lanes4>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    private readonly Vector256<double> value;

    [MethodImpl(Inline)]
    private Lanes4(Vector256<double> value) => this.value = value;

    /// <inheritdoc/>
    public static bool IsSupported
    {
        [MethodImpl(Inline)]
        get => Avx2.IsSupported && Fma.IsSupported;
    }

    /// <inheritdoc/>
    public static int Count
    {
        [MethodImpl(Inline)]
        get => 4;
    }

    /// <inheritdoc/>
    public static Lanes4 Zero
    {
        [MethodImpl(Inline)]
        get => new(Vector256<double>.Zero);
    }

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes4 Of(double value) => new(Vector256.Create(value));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes4 OfBits(ulong bits) => new(Vector256.Create(bits).AsDouble());

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes4 Consecutive(ulong first) => new((Vector256.Create(first) + Vector256.Create(0UL, 1, 2, 3)).AsDouble());

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes4 Load(ref readonly double origin, nint element) => new(Vector256.LoadUnsafe(ref Unsafe.AsRef(in origin), (nuint)element));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static void Store(Lanes4 lanes, ref double origin, nint element) => lanes.value.StoreUnsafe(ref origin, (nuint)element);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static void StoreWhole(Lanes4 lanes, ref int origin, nint element) => Avx.ConvertToVector128Int32WithTruncation(lanes.value).StoreUnsafe(ref origin, (nuint)element);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes4 operator +(Lanes4 a, Lanes4 b) => new(a.value + b.value);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes4 operator -(Lanes4 a, Lanes4 b) => new(a.value - b.value);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes4 operator *(Lanes4 a, Lanes4 b) => new(a.value * b.value);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes4 operator /(Lanes4 a, Lanes4 b) => new(a.value / b.value);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes4 operator -(Lanes4 a) => new(a.value ^ Vector256.Create(-0.0));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes4 operator &(Lanes4 a, Lanes4 b) => new(a.value & b.value);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes4 operator |(Lanes4 a, Lanes4 b) => new(a.value | b.value);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes4 operator ^(Lanes4 a, Lanes4 b) => new(a.value ^ b.value);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes4 MultiplyAdd(Lanes4 a, Lanes4 b, Lanes4 c) => new(Fma.MultiplyAdd(a.value, b.value, c.value));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes4 MultiplySubtract(Lanes4 a, Lanes4 b, Lanes4 c) => new(Fma.MultiplySubtract(a.value, b.value, c.value));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes4 NegatedMultiplyAdd(Lanes4 a, Lanes4 b, Lanes4 c) => new(Fma.MultiplyAddNegated(a.value, b.value, c.value));
}
