namespace InterconnectDsl.Runtime;

/// <summary>
/// Several doubles that one instruction works on, side by side. A kernel is written once over <typeparamref name="T"/> and compiled for each width; every
/// operation here gives, lane by lane, the same bits at every width. A comparison gives a mask, whose lanes have all bits set or none. Where a lane
/// holds an unsigned 64-bit number instead, the documentation says "bits".
/// </summary>
/// <typeparam name="T">The implementing type.</typeparam>
public interface ILanes<T>
    where T : struct, ILanes<T>
{
    /// <summary>Whether this processor has the instructions. Without them the type is slow, or throws <see cref="PlatformNotSupportedException"/>.</summary>
    static abstract bool IsSupported { get; }

    /// <summary>How many doubles there are.</summary>
    static abstract int Count { get; }

    /// <summary>Zero in every lane.</summary>
    static abstract T Zero { get; }

    /// <summary>The same number in every lane.</summary>
    static abstract T Of(double value);

    /// <summary>The same bits in every lane.</summary>
    static abstract T OfBits(ulong bits);

    /// <summary>Bits: <paramref name="first"/> and the whole numbers that follow it.</summary>
    static abstract T Consecutive(ulong first);

    /// <summary>The <see cref="Count"/> numbers that begin <paramref name="element"/> places behind <paramref name="origin"/>; not checked.</summary>
    static abstract T Load(ref readonly double origin, nint element);

    /// <summary>Writes the lanes from <paramref name="element"/> places behind <paramref name="origin"/> on; not checked.</summary>
    static abstract void Store(T lanes, ref double origin, nint element);

    /// <summary>Writes the lanes, cut off to whole numbers; they must be within the range of <see cref="int"/>. Not checked.</summary>
    static abstract void StoreWhole(T lanes, ref int origin, nint element);

    /// <summary>Sum.</summary>
    static abstract T operator +(T a, T b);

    /// <summary>Difference.</summary>
    static abstract T operator -(T a, T b);

    /// <summary>Product.</summary>
    static abstract T operator *(T a, T b);

    /// <summary>Quotient.</summary>
    static abstract T operator /(T a, T b);

    /// <summary>The number with its sign flipped; of 0, minus 0.</summary>
    static abstract T operator -(T a);

    /// <summary>The bits set in both.</summary>
    static abstract T operator &(T a, T b);

    /// <summary>The bits set in either.</summary>
    static abstract T operator |(T a, T b);

    /// <summary>The bits set in one of both.</summary>
    static abstract T operator ^(T a, T b);

    /// <summary>a b + c, rounded once.</summary>
    static abstract T MultiplyAdd(T a, T b, T c);

    /// <summary>a b - c, rounded once.</summary>
    static abstract T MultiplySubtract(T a, T b, T c);

    /// <summary>c - a b, rounded once.</summary>
    static abstract T NegatedMultiplyAdd(T a, T b, T c);

    /// <summary>Square root, rounded once; NaN of a negative number.</summary>
    static abstract T Sqrt(T a);

    /// <summary>The number without its sign.</summary>
    static abstract T Abs(T a);

    /// <summary>The nearest whole number, the even one of two.</summary>
    static abstract T Round(T a);

    /// <summary>The largest whole number that is not above.</summary>
    static abstract T Floor(T a);

    /// <summary>b where b is below a, otherwise a; so a NaN in a stays and one in b goes.</summary>
    static abstract T Minimum(T a, T b);

    /// <summary>b where b is above a, otherwise a; so a NaN in a stays and one in b goes.</summary>
    static abstract T Maximum(T a, T b);

    /// <summary>Mask of a below b; a NaN is neither below nor above.</summary>
    static abstract T Less(T a, T b);

    /// <summary>Mask of a not above b; a NaN is neither below nor above.</summary>
    static abstract T LessOrEqual(T a, T b);

    /// <summary>Mask of a equal to b; no NaN is equal to anything.</summary>
    static abstract T Equal(T a, T b);

    /// <summary>Mask of the same bits.</summary>
    static abstract T EqualBits(T a, T b);

    /// <summary>The first number where the mask is set, otherwise the second.</summary>
    static abstract T Select(T mask, T yes, T no);

    /// <summary>In how many lanes the mask is set.</summary>
    static abstract int CountOf(T mask);

    /// <summary>Whether a lane is NaN.</summary>
    static abstract bool HasNaN(T a);

    /// <summary>The bits set in one or all of three.</summary>
    static abstract T ExclusiveOr(T a, T b, T c);

    /// <summary>Bits: sum modulo 2^64.</summary>
    static abstract T AddBits(T a, T b);

    /// <summary>Bits: the product of the lower 32 bits of each lane, 64 bits long.</summary>
    static abstract T MultiplyBits(T a, T b);

    /// <summary>Bits: shifted up, zeros following.</summary>
    static abstract T ShiftUp(T a, int places);

    /// <summary>Bits: shifted down, zeros following.</summary>
    static abstract T ShiftDown(T a, int places);

    /// <summary>Entries of a table of 16 numbers, chosen by the lowest 4 bits of each lane.</summary>
    static abstract T Lookup(ReadOnlySpan<double> table, T index);

    /// <summary>m 2^k for 2^-60 &lt; |m| &lt; 4 and a whole k from -1200 to 1200, rounded once; infinite above the range of doubles.</summary>
    static abstract T Scale(T m, T k);

    /// <summary>
    /// Splits a positive number into m 2^k with 3/4 &lt;= m &lt; 3/2. For 0 and infinity k is minus and plus infinity and m is finite; for a
    /// negative number m is NaN, and of a NaN that NaN.
    /// </summary>
    static abstract T Split(T x, out T k);

    /// <summary>1/x within 6e-9 relative for 1e-300 &lt; |x| &lt; 1e300; anything for other numbers.</summary>
    static abstract T NearReciprocal(T x);

    /// <summary>1/x within 6e-9 relative for 1e-300 &lt; |x| &lt; 1e300, exact at 0 and infinity.</summary>
    static abstract T ReducedReciprocal(T x);

    /// <summary>The square root within 6e-9 relative, exact at 0 and infinity; NaN of a negative number.</summary>
    static abstract T ReducedSqrt(T x);
}
