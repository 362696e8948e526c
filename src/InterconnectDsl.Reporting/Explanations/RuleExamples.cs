using System.Reflection;
using System.Text;

namespace InterconnectDsl.Reporting.Explanations;

/// <summary>
/// The designs that show what a rule of the library finds: the same files that hold it to that in <c>tests/rules</c>, embedded. A design that fails names
/// its rule in the second line, <c>// expect: icx_fibers_fit at 32:13</c>.
/// </summary>
internal static class RuleExamples
{
    private static readonly Assembly Assembly = typeof(RuleExamples).Assembly;

    /// <summary>A design the rule finds something in, and the like of it that it finds nothing in; null for a rule without any.</summary>
    /// <param name="rule">The rule's id.</param>
    public static (string Wrong, string Right)? Of(string rule)
    {
        foreach (var name in Assembly.GetManifestResourceNames().Where(n => n.StartsWith("rules/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            var slash = name.LastIndexOf('/');
            if (name.AsSpan(slash + 1).StartsWith("fails", StringComparison.Ordinal) && Read(name) is var wrong && wrong.Contains("\n// expect: " + rule + " at ", StringComparison.Ordinal))
            {
                var own = name[..slash] + "/passes_" + rule["icx_".Length..] + ".icx";
                return (Body(wrong), Body(Read(Assembly.GetManifestResourceInfo(own) is null ? name[..slash] + "/passes.icx" : own)));
            }
        }

        return null;
    }

    // The first line says what the design is about; what the tests expect of it is no part of the example.
    private static string Body(string text) => string.Join('\n', text.TrimEnd('\n').Split('\n').Where(l => !l.StartsWith("// expect: ", StringComparison.Ordinal)));

    private static string Read(string name)
    {
        using var reader = new StreamReader(Assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
        return reader.ReadToEnd().Replace("\r\n", "\n", StringComparison.Ordinal);
    }
}
