using InterconnectDsl.Language.Binding;
using InterconnectDsl.Language.Symbols;

namespace InterconnectDsl.Kernels.Checking;

/// <summary>
/// Checks a design: elaborates it, evaluates what it says and what the rules ask at nominal, and collects every finding. The command line, the editor and the
/// build run this one.
/// </summary>
public static class DesignChecker
{
    /// <summary>Checks a design.</summary>
    /// <param name="compilation">The bound modules; their own diagnostics are not repeated.</param>
    /// <param name="symbol">The design.</param>
    /// <param name="options">Today, params and severities.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public static CheckedDesign Check(Compilation compilation, DesignSymbol symbol, CheckOptions options, CancellationToken cancellation = default) =>
        new DesignCheck(compilation, symbol, options, cancellation).Result;
}
