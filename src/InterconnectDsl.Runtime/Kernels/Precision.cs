namespace InterconnectDsl.Runtime;

/// <summary>How exact a compiled kernel computes.</summary>
public enum Precision
{
    /// <summary>The bits of the interpreter, at every width and on every machine.</summary>
    Full,

    /// <summary>
    /// Each function within the bound of <see cref="ReducedPrecision"/>, 6e-9 relative at most; the same bits on processors with the same instructions. Formulas
    /// are regrouped, so that a sum which cancels differs by more. A point at which a number is none is computed in full precision.
    /// </summary>
    Reduced,
}
