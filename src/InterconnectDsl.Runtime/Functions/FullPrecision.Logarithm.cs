using System.Runtime.CompilerServices;
using InterconnectDsl.Numerics;

namespace InterconnectDsl.Runtime;

/// <content>Logarithms.</content>
public static partial class FullPrecision
{
    /// <summary>The natural logarithm, within 0.52 units in the last place; minus infinity of 0, NaN of a negative number.</summary>
    /// <typeparam name="T">The lanes to work with.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Ln<T>(T x)
        where T : struct, ILanes<T>
    {
        var high = Parts(x, out var low);
        return high + low;
    }

    /// <summary>The logarithm to base 10, within 0.52 units in the last place; exact for whole powers of ten.</summary>
    /// <typeparam name="T">The lanes to work with.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Log10<T>(T x)
        where T : struct, ILanes<T> => Scaled(x, Logarithm.PerLn10High, Logarithm.PerLn10Low);

    /// <summary>Decibels of a ratio, 10 log10 x, within 0.52 units in the last place; exact for whole powers of ten.</summary>
    /// <typeparam name="T">The lanes to work with.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T ToDecibel<T>(T x)
        where T : struct, ILanes<T> => Scaled(x, Logarithm.TenPerLn10High, Logarithm.TenPerLn10Low);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Scaled<T>(T x, double factor, double factorLow)
        where T : struct, ILanes<T>
    {
        var high = Parts(x, out var low);
        var sum = high + low;
        var rest = low - (sum - high);
        var product = sum * T.Of(factor);
        var left = T.MultiplySubtract(sum, T.Of(factor), product);
        left = T.MultiplyAdd(rest, T.Of(factor), T.MultiplyAdd(sum, T.Of(factorLow), left));

        // Of an infinite sum nothing is left but NaN; it goes, and the infinity stays.
        return product + T.Maximum(T.Of(-1.0), left);
    }

    // ln x as an unevaluated sum, the second part below 1/32 of the first.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Parts<T>(T x, out T low)
        where T : struct, ILanes<T>
    {
        var m = T.Split(x, out var k);
        var j = T.ShiftDown(m, 48);
        var c = T.Lookup(LogarithmTable.Reciprocals, j);
        var p = m * c;
        var a = p - T.Of(1.0);

        // ln(1 + a + e) is ln(1 + a) + e (1 - a) to the last place.
        var e = T.MultiplySubtract(m, c, p);
        e = T.NegatedMultiplyAdd(a, e, e);
        var high = T.MultiplyAdd(k, T.Of(Logarithm.Ln2High), T.Lookup(LogarithmTable.High, j));
        var rest = T.MultiplyAdd(k, T.Of(Logarithm.Ln2Low), T.Lookup(LogarithmTable.Low, j));
        var sum = high + a;
        var square = a * a;
        var left = T.Of(-0.5) * T.MultiplySubtract(a, a, square);
        var tail = T.MultiplyAdd(a * square, LogarithmCurve(a, square), left) + (e + rest);

        // Where the sum is infinite the difference is NaN; it goes, and the infinity stays.
        low = T.Maximum(T.Of(-1.0), (a - (sum - high)) + T.MultiplyAdd(T.Of(-0.5), square, tail));
        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T LogarithmCurve<T>(T a, T square)
        where T : struct, ILanes<T>
    {
        var even = T.MultiplyAdd(T.Of(Logarithm.Even4), square, T.Of(Logarithm.Even3));
        even = T.MultiplyAdd(even, square, T.Of(Logarithm.Even2));
        even = T.MultiplyAdd(even, square, T.Of(Logarithm.Even1));
        even = T.MultiplyAdd(even, square, T.Of(Logarithm.Even0));
        var odd = T.MultiplyAdd(T.Of(Logarithm.Odd3), square, T.Of(Logarithm.Odd2));
        odd = T.MultiplyAdd(odd, square, T.Of(Logarithm.Odd1));
        odd = T.MultiplyAdd(odd, square, T.Of(Logarithm.Odd0));
        return T.MultiplyAdd(odd, a, even);
    }
}
