using System.Runtime.CompilerServices;

namespace InterconnectDsl.Runtime;

/// <summary>The functions of a precision where nothing that is drawn is held.</summary>
/// <typeparam name="T">The lanes to work with.</typeparam>
/// <typeparam name="TFunctions">The functions.</typeparam>
public readonly struct AllDrawn<T, TFunctions> : ILaneFunctions<T>
    where T : struct, ILanes<T>
    where TFunctions : struct, ILaneFunctions<T>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    /// <inheritdoc/>
    public static bool IsAllDrawn
    {
        [MethodImpl(Inline)]
        get => true;
    }

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Divide(T a, T b) => TFunctions.Divide(a, b);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Sqrt(T x) => TFunctions.Sqrt(x);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Exp(T x) => TFunctions.Exp(x);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Ln(T x) => TFunctions.Ln(x);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Log10(T x) => TFunctions.Log10(x);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T ToDecibel(T x) => TFunctions.ToDecibel(x);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T FromDecibel(T x, in PowerConstants<T> held) => TFunctions.FromDecibel(x, in held);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static PowerConstants<T> HoldFromDecibel() => TFunctions.HoldFromDecibel();

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Erfc(T x) => TFunctions.Erfc(x);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Erfcx(T x) => TFunctions.Erfcx(x);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T NormalCdf(T x) => TFunctions.NormalCdf(x);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T NormalInverse(T x) => TFunctions.NormalInverse(x);

    /// <inheritdoc/>
    public static double[] CentralCoefficients => TFunctions.CentralCoefficients;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static int CentralInverse(ref T first, ref T second, ref double coefficients) =>
        TFunctions.CentralInverse(ref first, ref second, ref coefficients);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T WithTails(T p, T scale, T offset, T central) => TFunctions.WithTails(p, scale, offset, central);
}
