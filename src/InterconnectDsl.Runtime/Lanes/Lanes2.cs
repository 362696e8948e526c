using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace InterconnectDsl.Runtime;

/// <summary>Two doubles in a 128-bit register, of any processor that has them.</summary>
public readonly partial struct Lanes2 : ILanes<Lanes2>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    private readonly Vector128<double> value;

    [MethodImpl(Inline)]
    private Lanes2(Vector128<double> value) => this.value = value;

    /// <inheritdoc/>
    public static bool IsSupported
    {
        [MethodImpl(Inline)]
        get => Vector128.IsHardwareAccelerated && (Fma.IsSupported || AdvSimd.Arm64.IsSupported);
    }

    /// <inheritdoc/>
    public static int Count
    {
        [MethodImpl(Inline)]
        get => 2;
    }

    /// <inheritdoc/>
    public static Lanes2 Zero
    {
        [MethodImpl(Inline)]
        get => new(Vector128<double>.Zero);
    }

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes2 Of(double value) => new(Vector128.Create(value));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes2 OfBits(ulong bits) => new(Vector128.Create(bits).AsDouble());

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes2 Consecutive(ulong first) => new((Vector128.Create(first) + Vector128.Create(0UL, 1)).AsDouble());

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes2 Load(ref readonly double origin, nint element) => new(Vector128.LoadUnsafe(ref Unsafe.AsRef(in origin), (nuint)element));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static void Store(Lanes2 lanes, ref double origin, nint element) => lanes.value.StoreUnsafe(ref origin, (nuint)element);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static void StoreWhole(Lanes2 lanes, ref int origin, nint element) => Vector64.Create((int)lanes.value.GetElement(0), (int)lanes.value.GetElement(1)).StoreUnsafe(ref origin, (nuint)element);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes2 operator +(Lanes2 a, Lanes2 b) => new(a.value + b.value);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes2 operator -(Lanes2 a, Lanes2 b) => new(a.value - b.value);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes2 operator *(Lanes2 a, Lanes2 b) => new(a.value * b.value);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes2 operator /(Lanes2 a, Lanes2 b) => new(a.value / b.value);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes2 operator -(Lanes2 a) => new(a.value ^ Vector128.Create(-0.0));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes2 operator &(Lanes2 a, Lanes2 b) => new(a.value & b.value);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes2 operator |(Lanes2 a, Lanes2 b) => new(a.value | b.value);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes2 operator ^(Lanes2 a, Lanes2 b) => new(a.value ^ b.value);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes2 MultiplyAdd(Lanes2 a, Lanes2 b, Lanes2 c) => Fused(a.value, b.value, c.value);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes2 MultiplySubtract(Lanes2 a, Lanes2 b, Lanes2 c) => Fused(a.value, b.value, -c.value);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lanes2 NegatedMultiplyAdd(Lanes2 a, Lanes2 b, Lanes2 c) => Fused(-a.value, b.value, c.value);

    // Without the instruction the product and sum are rounded once all the same, slowly.
    [MethodImpl(Inline)]
    private static Lanes2 Fused(Vector128<double> a, Vector128<double> b, Vector128<double> c) =>
        Fma.IsSupported ? new(Fma.MultiplyAdd(a, b, c))
        : AdvSimd.Arm64.IsSupported ? new(AdvSimd.Arm64.FusedMultiplyAdd(c, a, b))
        : new(Vector128.Create(
            Math.FusedMultiplyAdd(a.GetElement(0), b.GetElement(0), c.GetElement(0)),
            Math.FusedMultiplyAdd(a.GetElement(1), b.GetElement(1), c.GetElement(1))));
}
