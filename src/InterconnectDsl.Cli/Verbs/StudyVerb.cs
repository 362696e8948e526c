using System.Globalization;
using InterconnectDsl.Cli.Arguments;
using InterconnectDsl.Cli.Running;
using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Units;
using InterconnectDsl.Reporting;
using InterconnectDsl.Reporting.Documents;
using InterconnectDsl.Reporting.Studies;
using InterconnectDsl.Studies;

namespace InterconnectDsl.Cli.Verbs;

/// <summary><c>icx study</c>: runs the studies of a file, or one of them.</summary>
internal static class StudyVerb
{
    private static readonly Option Format = CommonOptions.Format("md|html|json|csv", "md");
    private static readonly Option Samples = new("--samples", "N", "draw so many samples instead of what the study says");
    private static readonly Option Seed = new("--seed", "S", "draw from this seed instead of the study's; the same seed gives the same numbers");
    private static readonly Option Threads = new("--threads", "T", "share the drawing among so many threads (all there are); the numbers do not depend on it");

    public static readonly Verb Verb = new(
        "study", "run studies: sweeps, samples and choices, with what they expect", "PATH [NAME]", 1, 2, new[] { Samples, Seed, Threads, Format, CommonOptions.Output },
        new[]
        {
            ("icx study examples/cpo51/cpo51.icx", "every study of the file; exit code 1 when something expected does not hold"),
            ("icx study examples/hybrid25/hybrid25.icx reaches --format csv", "one study, a line for each point"),
            ("icx study examples/cpo51/cpo51.icx tolerance --samples 10_000 --seed 7", "fewer samples, other ones"),
        },
        Run);

    private static int Run(Invocation invocation)
    {
        var opened = WorkspaceLoader.Open(invocation, new[] { invocation.Arguments.Operands[0] });
        var found = opened.Problems.Concat(opened.Workspaces.SelectMany(w => w.Settings.Apply(w.Compilation.Diagnostics, invocation.WarnAsError))).Where(d => d.Severity == Severity.Error).ToList();
        if (found.Count > 0)
        {
            invocation.Report(found);
            return opened.Problems.Any(d => d.Severity == Severity.Error) ? ExitCode.Usage : ExitCode.Findings;
        }

        var outcomes = Chosen(invocation, opened.Workspaces).Select(s => Run(invocation, s.Workspace, s.Study)).ToList();
        invocation.Report(outcomes.SelectMany(o => o.Diagnostics).ToList());
        invocation.Write(Text(invocation, outcomes));
        return outcomes.All(o => o.Passed) ? ExitCode.Clean : ExitCode.Findings;
    }

    private static StudyOutcome Run(Invocation invocation, Workspace workspace, StudySymbol study)
    {
        using var progress = ProgressBar.For(invocation, study.Name);
        var threads = (int?)Number(invocation, Threads, 1) ?? Environment.ProcessorCount;
        var options = new StudyOptions(Number(invocation, Samples, 1), (ulong?)Number(invocation, Seed, 0), threads, progress);
        var outcome = StudyRunner.Run(workspace.Compilation, study, workspace.Values, options, invocation.Cancellation);
        return outcome with { Diagnostics = workspace.Settings.Apply(outcome.Diagnostics, invocation.WarnAsError) };
    }

    private static IReadOnlyList<(Workspace Workspace, StudySymbol Study)> Chosen(Invocation invocation, IReadOnlyList<Workspace> workspaces)
    {
        var all = workspaces.SelectMany(w => w.Compilation.Modules.SelectMany(m => m.Studies).Select(s => (w, s))).ToList();
        if (invocation.Arguments.Operands.Count < 2)
        {
            return all.Count > 0 ? all : throw new UsageException($"no study is in `{invocation.Arguments.Operands[0]}`");
        }

        var name = invocation.Arguments.Operands[1];
        var named = all.Where(s => s.s.Name == name).ToList();
        var names = all.Select(s => s.s.Name).ToList();
        return named.Count > 0 ? named : throw new UsageException(
            $"there is no study `{name}`" + (Spelling.Nearest(name, names) is { } near ? $"; did you mean `{near}`?" : names.Count == 0 ? "" : "; there are " + string.Join(", ", names)));
    }

    private static string Text(Invocation invocation, IReadOnlyList<StudyOutcome> outcomes)
    {
        var origin = new ReportOrigin(
            Invocation.Tool(withHash: true), invocation.Today, invocation.Arguments.All(CommonOptions.Set).Select(s => s.Replace("=", " = ", StringComparison.Ordinal)).ToList());
        var format = invocation.Arguments.Find(Format);
        if (format is "csv" or "html" or "json" && outcomes.Count > 1)
        {
            throw new UsageException($"one {format} holds one study; name one of {string.Join(", ", outcomes.Select(o => o.Study.Name))}");
        }

        return string.Concat(outcomes.Select(o => format switch
        {
            "json" => JsonRenderer.Render(StudyReport.Make(o, origin)),
            "csv" => CsvRenderer.Render(StudyReport.Table(o)),
            "html" => HtmlRenderer.Render(StudyReport.Make(o, origin)),
            _ => MarkdownRenderer.Render(StudyReport.Make(o, origin)),
        }));
    }

    private static long? Number(Invocation invocation, Option option, long least)
    {
        if (invocation.Arguments.Find(option) is not { } text)
        {
            return null;
        }

        return long.TryParse(text.Replace("_", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least
            ? number : throw new UsageException(FormattableString.Invariant($"`{option.Name}` takes a whole number from {least}, not `{text}`"));
    }
}
