using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Reporting.Diagnostics;

/// <summary>
/// Diagnostics as SARIF 2.1.0 (OASIS, "Static Analysis Results Interchange Format"): one run, the catalogue's texts as rules, related places, fingerprints that
/// outlive moved lines, and fixes where a single edit mends it.
/// </summary>
public static class SarifDiagnostics
{
    private const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    /// <summary>All diagnostics as one log.</summary>
    /// <param name="diagnostics">What was found.</param>
    /// <param name="rules">The rules that may be among the codes, for their texts.</param>
    /// <param name="tool">What found it.</param>
    public static string Render(IReadOnlyList<Diagnostic> diagnostics, IReadOnlyList<RuleSymbol> rules, ToolInfo tool)
    {
        var codes = diagnostics.Select(d => d.Code).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return JsonText.Of(writer => writer.WriteElement(() =>
        {
            writer.WriteString("$schema", Schema);
            writer.WriteString("version", "2.1.0");
            writer.WriteArray("runs", new[] { tool }, _ => writer.WriteElement(() =>
            {
                writer.WriteObject("tool", () => writer.WriteObject("driver", () => WriteDriver(writer, codes, rules, tool)));
                writer.WriteArray("invocations", new[] { true }, success => writer.WriteElement(() => writer.WriteBoolean("executionSuccessful", success)));
                writer.WriteObject("originalUriBaseIds", () => WriteBases(writer));
                writer.WriteString("columnKind", "utf16CodeUnits");
                writer.WriteArray("results", diagnostics, d => writer.WriteElement(() => WriteResult(writer, d, codes)));
            }));
        }));
    }

    private static void WriteDriver(Utf8JsonWriter writer, IReadOnlyList<string> codes, IReadOnlyList<RuleSymbol> rules, ToolInfo tool)
    {
        writer.WriteString("name", "icx");
        writer.WriteString("semanticVersion", tool.Version);
        writer.WriteArray("rules", codes, code => writer.WriteElement(() =>
        {
            writer.WriteString("id", code);
            var (title, explanation) = TextsOf(code, rules);
            if (title is not null)
            {
                WriteMessage(writer, "shortDescription", title);
            }

            if (!string.IsNullOrEmpty(explanation))
            {
                WriteMessage(writer, "fullDescription", explanation);
            }
        }));
    }

    private static (string? Title, string? Explanation) TextsOf(string code, IReadOnlyList<RuleSymbol> rules) =>
        DiagnosticCatalogue.Find(code) is { } entry ? (entry.Title, entry.Explanation)
        : rules.FirstOrDefault(r => r.Id == code) is { } rule ? (rule.Name.Replace('_', ' '), rule.Doc) : (null, null);

    private static void WriteBases(Utf8JsonWriter writer)
    {
        writer.WriteObject("SRCROOT", () => WriteMessage(writer, "description", "The folder icx was started in."));
        writer.WriteObject("ICXLIBRARY", () => WriteMessage(writer, "description", "The standard library, which is part of the tool."));
    }

    private static void WriteResult(Utf8JsonWriter writer, Diagnostic diagnostic, List<string> codes)
    {
        writer.WriteString("ruleId", diagnostic.Code);
        writer.WriteNumber("ruleIndex", codes.IndexOf(diagnostic.Code));
        writer.WriteString("level", TextDiagnostics.WordOf(diagnostic.Severity));
        WriteMessage(writer, "message", diagnostic.Help is null ? diagnostic.Message : diagnostic.Message + "\n" + diagnostic.Help);
        if (diagnostic.Location.Text is null)
        {
            return;
        }

        writer.WriteArray("locations", new[] { diagnostic.Location }, l => writer.WriteElement(() => WritePhysical(writer, l)));
        var related = diagnostic.Related.Where(r => r.Location.Text is not null).ToList();
        if (related.Count > 0)
        {
            writer.WriteArray("relatedLocations", related, r => writer.WriteElement(() =>
            {
                WritePhysical(writer, r.Location);
                WriteMessage(writer, "message", r.Message);
            }));
        }

        writer.WriteObject("partialFingerprints", () => writer.WriteString("icx/v1", Fingerprint(diagnostic)));
        if (diagnostic.Replacement is { } replacement)
        {
            writer.WriteArray("fixes", new[] { replacement }, text => writer.WriteElement(() => WriteFix(writer, diagnostic.Location, text)));
        }
    }

    private static void WriteFix(Utf8JsonWriter writer, SourceSpan location, string text) =>
        writer.WriteArray("artifactChanges", new[] { text }, _ => writer.WriteElement(() =>
        {
            writer.WriteObject("artifactLocation", () => WriteArtifact(writer, location.Text));
            writer.WriteArray("replacements", new[] { text }, inserted => writer.WriteElement(() =>
            {
                writer.WriteObject("deletedRegion", () => WriteRegion(writer, location));
                WriteMessage(writer, "insertedContent", inserted);
            }));
        }));

    private static void WritePhysical(Utf8JsonWriter writer, SourceSpan location) => writer.WriteObject("physicalLocation", () =>
    {
        writer.WriteObject("artifactLocation", () => WriteArtifact(writer, location.Text));
        writer.WriteObject("region", () => WriteRegion(writer, location));
    });

    private static void WriteArtifact(Utf8JsonWriter writer, SourceText text)
    {
        writer.WriteString("uri", string.Join('/', text.Path.Split('/').Select(Uri.EscapeDataString)));
        if (!Path.IsPathRooted(text.Path))
        {
            writer.WriteString("uriBaseId", text.IsLibrary ? "ICXLIBRARY" : "SRCROOT");
        }
    }

    private static void WriteRegion(Utf8JsonWriter writer, SourceSpan location)
    {
        var start = location.Position;
        var end = location.Text.PositionOf(location.Span.End);
        writer.WriteNumber("startLine", start.Line);
        writer.WriteNumber("startColumn", start.Column);
        writer.WriteNumber("endLine", end.Line);
        writer.WriteNumber("endColumn", end.Column);
    }

    private static void WriteMessage(Utf8JsonWriter writer, string name, string text) => writer.WriteObject(name, () => writer.WriteString("text", text));

    /// <summary>The same as long as the code, the file and the text of the line are.</summary>
    private static string Fingerprint(Diagnostic diagnostic)
    {
        var line = diagnostic.Location.Text.Line(diagnostic.Location.Position.Line).Trim();
        var bytes = Encoding.UTF8.GetBytes(diagnostic.Code + "\n" + diagnostic.Location.Text.Path + "\n" + line);
        return Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8));
    }
}
