using System.Runtime.CompilerServices;
using InterconnectDsl.Numerics;

namespace InterconnectDsl.Runtime;

/// <summary>
/// The operations of a kernel's body for numbers that are there; <see cref="Check"/> finds those that are not. With <see cref="FullFunctions{T}"/> the bits
/// are the interpreter's at every width and on every machine: the scalar references' operations in their order.
/// </summary>
/// <typeparam name="T">The lanes to work with.</typeparam>
/// <typeparam name="TFunctions">How exact the functions are.</typeparam>
public readonly partial struct LaneOperations<T, TFunctions> : ILaneOperations<T>
    where T : struct, ILanes<T>
    where TFunctions : struct, ILaneFunctions<T>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    private static T One
    {
        [MethodImpl(Inline)]
        get => T.Of(1.0);
    }

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Negate(T x, int id) => T.Zero - x;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Not(T x, int id) => T.Equal(x, T.Zero) & One;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Abs(T x, int id) => T.Abs(x);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Positive(T x, int id) => T.Select(T.Less(T.Zero, x), x, T.Of(double.NaN));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Sign(T x, int id) => (T.Less(T.Zero, x) & One) | (T.Less(x, T.Zero) & T.Of(-1.0));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Floor(T x, int id) => T.Floor(x) + T.Zero;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Ceiling(T x, int id) => (T.Zero - T.Floor(T.Zero - x)) + T.Zero;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Round(T x, int id)
    {
        // Halves away from zero; the sign of a zero is that of the scalar reference.
        var size = T.Abs(x);
        var floor = T.Floor(size);
        var rounded = T.Select(T.LessOrEqual(T.Of(0.5), size - floor), floor + One, floor);
        return T.Select(T.Less(x, T.Zero), T.Zero - rounded, rounded);
    }

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Sqrt(T x, int id) => TFunctions.Sqrt(x);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Add(T a, T b, int id) => a + b;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Subtract(T a, T b, int id) => a - b;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Multiply(T a, T b, int id) => a * b;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T MultiplyAdd(T a, T b, T c, int id) => T.MultiplyAdd(a, b, c);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T NegatedMultiplyAdd(T a, T b, T c, int id) => T.NegatedMultiplyAdd(a, b, c);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Divide(T a, T b, int id) => TFunctions.Divide(a, b);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T IntegerDivide(T a, T b, int id) => T.Floor(a / b) + T.Zero;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Minimum(T a, T b, int id) => T.Minimum(a, b);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Maximum(T a, T b, int id) => T.Maximum(a, b);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Less(T a, T b, int id) => T.Less(a, b) & One;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T LessOrEqual(T a, T b, int id) => T.LessOrEqual(a, b) & One;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Greater(T a, T b, int id) => T.Less(b, a) & One;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T GreaterOrEqual(T a, T b, int id) => T.LessOrEqual(b, a) & One;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Equal(T a, T b, int id) => T.Equal(a, b) & One;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T NotEqual(T a, T b, int id) => T.Select(T.Equal(a, b), T.Zero, One);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Select(T condition, T then, T otherwise, int id) => T.Select(T.Equal(condition, T.Zero), otherwise, then);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T SelectGreaterOrEqual(T a, T b, T then, T otherwise, int id) => T.Select(T.LessOrEqual(b, a), then, otherwise);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T SelectGreater(T a, T b, T then, T otherwise, int id) => T.Select(T.Less(b, a), then, otherwise);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T SelectLessOrEqual(T a, T b, T then, T otherwise, int id) => T.Select(T.LessOrEqual(a, b), then, otherwise);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Held(T flag, T given, T drawn, int id) => TFunctions.IsAllDrawn ? drawn : Select(flag, given, drawn, id);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T SelectLess(T a, T b, T then, T otherwise, int id) => T.Select(T.Less(a, b), then, otherwise);
}
