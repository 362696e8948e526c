namespace InterconnectDsl.Runtime.Designs;

/// <summary>How bad a finding is.</summary>
public enum FindingSeverity
{
    /// <summary>Worth knowing.</summary>
    Note,

    /// <summary>Probably a mistake; the figures stand.</summary>
    Warning,

    /// <summary>The design does not work as it is.</summary>
    Error,
}

/// <summary>What the check of a design found at its nominal point, when it was compiled.</summary>
/// <param name="Id">The id of a rule, such as <c>icx_link_closes</c>, or a code <c>ICXnnnn</c>.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Message">What is wrong, and what to do about it.</param>
/// <param name="File">The .icx file, relative to the project.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column, from 1.</param>
public sealed record Finding(string Id, FindingSeverity Severity, string Message, string File, int Line, int Column)
{
    /// <summary>As compilers print it: <c>switch.icx(3,7): error icx_link_closes: ...</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{File}({Line},{Column}): {Severity.ToString().ToLowerInvariant()} {Id}: {Message}");
}
