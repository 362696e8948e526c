using System.Globalization;
using System.Text;
using InterconnectDsl.Kernels.Checking;
using InterconnectDsl.Reporting.Diagnostics;

namespace InterconnectDsl.Reporting;

/// <summary>What tests came to, as text and as JSON.</summary>
public static class TestResults
{
    /// <summary>The version of the JSON form.</summary>
    public const int SchemaVersion = 1;

    /// <summary>A line a test, failures with place and both sides below it, and a line of counts.</summary>
    public static string Text(IReadOnlyList<TestOutcome> outcomes, TextStyle style)
    {
        var output = new StringBuilder();
        foreach (var outcome in outcomes)
        {
            output.Append(outcome.Passed ? style.Paint(Role.Good, "pass") : style.Paint(Role.Error, "FAIL")).Append("  ");
            output.Append(DisplayWidth.Safe(outcome.Test.Name)).Append(style.Paint(Role.Faint, " of " + (outcome.Test.Of?.Name ?? "?"))).Append('\n');
            foreach (var (location, message) in outcome.Failures)
            {
                output.Append("      ").Append(TextDiagnostics.PlaceOf(location)).Append(": ").Append(DisplayWidth.Safe(message)).Append('\n');
            }
        }

        var failed = outcomes.Count(o => !o.Passed);
        return output.Append(string.Create(CultureInfo.InvariantCulture, $"{outcomes.Count - failed} passed, {failed} failed\n")).ToString();
    }

    /// <summary>An object with <c>schemaVersion</c>, <c>passed</c>, <c>failed</c> and <c>tests</c>.</summary>
    public static string Json(IReadOnlyList<TestOutcome> outcomes) => JsonText.Of(writer => writer.WriteElement(() =>
    {
        writer.WriteNumber("schemaVersion", SchemaVersion);
        writer.WriteNumber("passed", outcomes.Count(o => o.Passed));
        writer.WriteNumber("failed", outcomes.Count(o => !o.Passed));
        writer.WriteArray("tests", outcomes, outcome => writer.WriteElement(() =>
        {
            writer.WriteString("name", outcome.Test.Name);
            writer.WriteOptional("design", outcome.Test.Of?.Name);
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
