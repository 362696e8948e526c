using System.Text;
using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Language.Symbols;

namespace InterconnectDsl.Cli.Tests.Goldens;

/// <summary>
/// The figures of a design, and of the first member of every array of its things and paths, as they print: <c>name = value unit</c>. What is zero, off or a list
/// is left out.
/// </summary>
internal static class NumberLines
{
    public static string Write(ElaboratedDesign design)
    {
        var lines = new StringBuilder();
        foreach (var group in design.Groups.Where(g => !g.IsAnonymous && g.Count > 0).ToList())
        {
            foreach (var attribute in AttributesOf(group.Kind))
            {
                if (design.TextOf(group, attribute, 0) is { } text && !(text[0] == '[' || text is "0" or "false" || text.StartsWith("0 ", StringComparison.Ordinal)))
                {
                    lines.Append(group == design.DesignGroup ? "" : group.NameOf(0) + ".").Append(attribute).Append(" = ").Append(text).Append('\n');
                }
            }
        }

        return lines.ToString().TrimEnd('\n');
    }

    private static IEnumerable<string> AttributesOf(KindSymbol kind)
    {
        for (var at = kind; at is not null; at = at.Base)
        {
            foreach (var attribute in at.Attributes)
            {
                yield return attribute.Name;
            }
        }
    }
}
