namespace InterconnectDsl.Cli.Arguments;

/// <summary>An option of the command line.</summary>
/// <param name="Name">Its long name with both dashes.</param>
/// <param name="Value">What its value is called in help, <c>NAME</c>, or the words it takes, <c>md|json</c>; null for a switch.</param>
/// <param name="Help">What it does, in a line.</param>
/// <param name="Short">A one-letter name with its dash, or null.</param>
/// <param name="Repeats">Whether it may be given more than once.</param>
internal sealed record Option(string Name, string? Value, string Help, string? Short = null, bool Repeats = false)
{
    /// <summary>The words it takes, or null when it takes any text.</summary>
    public string[]? Choices => Value is not null && Value.Contains('|', StringComparison.Ordinal) ? Value.Split('|') : null;
}

/// <summary>The options that several verbs share.</summary>
internal static class CommonOptions
{
    public static readonly Option Design = new("--design", "NAME", "the design, where a file holds several");
    public static readonly Option Set = new("--set", "PARAM=VALUE", "give a param another value, e.g. --set reach=2km; repeatable", Repeats: true);
    public static readonly Option Output = new("--output", "FILE", "write the result to a file", "-o");
    public static readonly Option Diagnostics = new("--diagnostics", "text|msbuild|json|sarif|github", "the form of errors and warnings (text)");
    public static readonly Option WarnAsError = new("--warnaserror", null, "count warnings as errors");
    public static readonly Option Quiet = new("--quiet", null, "only errors and results", "-q");
    public static readonly Option NoColor = new("--no-color", null, "no colours on a terminal");
    public static readonly Option Today = new("--today", "YYYY-MM-DD", "the day waivers are held against (the clock's)");
    public static readonly Option Help = new("--help", null, "this text", "-h");

    /// <summary>What every verb takes.</summary>
    public static readonly Option[] All = { Set, Diagnostics, WarnAsError, Quiet, NoColor, Today, Help };

    /// <summary>Option for the form of the result.</summary>
    public static Option Format(string words, string first) => new("--format", words, "the form of the result (" + first + ")");
}
