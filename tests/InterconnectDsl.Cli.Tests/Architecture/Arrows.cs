namespace InterconnectDsl.Cli.Tests.Architecture;

/// <summary>Who may know whom, as src/README.md draws it; an arrow that is not here does not exist.</summary>
internal static class Arrows
{
    private const string Prefix = "InterconnectDsl.";

    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Language"] = [],
        ["Library"] = [],
        ["Runtime"] = [],
        ["Templates"] = [],
        ["Kernels"] = ["Language"],
        ["Generator"] = ["Kernels", "Language", "Library"],
        ["Studies"] = ["Kernels", "Language", "Library", "Runtime"],
        ["Reporting"] = ["Studies", "Kernels", "Language", "Runtime"],
        ["LanguageServer"] = ["Reporting", "Studies", "Kernels", "Language", "Library", "Runtime"],
        ["Cli"] = ["LanguageServer", "Reporting", "Studies", "Kernels", "Language", "Library", "Runtime"],
    };

    /// <summary>The projects that have a place in the house, by their short names.</summary>
    public static IEnumerable<string> Projects => Allowed.Keys;

    /// <summary>Whether the first may know the second, both by their short names.</summary>
    public static bool Allow(string from, string to) => Allowed.TryGetValue(from, out var known) && known.Contains(to, StringComparer.Ordinal);

    /// <summary>The short name of a project or an assembly of ours; null for anybody else's.</summary>
    public static string? ShortName(string name) =>
        name == "icx" ? "Cli" : name.StartsWith(Prefix, StringComparison.Ordinal) ? name[Prefix.Length..] : null;
}
