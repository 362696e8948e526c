namespace InterconnectDsl.Kernels.Passes;

/// <summary>Leaves out what no result needs, as every pass does, and does nothing else.</summary>
public sealed class DeadCode : Pass
{
}
