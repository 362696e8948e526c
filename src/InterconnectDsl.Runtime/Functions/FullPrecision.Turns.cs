using System.Runtime.CompilerServices;
using InterconnectDsl.Numerics;

namespace InterconnectDsl.Runtime;

/// <content>Angles in turns.</content>
public static partial class FullPrecision
{
    /// <summary>sin(2 pi u) and cos(2 pi u), the sine within 1 and the cosine within 1.1 units in the last place; exact at quarters. NaN of an infinite u.</summary>
    /// <typeparam name="T">The lanes to work with.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SinCosTurns<T>(T u, out T sine, out T cosine)
        where T : struct, ILanes<T>
    {
        var quarters = (u - T.Round(u)) * T.Of(4.0);
        var t = quarters + T.Of(Exponential.Rounding);
        var r = quarters - (t - T.Of(Exponential.Rounding));
        var square = r * r;
        var s = T.MultiplyAdd(square, SineOfQuarter(square), T.Of(Trigonometry.QuarterLow));
        s = T.MultiplyAdd(r, T.Of(Trigonometry.QuarterHigh), r * s);
        var c = T.MultiplyAdd(square, CosineOfQuarter(square), T.Of(1.0));
        Quadrant.Turn(t, s, c, out sine, out cosine);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T SineOfQuarter<T>(T z)
        where T : struct, ILanes<T>
    {
        var p = T.MultiplyAdd(T.Of(Trigonometry.SineOfQuarter6), z, T.Of(Trigonometry.SineOfQuarter5));
        p = T.MultiplyAdd(p, z, T.Of(Trigonometry.SineOfQuarter4));
        p = T.MultiplyAdd(p, z, T.Of(Trigonometry.SineOfQuarter3));
        p = T.MultiplyAdd(p, z, T.Of(Trigonometry.SineOfQuarter2));
        p = T.MultiplyAdd(p, z, T.Of(Trigonometry.SineOfQuarter1));
        return T.MultiplyAdd(p, z, T.Of(Trigonometry.SineOfQuarter0));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T CosineOfQuarter<T>(T z)
        where T : struct, ILanes<T>
    {
        var p = T.MultiplyAdd(T.Of(Trigonometry.CosineOfQuarter6), z, T.Of(Trigonometry.CosineOfQuarter5));
        p = T.MultiplyAdd(p, z, T.Of(Trigonometry.CosineOfQuarter4));
        p = T.MultiplyAdd(p, z, T.Of(Trigonometry.CosineOfQuarter3));
        p = T.MultiplyAdd(p, z, T.Of(Trigonometry.CosineOfQuarter2));
        p = T.MultiplyAdd(p, z, T.Of(Trigonometry.CosineOfQuarter1));
        return T.MultiplyAdd(p, z, T.Of(Trigonometry.CosineOfQuarter0));
    }
}
