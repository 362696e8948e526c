using System.Runtime.CompilerServices;
using InterconnectDsl.Numerics;

namespace InterconnectDsl.Runtime;

/// <content>Powers of ten.</content>
public static partial class FullPrecision
{
    /// <summary>10^x, within 0.52 units in the last place (subnormal results within 1); exact for whole x from 0 to 22.</summary>
    /// <typeparam name="T">The lanes to work with.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Pow10<T>(T x)
        where T : struct, ILanes<T> => Power(x, new(PowerTables.FullTen));

    /// <summary>The ratio that a number of decibels stands for, 10^(x/10), within 0.52 units in the last place (subnormal results within 1).</summary>
    /// <typeparam name="T">The lanes to work with.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T FromDecibel<T>(T x)
        where T : struct, ILanes<T> => Power(x, new(PowerTables.FullDecibel));

    // 2^(k/16) e^((y + low) (ln + lnLow)) for whole k, whose quadratic and higher terms are y² p.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T Power<T>(T x, in PowerConstants<T> held)
        where T : struct, ILanes<T>
    {
        x = T.Maximum(T.Minimum(x, held.Largest), held.Smallest);
        var t = T.MultiplyAdd(x, held.Per, held.Rounding);
        var k = t - held.Rounding;
        var a = T.MultiplyAdd(k, held.High, x);
        var b = k * held.Low;
        var y = a - b;
        var p = T.MultiplyAdd(held.Curve5, y, held.Curve4);
        p = T.MultiplyAdd(p, y, held.Curve3);
        p = T.MultiplyAdd(p, y, held.Curve2);
        p = T.MultiplyAdd(p, y, held.Curve1);
        p = T.MultiplyAdd(p, y, held.Curve0);
        var r = y * held.Ln;
        var rest = T.MultiplyAdd((a - y) - b, held.Ln, T.MultiplyAdd(y, held.LnLow, T.MultiplySubtract(y, held.Ln, r)));
        return T.Scale(Assemble(t, r, T.MultiplyAdd(y * y, p, rest)), T.Floor(k * held.Sixteenth));
    }
}
