using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Generator.Pipeline;

/// <summary>Findings of all units: each once, though several units may come upon it, in order of file and place.</summary>
internal static class FindingCollector
{
    /// <summary>Collects what all units found, and what only all of them together show.</summary>
    public static EquatableArray<Finding> Collect(IReadOnlyList<Built> all)
    {
        var seen = new HashSet<(string, Place, string)>();
        return all.SelectMany(b => b.Findings).Concat(Clashes(all.SelectMany(b => b.Sources)))
            .Where(f => seen.Add((f.Id, f.Place, f.Message)))
            .OrderBy(f => f.Place.Path, StringComparer.Ordinal).ThenBy(f => f.Place.Start).ThenBy(f => f.Id, StringComparer.Ordinal).ToEquatable();
    }

    private static IEnumerable<Finding> Clashes(IEnumerable<GeneratedSource> sources)
    {
        foreach (var same in sources.GroupBy(s => s.ClassName, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            foreach (var later in same.Skip(1))
            {
                yield return FindingWriter.Make("ICX9020", later.Design, same.Key, same.First().Design.Path);
            }
        }
    }
}

/// <summary>Diagnostics as findings.</summary>
/// <param name="file">The file a finding without a place of its own is shown at.</param>
/// <param name="paths">Full paths of the texts at hand.</param>
/// <param name="titles">Titles of rules by id.</param>
internal sealed class FindingWriter(IcxFile file, IReadOnlyDictionary<SourceText, string> paths, IReadOnlyDictionary<string, string> titles)
{
    /// <summary>A diagnostic as a finding.</summary>
    public Finding Write(Diagnostic diagnostic)
    {
        var entry = DiagnosticCatalogue.Find(diagnostic.Code);
        var title = entry?.Title ?? (titles.TryGetValue(diagnostic.Code, out var known) ? known : diagnostic.Code);
        var message = diagnostic.Help is null ? diagnostic.Message : diagnostic.Message + "; " + diagnostic.Help;
        var others = diagnostic.Related.Select(r => PlaceOf(r.Location)).OfType<Place>().ToEquatable();
        return new(diagnostic.Code, diagnostic.Severity, title, message, PlaceOf(diagnostic.Location) ?? Place.Of(file.FullPath, new(file.Text, default)), others,
            entry is { Severity: Severity.Error });
    }

    /// <summary>A finding of the build itself, declared in the catalogue.</summary>
    public static Finding Make(string code, Place place, params object[] arguments)
    {
        var bag = new DiagnosticBag();
        bag.Report(code, default, arguments);
        var made = bag.Items[0];
        return new(code, made.Severity, DiagnosticCatalogue.Find(code)?.Title ?? code, made.Help is null ? made.Message : made.Message + "; " + made.Help, place,
            EquatableArray<Place>.Empty, made.Severity == Severity.Error);
    }

    // What stands in the library is no file the build knows.
    private Place? PlaceOf(SourceSpan span) => span.Text is not null && paths.TryGetValue(span.Text, out var path) ? Place.Of(path, span) : null;
}
