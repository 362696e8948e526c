using System.Runtime.CompilerServices;

namespace InterconnectDsl.Runtime;

/// <summary>Random words made into numbers.</summary>
public static partial class Draws
{
    private const double Step = 1.0 / 4294967296.0;

    /// <summary>
    /// Numbers evenly spread over the open interval from 0 to 1, from the lower half of each lane's bits: (word + 1/2) / 2^32, exact. So the smallest is
    /// 2^-33 and the largest 1 - 2^-33.
    /// </summary>
    /// <typeparam name="T">The lanes to work with.</typeparam>
    /// <param name="words">Words from <see cref="Philox.Fill"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Uniform<T>(T words)
        where T : struct, ILanes<T>
    {
        // Behind the exponent of 2^52 the word stands at the ones.
        var raised = (words & T.OfBits(0xFFFFFFFFUL)) | T.OfBits(0x4330000000000000UL);
        return T.MultiplyAdd(raised, T.Of(Step), T.Of((0.5 - 4503599627370496.0) * Step));
    }

    /// <summary>The same for one word.</summary>
    public static double Uniform(uint word) => Numerics.Philox.Uniform(word);
}
