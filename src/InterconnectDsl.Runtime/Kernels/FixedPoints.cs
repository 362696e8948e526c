using System.Runtime.CompilerServices;
using InterconnectDsl.Numerics;

namespace InterconnectDsl.Runtime;

/// <summary>How the search for a fixed point lies in the columns of a kernel: one after the other, a column for each field.</summary>
public static class FixedPoints
{
    /// <summary>The number of fields. The first holds the numbers to try, the second what the body made of them.</summary>
    public const int Fields = 9;

    internal const int Tried = 0;
    internal const int Result = 1;
    internal const int Before = 2;
    internal const int GapBefore = 3;
    internal const int Good = 4;
    internal const int HasBefore = 5;
    internal const int State = 6;
    internal const int Tolerance = 7;
    internal const int Limit = 8;
}
