using System.Text.RegularExpressions;

namespace InterconnectDsl.Library.Tests.Catalogue;

/// <summary>The parts of the library, read from its text, so that a part added tomorrow is tested tomorrow.</summary>
internal static class CatalogueText
{
    private static readonly Regex Declaration = new(@"^(?:part|kind) (\w+)(?:\([^)]*\))? : (\w+)", RegexOptions.Multiline | RegexOptions.NonBacktracking);

    /// <summary>The parts of a module that are of a kind, directly or through others, without parameters.</summary>
    public static IReadOnlyList<string> PartsOf(string module, string kind)
    {
        var bases = Declaration.Matches(StandardLibrary.TextOf(module)!).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value);
        return bases.Keys.Where(name => IsOf(name, kind, bases)).ToList();
    }

    /// <summary>The confidence that the text gives an attribute of a part, in its own body or that of what it extends in the same module; null when none is stated.</summary>
    public static string? ConfidenceOf(string module, string part, string attribute)
    {
        var text = StandardLibrary.TextOf(module)!;
        var declaration = Declaration.Matches(text).FirstOrDefault(m => m.Groups[1].Value == part);
        if (declaration is null)
        {
            return null;
        }

        var end = text.IndexOf("\n\n", declaration.Index, StringComparison.Ordinal);
        var body = text[declaration.Index..(end < 0 ? text.Length : end)];
        var stated = Regex.Match(body, $@"(?:^|[{{;])\s*{attribute}\s*[=:~](?:[^\n]*?confidence (\w))?", RegexOptions.Multiline, TimeSpan.FromSeconds(1));
        return stated.Success ? stated.Groups[1].Value : ConfidenceOf(module, declaration.Groups[2].Value, attribute);
    }

    private static bool IsOf(string name, string kind, Dictionary<string, string> bases) =>
        bases.TryGetValue(name, out var parent) && (parent == kind || IsOf(parent, kind, bases));
}
