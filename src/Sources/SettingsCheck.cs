using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Project;
using InterconnectDsl.Language.Units;
using InterconnectDsl.Library;

namespace InterconnectDsl.Sources;

/// <summary>Holds what <c>icx.toml</c> says against what there is: the library at hand, and the ids of the rules.</summary>
internal static class SettingsCheck
{
    /// <summary>Reports a library of another version than the one asked for.</summary>
    public static void Version(ProjectSettings settings, DiagnosticBag problems)
    {
        var have = StandardLibrary.Version;
        if (settings.LibraryVersion is { } asked && have != asked && !have.StartsWith(asked + ".", StringComparison.Ordinal))
        {
            problems.Report("ICX9015", settings.LibraryVersionLocation, asked, have);
        }
    }

    /// <summary>Reports severities that are set for what nobody reports.</summary>
    public static void Severities(ProjectSettings settings, ICollection<string> rules, DiagnosticBag problems)
    {
        foreach (var set in settings.SeverityLocations)
        {
            if (DiagnosticCatalogue.Find(set.Key) is null && !rules.Contains(set.Key))
            {
                var near = Spelling.Nearest(set.Key, rules);
                problems.ReportWithHelp("ICX9016", set.Value, near is null ? null : $"did you mean `{near}`?", near, set.Key);
            }
        }
    }
}
