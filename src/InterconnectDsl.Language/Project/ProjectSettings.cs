using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Language.Project;

/// <summary>What <c>icx.toml</c> says. The command line, the editor and the build read it the same.</summary>
public sealed record ProjectSettings
{
    /// <summary>The file's name; it is found by walking up from a source file.</summary>
    public const string FileName = "icx.toml";

    private static readonly string[] SeverityWords = { "error", "warning", "note", "off" };

    private delegate ProjectSettings? Setter(ProjectSettings settings, TomlEntry entry, DiagnosticBag diagnostics);

    private static readonly Dictionary<string, Setter> Keys = new(StringComparer.Ordinal)
    {
        ["check.warnings_as_errors"] = (s, e, d) => Bool(e, d) is { } value ? s with { WarningsAsErrors = value } : null,
        ["library.version"] = (s, e, d) => Version(e, d) is { } value ? s with { LibraryVersion = value, LibraryVersionLocation = e.ValueLocation } : null,
    };

    /// <summary>What holds without a file.</summary>
    public static readonly ProjectSettings Default = new();

    /// <summary>Whether warnings count as errors.</summary>
    public bool WarningsAsErrors { get; init; }

    /// <summary>The version of the standard library the project is written for, whole or its first numbers (<c>0.1</c>); null for any.</summary>
    public string? LibraryVersion { get; init; }

    /// <summary>Where the version stands.</summary>
    public SourceSpan LibraryVersionLocation { get; init; }

    /// <summary>Severities of rules and warnings by id, null for off.</summary>
    public IReadOnlyDictionary<string, Severity?> Severities { get; init; } = new Dictionary<string, Severity?>(StringComparer.Ordinal);

    /// <summary>Where each of <see cref="Severities"/> is set.</summary>
    public IReadOnlyDictionary<string, SourceSpan> SeverityLocations { get; init; } = new Dictionary<string, SourceSpan>(StringComparer.Ordinal);

    /// <summary>Reads a file. Mistakes go to the bag, with their places; what is readable counts.</summary>
    public static ProjectSettings Read(SourceText text, DiagnosticBag diagnostics)
    {
        var settings = Default;
        var severities = new Dictionary<string, Severity?>(StringComparer.Ordinal);
        var locations = new Dictionary<string, SourceSpan>(StringComparer.Ordinal);
        foreach (var entry in TomlReader.Read(text, diagnostics))
        {
            var name = entry.Table.Length == 0 ? entry.Key : entry.Table + "." + entry.Key;
            if (name.StartsWith("rules.", StringComparison.Ordinal))
            {
                ReadSeverity(entry, name.Substring("rules.".Length), severities, locations, diagnostics);
            }
            else if (Keys.TryGetValue(name, out var setter))
            {
                settings = setter(settings, entry, diagnostics) ?? settings;
            }
            else
            {
                ReportUnknown(entry, name, diagnostics);
            }
        }

        return settings with { Severities = severities, SeverityLocations = locations };
    }

    /// <summary>
    /// Diagnostics as these settings want them: severities of warnings and notes as set, what is off left out, and, where asked for, warnings as errors.
    /// </summary>
    /// <param name="diagnostics">As they were found.</param>
    /// <param name="warningsAsErrors">Whether warnings count as errors beyond what the file says.</param>
    public IReadOnlyList<Diagnostic> Apply(IEnumerable<Diagnostic> diagnostics, bool warningsAsErrors = false)
    {
        var applied = new List<Diagnostic>();
        foreach (var diagnostic in diagnostics)
        {
            var severity = (Severity?)diagnostic.Severity;
            if (diagnostic.Severity != Severity.Error && Severities.TryGetValue(diagnostic.Code, out var set))
            {
                severity = set;
            }

            if (severity == Severity.Warning && (warningsAsErrors || WarningsAsErrors))
            {
                severity = Severity.Error;
            }

            if (severity is { } s)
            {
                applied.Add(s == diagnostic.Severity ? diagnostic : diagnostic with { Severity = s });
            }
        }

        return applied;
    }

    private static void ReadSeverity(
        TomlEntry entry, string id, Dictionary<string, Severity?> severities, Dictionary<string, SourceSpan> locations, DiagnosticBag diagnostics)
    {
        var word = entry.Value as string;
        if (word is null || Array.IndexOf(SeverityWords, word) < 0)
        {
            diagnostics.Report("ICX9012", entry.ValueLocation, "rules." + id, "\"error\", \"warning\", \"note\" or \"off\"");
            return;
        }

        if (DiagnosticCatalogue.Find(id) is { Severity: Severity.Error } && word != "error")
        {
            diagnostics.Report("ICX9014", entry.KeyLocation, id);
            return;
        }

        severities[id] = word == "off" ? null : (Severity)Enum.Parse(typeof(Severity), word, ignoreCase: true);
        locations[id] = entry.KeyLocation;
    }

    private static void ReportUnknown(TomlEntry entry, string name, DiagnosticBag diagnostics)
    {
        var near = Spelling.Nearest(name, Keys.Keys);
        var help = near is null ? null : "did you mean `" + near.Substring(near.IndexOf('.') + 1) + "` in `[" + near.Substring(0, near.IndexOf('.')) + "]`?";
        diagnostics.ReportWithHelp("ICX9011", entry.KeyLocation, help, null, name);
    }

    private static bool? Bool(TomlEntry entry, DiagnosticBag diagnostics)
    {
        if (entry.Value is bool value)
        {
            return value;
        }

        diagnostics.Report("ICX9012", entry.ValueLocation, entry.Table + "." + entry.Key, "`true` or `false`");
        return null;
    }

    private static string? Version(TomlEntry entry, DiagnosticBag diagnostics)
    {
        if (entry.Value is string text && text.Length > 0 && text.Split('.').All(p => p.Length > 0 && p.All(c => c is >= '0' and <= '9')))
        {
            return text;
        }

        diagnostics.Report("ICX9012", entry.ValueLocation, entry.Table + "." + entry.Key, "a version as a text, such as \"0.1\"");
        return null;
    }
}
