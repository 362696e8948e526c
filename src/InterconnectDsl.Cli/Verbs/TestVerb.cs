using System.Globalization;
using InterconnectDsl.Cli.Arguments;
using InterconnectDsl.Cli.Running;
using InterconnectDsl.Kernels.Checking;
using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Reporting;

namespace InterconnectDsl.Cli.Verbs;

/// <summary><c>icx test</c>: the <c>test</c> blocks, at nominal.</summary>
internal static class TestVerb
{
    private static readonly Option Format = CommonOptions.Format("text|json", "text");

    public static readonly Verb Verb = new(
        "test", "run the `test` blocks of the files", "PATH...", 1, int.MaxValue, new[] { CommonOptions.Design, Format, CommonOptions.Output },
        new[] { ("icx test examples", "all tests below the folder; one line a test, failures with both sides of what was expected") },
        Run);

    private static int Run(Invocation invocation)
    {
        var opened = WorkspaceLoader.Open(invocation, invocation.Arguments.Operands);
        var found = new List<Diagnostic>(opened.Problems);
        var outcomes = new List<TestOutcome>();
        var studies = 0;
        foreach (var workspace in opened.Workspaces)
        {
            var bound = workspace.Settings.Apply(workspace.Compilation.Diagnostics, invocation.WarnAsError);
            found.AddRange(bound.Where(d => d.Severity == Severity.Error));
            studies += workspace.Compilation.Modules.Sum(m => m.Studies.Count);
            if (bound.All(d => d.Severity != Severity.Error))
            {
                outcomes.AddRange(TestsOf(workspace, invocation).Select(t => TestRunner.Run(workspace.Compilation, t, workspace.Values, invocation.Cancellation)));
            }
        }

        found.AddRange(outcomes.SelectMany(o => o.Diagnostics).Where(d => d.Severity == Severity.Error).DistinctBy(d => d.Identity));
        invocation.Report(found);
        var failed = outcomes.Count(o => !o.Passed);
        invocation.Write(invocation.Arguments.Find(Format) == "json" ? TestResults.Json(outcomes) : TestResults.Text(outcomes, invocation.OutStyle));
        if (!invocation.Quiet && studies > 0)
        {
            invocation.Host.Error.Write(Note(studies));
        }

        return opened.Problems.Any(d => d.Severity == Severity.Error) ? ExitCode.Usage
            : failed > 0 || found.Any(d => d.Severity == Severity.Error) ? ExitCode.Findings : ExitCode.Clean;
    }

    private static string Note(int studies) =>
        string.Create(CultureInfo.InvariantCulture, $"{studies} {(studies == 1 ? "study was" : "studies were")} read and type-checked; running studies comes with a later version\n");

    private static IEnumerable<TestSymbol> TestsOf(Workspace workspace, Invocation invocation)
    {
        var design = invocation.Arguments.Find(CommonOptions.Design);
        return workspace.Compilation.Modules.SelectMany(m => m.Tests).Where(t => design is null || t.Of?.Name == design);
    }
}
