using System.Runtime.CompilerServices;

namespace InterconnectDsl.Runtime;

/// <summary>The bits of the scalar references.</summary>
/// <typeparam name="T">The lanes to work with.</typeparam>
public readonly struct FullFunctions<T> : ILaneFunctions<T>
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
    public static T Divide(T a, T b) => a / b;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Sqrt(T x) => T.Sqrt(x);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Exp(T x) => FullPrecision.Exp(x);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Ln(T x) => FullPrecision.Ln(x);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Log10(T x) => FullPrecision.Log10(x);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T ToDecibel(T x) => FullPrecision.ToDecibel(x);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T FromDecibel(T x, in PowerConstants<T> held) => FullPrecision.Power(x, in held);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static PowerConstants<T> HoldFromDecibel() => new(PowerTables.FullDecibel);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Erfc(T x) => FullPrecision.Erfc(x);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Erfcx(T x) => FullPrecision.Erfcx(x);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T NormalCdf(T x) => FullPrecision.NormalCdf(x);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T NormalInverse(T x) => FullPrecision.NormalInverse(x);

    /// <inheritdoc/>
    public static double[] CentralCoefficients => CentralCurves.Full;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static int CentralInverse(ref T first, ref T second, ref double coefficients) =>
        FullPrecision.CentralInverse(ref first, ref second, ref coefficients);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T WithTails(T p, T scale, T offset, T central) => FullPrecision.WithTails(p, scale, offset, central);
}
