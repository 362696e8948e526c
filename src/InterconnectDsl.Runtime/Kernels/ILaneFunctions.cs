namespace InterconnectDsl.Runtime;

/// <summary>The functions of a precision.</summary>
/// <typeparam name="T">The lanes to work with.</typeparam>
public interface ILaneFunctions<T>
    where T : struct, ILanes<T>
{
    /// <summary>Whether nothing that is drawn is held, so that no flag need be asked.</summary>
    static abstract bool IsAllDrawn { get; }

    /// <summary>a/b.</summary>
    static abstract T Divide(T a, T b);

    /// <summary>The square root.</summary>
    static abstract T Sqrt(T x);

    /// <summary>e^x.</summary>
    static abstract T Exp(T x);

    /// <summary>The natural logarithm.</summary>
    static abstract T Ln(T x);

    /// <summary>The logarithm to base 10.</summary>
    static abstract T Log10(T x);

    /// <summary>Decibels of a ratio.</summary>
    static abstract T ToDecibel(T x);

    /// <summary>The ratio of decibels.</summary>
    static abstract T FromDecibel(T x, in PowerConstants<T> held);

    /// <summary>What <see cref="FromDecibel"/> is to be given.</summary>
    static abstract PowerConstants<T> HoldFromDecibel();

    /// <summary>1 - erf(x).</summary>
    static abstract T Erfc(T x);

    /// <summary>e^(x²) erfc(x).</summary>
    static abstract T Erfcx(T x);

    /// <summary>The probability of a normal value up to x.</summary>
    static abstract T NormalCdf(T x);

    /// <summary>The normal value that is not exceeded with probability x.</summary>
    static abstract T NormalInverse(T x);

    /// <summary>What <see cref="CentralInverse"/> is to be given.</summary>
    static abstract double[] CentralCoefficients { get; }

    /// <summary><see cref="NormalInverse"/> of two vectors but for the tails: in how many lanes one of both is that far out.</summary>
    static abstract int CentralInverse(ref T first, ref T second, ref double coefficients);

    /// <summary>A draw of each lane: <paramref name="central"/>, but where p is in the tails its normal value, scaled and offset.</summary>
    static abstract T WithTails(T p, T scale, T offset, T central);
}
