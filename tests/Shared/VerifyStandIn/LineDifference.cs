using System.Globalization;
using DiffPlex;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace VerifyXunit;

/// <summary>The lines that differ, as the failed test prints them.</summary>
internal static class LineDifference
{
    private const int Shown = 40;

    public static string Between(string expected, string actual)
    {
        var lines = new InlineDiffBuilder(new Differ()).BuildDiffModel(expected, actual, ignoreWhitespace: false).Lines;
        var changed = lines.Where(l => l.Type != ChangeType.Unchanged).Select(l => (l.Type == ChangeType.Inserted ? "+ " : "- ") + l.Text).ToList();
        var rest = changed.Count > Shown ? string.Create(CultureInfo.InvariantCulture, $"\n... and {changed.Count - Shown} more lines") : "";
        return string.Join('\n', changed.Take(Shown)) + rest;
    }
}
