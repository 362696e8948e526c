namespace InterconnectDsl.Cli.Running;

/// <summary>The exit codes, as <c>--help</c> tells them.</summary>
internal static class ExitCode
{
    /// <summary>Done and clean.</summary>
    public const int Clean = 0;

    /// <summary>The design has errors, or a rule, a test or an expectation failed.</summary>
    public const int Findings = 1;

    /// <summary>Wrong usage, wrong settings or an unreadable file.</summary>
    public const int Usage = 2;

    /// <summary>A fault of ours.</summary>
    public const int Fault = 3;

    /// <summary>Cancelled.</summary>
    public const int Cancelled = 130;
}
