namespace InterconnectDsl.Reporting.Diagnostics;

/// <summary>How a text for a terminal looks.</summary>
/// <param name="Color">Whether it carries colours as ANSI sequences.</param>
/// <param name="Width">Columns a source line may take before it is cut around what is pointed at; at least 40.</param>
public sealed record TextStyle(bool Color = false, int Width = 120)
{
    private const string Reset = "\u001b[0m";

    /// <summary>No colours, 120 columns.</summary>
    public static readonly TextStyle Plain = new();

    /// <summary>A text in the colour of a role, where colours are wanted.</summary>
    public string Paint(Role role, string text) => Color && text.Length > 0 ? Code(role) + text + Reset : text;

    private static string Code(Role role) => role switch
    {
        Role.Error => "\u001b[1;31m",
        Role.Warning => "\u001b[1;33m",
        Role.Note => "\u001b[1;36m",
        Role.Good => "\u001b[32m",
        Role.Strong => "\u001b[1m",
        _ => "\u001b[2m",
    };
}

/// <summary>What a piece of text is, for its colour.</summary>
public enum Role
{
    /// <summary>An error.</summary>
    Error,

    /// <summary>A warning.</summary>
    Warning,

    /// <summary>A note, or help.</summary>
    Note,

    /// <summary>Something that holds.</summary>
    Good,

    /// <summary>What is to be read first.</summary>
    Strong,

    /// <summary>Line numbers, rules of a table, places.</summary>
    Faint,
}
