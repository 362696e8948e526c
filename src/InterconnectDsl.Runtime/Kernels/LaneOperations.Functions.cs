using System.Runtime.CompilerServices;
using InterconnectDsl.Numerics;

namespace InterconnectDsl.Runtime;

/// <content>Functions. Those that few designs need go lane by lane through the scalar references.</content>
public readonly partial struct LaneOperations<T, TFunctions>
{
    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Exp(T x, int id) => TFunctions.Exp(x);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T ExpM1(T x, int id) => PerLane<T>.Apply(x, Exponential.ExpM1);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Ln(T x, int id) => TFunctions.Ln(x);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Ln1P(T x, int id) => PerLane<T>.Apply(x, Logarithm.Ln1P);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Log10(T x, int id) => TFunctions.Log10(x);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Log2(T x, int id) => PerLane<T>.Apply(x, Logarithm.Log2);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Sin(T x, int id) => PerLane<T>.Apply(x, Trigonometry.Sin);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Cos(T x, int id) => PerLane<T>.Apply(x, Trigonometry.Cos);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Tan(T x, int id) => PerLane<T>.Apply(x, Trigonometry.Tan);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Erf(T x, int id) => PerLane<T>.Apply(x, ErrorFunction.Erf);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Erfc(T x, int id) => TFunctions.Erfc(x);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Erfcx(T x, int id) => TFunctions.Erfcx(x);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T NormalCdf(T x, int id) => TFunctions.NormalCdf(x);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T NormalInverse(T x, int id) => TFunctions.NormalInverse(x);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T LnGamma(T x, int id) => PerLane<T>.Apply(x, LogGamma.Of);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T FromDecibel(T x, in PowerConstants<T> held, int id) => TFunctions.FromDecibel(x, in held);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static PowerConstants<T> HoldFromDecibel() => TFunctions.HoldFromDecibel();

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T ToDecibel(T x, int id) => TFunctions.ToDecibel(x);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Modulo(T a, T b, int id) => PerLane<T>.Apply(a, b, Whole.Modulo);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Power(T a, T b, int id) => PerLane<T>.Apply(a, b, Numerics.Power.Pow);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Atan2(T a, T b, int id) => PerLane<T>.Apply(a, b, ArcTangent.Atan2);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Hypot(T a, T b, int id) => PerLane<T>.Apply(a, b, Numerics.Power.Hypot);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T LnChoose(T n, T k, int id) => PerLane<T>.Apply(n, k, Binomial.LnChoose);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T ChiSquareUpper(T x, T k, int id) => PerLane<T>.Apply(x, k, ChiSquared.Upper);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T AtLeast(T k, T n, T r, int id) => PerLane<T>.Apply(k, n, r, Binomial.AtLeast);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T RsUncorrectable(T n, T t, T b, int id) => PerLane<T>.Apply(n, t, b, Binomial.RsUncorrectable);
}
