namespace InterconnectDsl.Runtime;

/// <summary>How exact a compiled kernel computes.</summary>
public enum Precision
{
    /// <summary>The bits of the interpreter, at every width and on every machine.</summary>
    Full,

    /// <summary>Each function within the bound of <see cref="ReducedPrecision"/>, 6e-9 relative at most; the same bits on processors with the same instructions.</summary>
    Reduced,
}
