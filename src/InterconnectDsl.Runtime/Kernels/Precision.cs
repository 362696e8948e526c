namespace InterconnectDsl.Runtime;

/// <summary>How exact a compiled kernel computes.</summary>
public enum Precision
{
    /// <summary>The bits of the interpreter, at every width and on every machine.</summary>
    Full,

    /// <summary>Within 1e-8 relative of each operation's exact result; the same bits on processors with the same instructions.</summary>
    Reduced,
}
