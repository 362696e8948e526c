using System.Globalization;
using System.Text;
using InterconnectDsl.Kernels.Checking;
using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Reporting.Diagnostics;
using InterconnectDsl.Studies;

namespace InterconnectDsl.Reporting;

/// <summary>What one test came to, or one study that expects something.</summary>
/// <param name="Name">Its title, or the name of the study.</param>
/// <param name="Design">The designs it is of, or null where there is none.</param>
/// <param name="Passed">Whether everything it expects holds.</param>
/// <param name="Failures">What does not: where, as written, and what it came to.</param>
/// <param name="Diagnostics">What was found on the way.</param>
public sealed record TestResult(string Name, string? Design, bool Passed, IReadOnlyList<(SourceSpan Location, string Message)> Failures, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Of a test.</summary>
    public static TestResult Of(TestOutcome outcome) => new(outcome.Test.Name, outcome.Test.Of?.Name, outcome.Passed, outcome.Failures, outcome.Diagnostics);

    /// <summary>Of a study.</summary>
    public static TestResult Of(StudyOutcome outcome) => new(
        outcome.Study.Name, string.Join(", ", outcome.Study.Of.Select(d => d.Name)), outcome.Passed,
        outcome.Expectations.Where(e => e.Verdict != ExpectationVerdict.Holds).Select(e => (e.Location, Message(e))).ToList(), outcome.Diagnostics);

    private static string Message(ExpectationOutcome outcome) =>
        $"{(outcome.Verdict == ExpectationVerdict.Undecided ? "undecided whether " : "expected ")}{outcome.Location.Text.Slice(outcome.Location.Span)}, and it is {outcome.Detail}";
}

/// <summary>What tests came to, as text and as JSON.</summary>
public static class TestResults
{
    /// <summary>The version of the JSON form.</summary>
    public const int SchemaVersion = 1;

    /// <summary>A line a test, failures with place and both sides below it, and a line of counts.</summary>
    public static string Text(IReadOnlyList<TestResult> outcomes, TextStyle style)
    {
        var output = new StringBuilder();
        foreach (var outcome in outcomes)
        {
            output.Append(outcome.Passed ? style.Paint(Role.Good, "pass") : style.Paint(Role.Error, "FAIL")).Append("  ");
            output.Append(DisplayWidth.Safe(outcome.Name)).Append(style.Paint(Role.Faint, " of " + (outcome.Design ?? "?"))).Append('\n');
            foreach (var (location, message) in outcome.Failures)
            {
                output.Append("      ").Append(TextDiagnostics.PlaceOf(location)).Append(": ").Append(DisplayWidth.Safe(message)).Append('\n');
            }
        }

        var failed = outcomes.Count(o => !o.Passed);
        return output.Append(string.Create(CultureInfo.InvariantCulture, $"{outcomes.Count - failed} passed, {failed} failed\n")).ToString();
    }

    /// <summary>An object with <c>schemaVersion</c>, <c>passed</c>, <c>failed</c> and <c>tests</c>.</summary>
    public static string Json(IReadOnlyList<TestResult> outcomes) => JsonText.Of(writer => writer.WriteElement(() =>
    {
        writer.WriteNumber("schemaVersion", SchemaVersion);
        writer.WriteNumber("passed", outcomes.Count(o => o.Passed));
        writer.WriteNumber("failed", outcomes.Count(o => !o.Passed));
        writer.WriteArray("tests", outcomes, outcome => writer.WriteElement(() =>
        {
            writer.WriteString("name", outcome.Name);
            writer.WriteOptional("design", outcome.Design);
            writer.WriteBoolean("passed", outcome.Passed);
            writer.WriteArray("failures", outcome.Failures, failure => writer.WriteElement(() =>
            {
                writer.WriteString("message", failure.Message);
                writer.WriteString("path", failure.Location.Text.Path);
                writer.WriteNumber("line", failure.Location.Position.Line);
                writer.WriteNumber("column", failure.Location.Position.Column);
            }));
        }));
    }));
}
