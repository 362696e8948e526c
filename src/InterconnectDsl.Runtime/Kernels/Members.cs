using System.Runtime.CompilerServices;

namespace InterconnectDsl.Runtime;

/// <summary>Reads numbers of members that do not lie side by side.</summary>
public static class Members
{
    /// <summary>Numbers of one point that lie in columns.</summary>
    /// <typeparam name="T">The lanes.</typeparam>
    /// <param name="columns">The first number of the first column.</param>
    /// <param name="masks">The first mask.</param>
    /// <param name="stride">Numbers a column has.</param>
    /// <param name="point">The point.</param>
    /// <param name="column">The column of each member.</param>
    /// <param name="source">The number of the mask of each.</param>
    /// <param name="first">The first of the members.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Pick<T>(ref double columns, ref nint masks, nint stride, nint point, ReadOnlySpan<int> column, ReadOnlySpan<int> source, nint first)
        where T : struct, ILanes<T>
    {
        Unsafe.SkipInit(out Eight numbers);
        for (var i = 0; i < T.Count; i++)
        {
            var member = (int)first + i;
            numbers[i] = Unsafe.Add(ref columns, (column[member] * stride) + (point & Unsafe.Add(ref masks, source[member])));
        }

        return T.Load(ref numbers[0], 0);
    }

    /// <summary>Numbers of a row, in other places.</summary>
    /// <typeparam name="T">The lanes.</typeparam>
    /// <param name="columns">The first number of the first column.</param>
    /// <param name="row">How far behind it the row begins.</param>
    /// <param name="place">The place of each member in the row.</param>
    /// <param name="first">The first of the members.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Pick<T>(ref double columns, nint row, ReadOnlySpan<int> place, nint first)
        where T : struct, ILanes<T>
    {
        Unsafe.SkipInit(out Eight numbers);
        for (var i = 0; i < T.Count; i++)
        {
            numbers[i] = Unsafe.Add(ref columns, row + place[(int)first + i]);
        }

        return T.Load(ref numbers[0], 0);
    }
}
