using System.Globalization;
using InterconnectDsl.Generator.Emission;
using InterconnectDsl.Sources;
using InterconnectDsl.Kernels.Checking;
using InterconnectDsl.Language.Binding;
using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Project;
using InterconnectDsl.Language.Text;

namespace InterconnectDsl.Generator.Pipeline;

/// <summary>The Emit step: binds a unit, checks its designs as <c>icx check</c> does, and writes their classes.</summary>
internal static class UnitBuilder
{
    // Findings of a module that only a look at who uses it can make.
    private static readonly HashSet<string> OfUnusedMembers = new(StringComparer.Ordinal) { "ICX2032", "ICX2033" };

    // A class that is claimed and not there, a waiver that is over.
    private static readonly HashSet<string> OfDesignsThatStand = new(StringComparer.Ordinal) { "ICX3140", "ICX4020" };

    /// <summary>Builds a unit. A fault of ours is a finding too: an exception would silence the generator for the whole project.</summary>
    public static Built Build(Unit unit, BuildSettings build, CancellationToken cancellation)
    {
        try
        {
            return BuildChecked(unit, build, cancellation);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            var at = string.Join(" ", (fault.StackTrace ?? "").Split('\n').Take(8).Select(line => line.Trim()));
            var place = Place.Of(unit.File.FullPath, new(unit.File.Text, default));
            return Built.Nothing with { Findings = new(new[] { FindingWriter.Make("ICX9099", place, fault.GetType().Name + ", " + fault.Message, at) }) };
        }
    }

    private static Built BuildChecked(Unit unit, BuildSettings build, CancellationToken cancellation)
    {
        var problems = new DiagnosticBag();
        var settings = unit.Settings is null ? ProjectSettings.Default : ProjectSettings.Read(unit.Settings.Text, problems);
        SettingsCheck.Version(settings, problems);
        var today = Day(build.Today);
        var paths = PathsOf(unit);
        var compilation = Bind(unit, paths);
        SettingsCheck.Severities(settings, new HashSet<string>(compilation.Rules.Select(r => r.Id).Concat(unit.ProjectRules), StringComparer.Ordinal), problems);

        var writer = WriterOf(unit, compilation, paths);
        var bound = settings.Apply(compilation.Diagnostics.Where(d => IsTold(d, unit)));
        var findings = problems.Items.Concat(bound.Where(d => d.Location.Text is null || ReferenceEquals(d.Location.Text, unit.File.Text))).Select(writer.Write).ToList();
        if (today is null && build.Today.Length > 0)
        {
            findings.Add(FindingWriter.Make("ICX9021", Place.Of(unit.File.FullPath, new(unit.File.Text, default)), build.Today));
        }

        var sources = new List<GeneratedSource>();
        var designs = compilation.Designs.Where(d => ReferenceEquals(d.Location.Text, unit.File.Text)).ToList();
        if (problems.HasErrors || bound.Any(d => d.Severity == Severity.Error))
        {
            // Behind an error in the text there is no design to judge.
            return new(EquatableArray<GeneratedSource>.Empty, findings.ToEquatable());
        }

        foreach (var design in designs)
        {
            var result = DesignChecker.Check(compilation, design, new() { Today = today, Severities = settings.Severities }, cancellation);
            var told = settings.Apply(result.Diagnostics).Select(writer.Write).ToList();
            findings.AddRange(told);
            if (Stands(result))
            {
                sources.AddRange(new DesignWriter(unit, build, result, told, paths).Write());
            }
        }

        return new(sources.ToEquatable(), findings.ToEquatable());
    }

    private static Compilation Bind(Unit unit, IReadOnlyDictionary<SourceText, string> paths)
    {
        var user = new[] { unit.SameModule, unit.File }.OfType<IcxFile>().Concat(unit.Imposing).Select(f => f.Text).ToList();
        var compilation = Compilation.Create(user, new ReachSources(unit, paths));
        compilation.BindAll();
        return compilation;
    }

    // A design that breaks a rule still has figures; one that could not be put together has none.
    private static bool Stands(CheckedDesign result) => result.Design.Diagnostics.Items.All(d =>
        d.Severity != Severity.Error || DiagnosticCatalogue.Find(d.Code) is null || OfDesignsThatStand.Contains(d.Code));

    private static bool IsTold(Diagnostic diagnostic, Unit unit) => !(unit.IsUsedByOthers && OfUnusedMembers.Contains(diagnostic.Code));

    private static Dictionary<SourceText, string> PathsOf(Unit unit)
    {
        var paths = new Dictionary<SourceText, string>();
        foreach (var file in new[] { unit.File, unit.SameModule, unit.Settings }.OfType<IcxFile>().Concat(unit.Reach).Concat(unit.Imposing))
        {
            paths[file.Text] = file.FullPath;
        }

        foreach (var data in unit.Data)
        {
            paths[data.Text] = data.FullPath;
        }

        return paths;
    }

    private static FindingWriter WriterOf(Unit unit, Compilation compilation, IReadOnlyDictionary<SourceText, string> paths)
    {
        var titles = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var rule in compilation.Rules)
        {
            titles[rule.Id] = DocText.FirstSentence(rule.Doc) ?? rule.Name.Replace('_', ' ');
        }

        return new(unit.File, paths, titles);
    }

    private static int? Day(string text) =>
        DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? (day.Year * 10000) + (day.Month * 100) + day.Day
            : null;
}
