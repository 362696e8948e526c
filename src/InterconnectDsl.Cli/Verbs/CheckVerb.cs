using System.Globalization;
using InterconnectDsl.Cli.Arguments;
using InterconnectDsl.Cli.Running;
using InterconnectDsl.Kernels.Checking;
using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Reporting.Diagnostics;

namespace InterconnectDsl.Cli.Verbs;

/// <summary><c>icx check</c>: everything that can be found out without being asked for more.</summary>
internal static class CheckVerb
{
    public static readonly Verb Verb = new(
        "check", "parse, type-check, elaborate, evaluate and hold the rules against every design", "PATH...", 1, int.MaxValue,
        new[] { CommonOptions.Design, CommonOptions.Output },
        new[]
        {
            ("icx check examples/cpo51", "every design in the folder"),
            ("icx check designs --diagnostics sarif -o icx.sarif", "the findings as a SARIF log"),
            ("icx check switch.icx --set reach=2km --warnaserror", "with another reach, warnings counted as errors"),
        },
        Run);

    private static int Run(Invocation invocation)
    {
        var opened = WorkspaceLoader.Open(invocation, invocation.Arguments.Operands);
        var tally = new RuleTally();
        var found = new List<Diagnostic>(opened.Problems);
        var bound = opened.Workspaces.ToDictionary(w => w, w => w.Settings.Apply(w.Compilation.Diagnostics, invocation.WarnAsError));
        found.AddRange(bound.Values.SelectMany(d => d));
        var designs = DesignChoice.All(invocation, opened.Workspaces);
        var evaluated = 0;
        foreach (var (workspace, design) in designs)
        {
            // Behind an error in the text there is no design to judge: rules would only repeat it.
            if (bound[workspace].All(d => d.Severity != Severity.Error) && opened.Problems.All(d => d.Severity != Severity.Error))
            {
                var result = DesignChecker.Check(workspace.Compilation, design, OptionsOf(invocation, workspace), invocation.Cancellation);
                found.AddRange(workspace.Settings.Apply(result.Diagnostics, invocation.WarnAsError));
                tally.Add(result);
                evaluated++;
            }
        }

        var distinct = found.DistinctBy(d => d.Identity).ToList();
        Tell(invocation, distinct, opened.Workspaces.SelectMany(w => w.Compilation.Rules).ToList());
        if (!invocation.Quiet)
        {
            invocation.Host.Out.Write(Summary(designs.Count, evaluated, tally, distinct, invocation.Host.Elapsed()));
        }

        return opened.Problems.Any(d => d.Severity == Severity.Error) ? ExitCode.Usage
            : distinct.Any(d => d.Severity == Severity.Error) ? ExitCode.Findings : ExitCode.Clean;
    }

    /// <summary>The options of a check of a design in a workspace.</summary>
    public static CheckOptions OptionsOf(Invocation invocation, Workspace workspace) =>
        new() { Today = invocation.TodayNumber, Settings = workspace.Values, Severities = workspace.Settings.Severities };

    private static void Tell(Invocation invocation, IReadOnlyList<Diagnostic> found, IReadOnlyList<RuleSymbol> rules)
    {
        if (invocation.Arguments.Find(CommonOptions.Output) is null)
        {
            invocation.Report(found, rules);
        }
        else
        {
            invocation.Write(invocation.Render(found, rules, TextStyle.Plain));
        }
    }

    private static string Summary(int designs, int evaluated, RuleTally tally, IReadOnlyList<Diagnostic> found, double seconds)
    {
        var errors = found.Count(d => d.Severity == Severity.Error);
        var warnings = found.Count(d => d.Severity == Severity.Warning);
        var counts = Count(errors, "error") + ", " + Count(warnings, "warning");
        var rules = evaluated == 0 && designs > 0 ? "not evaluated because of the errors"
            : $"rules: {Number(tally[RuleVerdict.Passed])} passed, {Number(tally[RuleVerdict.Failed])} failed, {Noted(tally)}{Number(tally[RuleVerdict.Waived])} waived, {Number(tally[RuleVerdict.Idle])} do not apply";
        return $"{Count(designs, "design")}, {Count(tally.Instances, "instance")}; {rules}; {counts}; {seconds.ToString("0.00", CultureInfo.InvariantCulture)} s\n";
    }

    private static string Noted(RuleTally tally) => tally[RuleVerdict.Noted] is > 0 and var noted ? $"{Number(noted)} noted, " : "";

    private static string Count(long number, string what) => Number(number) + " " + what + (number == 1 ? "" : "s");

    private static string Number(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
