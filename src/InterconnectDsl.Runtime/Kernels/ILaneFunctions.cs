namespace InterconnectDsl.Runtime;

/// <summary>The functions of a precision.</summary>
/// <typeparam name="T">The lanes to work with.</typeparam>
public interface ILaneFunctions<T>
    where T : struct, ILanes<T>
{
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
    static abstract T FromDecibel(T x);

    /// <summary>1 - erf(x).</summary>
    static abstract T Erfc(T x);

    /// <summary>e^(x²) erfc(x).</summary>
    static abstract T Erfcx(T x);

    /// <summary>The probability of a normal value up to x.</summary>
    static abstract T NormalCdf(T x);

    /// <summary>The normal value that is not exceeded with probability x.</summary>
    static abstract T NormalInverse(T x);
}
