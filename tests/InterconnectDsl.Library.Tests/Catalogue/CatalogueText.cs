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

    private static bool IsOf(string name, string kind, Dictionary<string, string> bases) =>
        bases.TryGetValue(name, out var parent) && (parent == kind || IsOf(parent, kind, bases));
}
