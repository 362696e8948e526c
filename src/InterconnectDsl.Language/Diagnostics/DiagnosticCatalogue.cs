using System.Globalization;
using System.Reflection;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Language.Diagnostics;

/// <summary>What the catalogue says of one code.</summary>
/// <param name="Code">ICXnnnn.</param>
/// <param name="Severity">Its severity.</param>
/// <param name="Title">A name in words.</param>
/// <param name="Message">Message template with {0}, {1} ...</param>
/// <param name="Help">Default help, or null.</param>
/// <param name="Explanation">What it means and why it is checked.</param>
/// <param name="Wrong">An example that gives it.</param>
/// <param name="Right">The same, mended.</param>
public sealed record DiagnosticDescription(
    string Code, Severity Severity, string Title, string Message, string? Help, string Explanation, string Wrong, string Right);

/// <summary>
/// The one place where diagnostic codes are declared: text files <c>Catalogue/ICX?.txt</c>, a stanza a code, read at the first diagnostic.
/// A stanza starts <c>== ICX2003 error: Unknown attribute</c>, then sections <c>message:</c>, <c>help:</c>, <c>explain:</c>, <c>wrong:</c>, <c>right:</c>,
/// each of one line behind the colon or of indented lines below it.
/// </summary>
public static class DiagnosticCatalogue
{
    private static readonly Lazy<Dictionary<string, DiagnosticDescription>> Entries = new(Load);

    /// <summary>All entries, in order of code.</summary>
    public static IEnumerable<DiagnosticDescription> All => Entries.Value.Values.OrderBy(e => e.Code, StringComparer.Ordinal);

    /// <summary>The entry of a code, or null.</summary>
    public static DiagnosticDescription? Find(string code) => Entries.Value.TryGetValue(code, out var entry) ? entry : null;

    internal static Diagnostic Make(string code, SourceSpan location, object[] arguments)
    {
        // A code that is not declared is a fault of ours, and a test finds it; the user still sees what is known.
        var entry = Find(code) ?? new(code, Severity.Error, code, string.Join(", ", arguments), null, "", "", "");
        return new(code, entry.Severity, string.Format(CultureInfo.InvariantCulture, entry.Message, arguments), location,
            entry.Help is null ? null : string.Format(CultureInfo.InvariantCulture, entry.Help, arguments));
    }

    private static Dictionary<string, DiagnosticDescription> Load()
    {
        var assembly = typeof(DiagnosticCatalogue).GetTypeInfo().Assembly;
        var entries = new Dictionary<string, DiagnosticDescription>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith("ICX", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            foreach (var stanza in reader.ReadToEnd().Replace("\r", "").Split(new[] { "\n== " }, StringSplitOptions.None).Skip(1))
            {
                var entry = ParseStanza(stanza);
                entries.Add(entry.Code, entry);
            }
        }

        return entries;
    }

    private static DiagnosticDescription ParseStanza(string stanza)
    {
        var lines = stanza.Split('\n');
        var colon = lines[0].IndexOf(':');
        var head = lines[0].Substring(0, colon).Split(' ');
        var sections = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        List<string>? current = null;
        foreach (var line in lines.Skip(1))
        {
            if (line.Length > 0 && line[0] != ' ' && line.IndexOf(':') is var at and > 0)
            {
                sections[line.Substring(0, at)] = current = new();
                if (line.Length > at + 1)
                {
                    current.Add(line.Substring(at + 1).Trim());
                }
            }
            else
            {
                current?.Add(line.StartsWith("  ", StringComparison.Ordinal) ? line.Substring(2) : line);
            }
        }

        string? Section(string name) => sections.TryGetValue(name, out var text) ? string.Join("\n", text).Trim('\n') : null;
        var severity = (Severity)Enum.Parse(typeof(Severity), head[1], ignoreCase: true);
        return new(head[0], severity, lines[0].Substring(colon + 1).Trim(), Section("message") ?? "", Section("help"),
            Section("explain") ?? "", Section("wrong") ?? "", Section("right") ?? "");
    }
}
