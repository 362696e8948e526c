using System.Runtime.CompilerServices;

namespace InterconnectDsl.Runtime;

/// <summary>About eight digits: the bounds stand at each function of <see cref="ReducedPrecision"/>.</summary>
/// <typeparam name="T">The lanes to work with.</typeparam>
public readonly struct ReducedFunctions<T> : ILaneFunctions<T>
    where T : struct, ILanes<T>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    /// <inheritdoc/>
    public static bool IsAllDrawn
    {
        [MethodImpl(Inline)]
        get => false;
    }

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Divide(T a, T b) => ReducedPrecision.Divide(a, b);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Sqrt(T x) => ReducedPrecision.Sqrt(x);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Exp(T x) => ReducedPrecision.Exp(x);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Ln(T x) => ReducedPrecision.Ln(x);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Log10(T x) => ReducedPrecision.Log10(x);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T ToDecibel(T x) => ReducedPrecision.ToDecibel(x);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T FromDecibel(T x, in PowerConstants<T> held) => ReducedPrecision.Power(x, in held);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static PowerConstants<T> HoldFromDecibel() => new(PowerTables.ReducedDecibel);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Erfc(T x) => ReducedPrecision.Erfc(x);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Erfcx(T x) => ReducedPrecision.Erfcx(x);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T NormalCdf(T x) => ReducedPrecision.NormalCdf(x);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T NormalInverse(T x) => ReducedPrecision.NormalInverse(x);

    /// <inheritdoc/>
    public static double[] CentralCoefficients => CentralCurves.Reduced;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static int CentralInverse(ref T first, ref T second, ref double coefficients) =>
        ReducedPrecision.CentralInverse(ref first, ref second, ref coefficients);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T WithTails(T p, T scale, T offset, T central) => ReducedPrecision.WithTails(p, scale, offset, central);
}
