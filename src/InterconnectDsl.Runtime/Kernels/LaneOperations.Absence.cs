using System.Runtime.CompilerServices;
using InterconnectDsl.Numerics;

namespace InterconnectDsl.Runtime;

/// <content>What is absent, reductions, and the check for what is not finite.</content>
public readonly partial struct LaneOperations<T, TFunctions>
{
    private static T Absent
    {
        [MethodImpl(Inline)]
        get => T.OfBits((ulong)NoNumber.AbsentBits);
    }

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T And(T a, T b, int id)
    {
        var second = T.Select(T.EqualBits(b, Absent), b, T.Select(T.Equal(b, T.Zero), T.Zero, One));
        var afterAbsent = T.Select(T.Equal(b, T.Zero), T.Zero, Absent);
        return T.Select(T.EqualBits(a, Absent), afterAbsent, T.Select(T.Equal(a, T.Zero), T.Zero, second));
    }

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Or(T a, T b, int id)
    {
        var second = T.Select(T.EqualBits(b, Absent), b, T.Select(T.Equal(b, T.Zero), T.Zero, One));
        var afterAbsent = T.Select(T.Equal(second, One), One, Absent);
        return T.Select(T.EqualBits(a, Absent), afterAbsent, T.Select(T.Equal(a, T.Zero), second, One));
    }

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Both(T a, T b, int id) => T.Select(T.Equal(a, T.Zero) | T.Equal(b, T.Zero), T.Zero, One);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Either(T a, T b, int id) => T.Select(T.Equal(a, T.Zero) & T.Equal(b, T.Zero), T.Zero, One);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Exists(T x, int id) => T.Select(T.EqualBits(x, Absent), T.Zero, One);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Otherwise(T a, T b, int id) => T.Select(T.EqualBits(a, Absent), b, a);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T UnlessAbsent(T argument, T result) => T.Select(T.EqualBits(argument, Absent), argument, result);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Sum(T state, T element) => state + element;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Product(T state, T element) => state * element;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Min(T state, T element) => T.Minimum(state, element);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Max(T state, T element) => T.Maximum(state, element);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Any(T state, T element) => T.Select(T.Equal(element, T.Zero), state, One);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T All(T state, T element) => T.Select(T.Equal(element, T.Zero), T.Zero, state);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Count(T state, T element) => state + One;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Unless(T element, T state, T taken) => T.Select(T.EqualBits(element, Absent), state, taken);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Total(T state, int id) => state;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Extreme(T state, int id) => T.Select(T.Equal(T.Abs(state), T.Of(double.PositiveInfinity)), Absent, state + T.Zero);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Mean(T sum, T count, int id) => T.Select(T.Equal(count, T.Zero), Absent, sum / count);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Check(T checks, T number) => T.MultiplyAdd(number, T.Zero, checks);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T CheckPresent(T checks, T number) => T.MultiplyAdd(T.Select(T.EqualBits(number, Absent), T.Zero, number), T.Zero, checks);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static void Flag(T checks, ref double columns, nint point)
    {
        if (T.HasNaN(checks))
        {
            T.Store(T.Load(ref columns, point) + checks, ref columns, point);
        }
    }
}
