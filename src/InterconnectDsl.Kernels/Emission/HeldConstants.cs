namespace InterconnectDsl.Kernels.Emission;

/// <summary>
/// Operations that are given their constants, which a body reads before its loop. As constants of the code they would be read for each vector anew, and in many
/// loops reading would set the pace.
/// </summary>
public static class HeldConstants
{
    /// <summary>The method that reads the constants of an operation; null where it takes none.</summary>
    /// <param name="operation">The method of the operation.</param>
    public static string? ReaderOf(string operation) => operation == "FromDecibel" ? "Hold" + operation : null;
}
