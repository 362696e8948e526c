using InterconnectDsl.Cli.Arguments;
using InterconnectDsl.Cli.Running;
using InterconnectDsl.Kernels.Checking;
using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Reporting;
using InterconnectDsl.Studies;

namespace InterconnectDsl.Cli.Verbs;

/// <summary><c>icx test</c>: the <c>test</c> blocks at nominal, and what studies expect.</summary>
internal static class TestVerb
{
    private static readonly Option Format = CommonOptions.Format("text|json", "text");

    public static readonly Verb Verb = new(
        "test", "run the `test` blocks of the files, and the studies that expect something", "PATH...", 1, int.MaxValue,
        new[] { CommonOptions.Design, Format, CommonOptions.Output },
        new[] { ("icx test examples", "all tests below the folder; one line a test, failures with both sides of what was expected") },
        Run);

    private static int Run(Invocation invocation)
    {
        var opened = WorkspaceLoader.Open(invocation, invocation.Arguments.Operands);
        var found = new List<Diagnostic>(opened.Problems);
        var results = new List<TestResult>();
        foreach (var workspace in opened.Workspaces)
        {
            var bound = workspace.Settings.Apply(workspace.Compilation.Diagnostics, invocation.WarnAsError);
            found.AddRange(bound.Where(d => d.Severity == Severity.Error));
            if (bound.All(d => d.Severity != Severity.Error))
            {
                results.AddRange(TestsOf(workspace, invocation).Select(t => TestResult.Of(TestRunner.Run(workspace.Compilation, t, workspace.Values, invocation.Cancellation))));
                results.AddRange(StudiesOf(workspace, invocation).Select(s => TestResult.Of(RunStudy(invocation, workspace, s))));
            }
        }

        found.AddRange(results.SelectMany(r => r.Diagnostics).Where(d => d.Severity == Severity.Error).DistinctBy(d => d.Identity));
        invocation.Report(found);
        invocation.Write(invocation.Arguments.Find(Format) == "json" ? TestResults.Json(results) : TestResults.Text(results, invocation.OutStyle));
        return opened.Problems.Any(d => d.Severity == Severity.Error) ? ExitCode.Usage
            : results.Exists(r => !r.Passed) || found.Any(d => d.Severity == Severity.Error) ? ExitCode.Findings : ExitCode.Clean;
    }

    private static StudyOutcome RunStudy(Invocation invocation, Workspace workspace, StudySymbol study)
    {
        using var progress = ProgressBar.For(invocation, study.Name);
        return StudyRunner.Run(workspace.Compilation, study, workspace.Values, new(Threads: Environment.ProcessorCount, Progress: progress), invocation.Cancellation);
    }

    private static IEnumerable<TestSymbol> TestsOf(Workspace workspace, Invocation invocation)
    {
        var design = invocation.Arguments.Find(CommonOptions.Design);
        return workspace.Compilation.Modules.SelectMany(m => m.Tests).Where(t => design is null || t.Of?.Name == design);
    }

    private static IEnumerable<StudySymbol> StudiesOf(Workspace workspace, Invocation invocation)
    {
        var design = invocation.Arguments.Find(CommonOptions.Design);
        return workspace.Compilation.Modules.SelectMany(m => m.Studies)
            .Where(s => (design is null || s.Of.Any(d => d.Name == design)) && s.Bound.Any(b => b.Expectations.Count > 0));
    }
}
