using System.Runtime.CompilerServices;
using InterconnectDsl.Numerics;

namespace InterconnectDsl.Runtime;

/// <content>Logarithms, and angles in turns.</content>
public static partial class ReducedPrecision
{
    private const double Ln2 = 0.6931471805599453;

    /// <summary>The natural logarithm, within 5.5e-9 relative; minus infinity of 0, NaN of a negative number.</summary>
    /// <typeparam name="T">The lanes to work with.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Ln<T>(T x)
        where T : struct, ILanes<T>
    {
        var m = T.Split(x, out var k);
        var j = T.ShiftDown(m, 48);
        var a = T.MultiplySubtract(m, T.Lookup(LogarithmTable.Reciprocals, j), T.Of(1.0));
        var p = T.MultiplyAdd(T.Of(0.18855111425058593), a, T.Of(-0.25006662602722235));
        p = T.MultiplyAdd(p, a, T.Of(0.33334446909127624));
        p = T.MultiplyAdd(p, a, T.Of(-0.5000000094981562));
        return T.MultiplyAdd(k, T.Of(Ln2), T.Lookup(LogarithmTable.High, j)) + T.MultiplyAdd(a * a, p, a);
    }

    /// <summary>The logarithm to base 10, within 5.5e-9 relative.</summary>
    /// <typeparam name="T">The lanes to work with.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Log10<T>(T x)
        where T : struct, ILanes<T> => Ln(x) * T.Of(Logarithm.PerLn10High);

    /// <summary>Decibels of a ratio, 10 log10 x, within 5.5e-9 relative.</summary>
    /// <typeparam name="T">The lanes to work with.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T ToDecibel<T>(T x)
        where T : struct, ILanes<T> => Ln(x) * T.Of(Logarithm.TenPerLn10High);

    /// <summary>sin(2 pi u) and cos(2 pi u): the sine within 5e-9 relative between -1/8 and 1/8 turn, both within 5e-9 absolute.</summary>
    /// <typeparam name="T">The lanes to work with.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SinCosTurns<T>(T u, out T sine, out T cosine)
        where T : struct, ILanes<T>
    {
        var quarters = (u - T.Round(u)) * T.Of(4.0);
        var t = quarters + T.Of(Exponential.Rounding);
        var r = quarters - (t - T.Of(Exponential.Rounding));
        var square = r * r;
        Quadrant.Turn(t, r * SineOfQuarter(square), T.MultiplyAdd(square, CosineOfQuarter(square), T.Of(1.0)), out sine, out cosine);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T SineOfQuarter<T>(T z)
        where T : struct, ILanes<T>
    {
        var p = T.MultiplyAdd(T.Of(-0.004602172281809068), z, T.Of(0.07968022629933967));
        p = T.MultiplyAdd(p, z, T.Of(-0.6459634784759873));
        return T.MultiplyAdd(p, z, T.Of(1.570796321958876));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T CosineOfQuarter<T>(T z)
        where T : struct, ILanes<T>
    {
        var p = T.MultiplyAdd(T.Of(0.0009040222249502844), z, T.Of(-0.02086028872171453));
        p = T.MultiplyAdd(p, z, T.Of(0.25366924404782587));
        return T.MultiplyAdd(p, z, T.Of(-1.2337005433531343));
    }
}
