using InterconnectDsl.Cli.Arguments;
using InterconnectDsl.Cli.Running;
using InterconnectDsl.Kernels.Checking;
using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Reporting;
using InterconnectDsl.Reporting.Documents;

namespace InterconnectDsl.Cli.Verbs;

/// <summary><c>icx report</c>: everything about one design on paper.</summary>
internal static class ReportVerb
{
    private static readonly Option Format = CommonOptions.Format("md|html|json|csv", "md");

    public static readonly Verb Verb = new(
        "report", "write the report of a design", "PATH", 1, 1, new[] { CommonOptions.Design, Format, CommonOptions.Output },
        new[]
        {
            ("icx report examples/cpo51/cpo51.icx", "Markdown on standard output"),
            ("icx report examples/cpo51/cpo51.icx --format html -o cpo51.html", "one file that reads without scripts and prints well"),
        },
        Run);

    private static int Run(Invocation invocation)
    {
        if (CheckedRun.Open(invocation, out var result, out var origin) is { } code)
        {
            return code;
        }

        var report = DesignReport.Make(result, origin);
        invocation.Write(invocation.Arguments.Find(Format) switch
        {
            "json" => JsonRenderer.Render(report),
            "csv" => CsvRenderer.Render(report),
            "html" => HtmlRenderer.Render(report),
            _ => MarkdownRenderer.Render(report),
        });
        return CheckedRun.ExitCodeOf(invocation, result);
    }
}

/// <summary><c>icx bom</c>: what one buys.</summary>
internal static class BomVerb
{
    private static readonly Option Format = CommonOptions.Format("csv|json|md", "csv");

    public static readonly Verb Verb = new(
        "bom", "write the bill of materials of a design", "PATH", 1, 1, new[] { CommonOptions.Design, Format, CommonOptions.Output },
        new[] { ("icx bom examples/quantum115/quantum115.icx --format md", "fibers, connectors, engines and lasers with counts and cost") },
        Run);

    private static int Run(Invocation invocation)
    {
        if (CheckedRun.Open(invocation, out var result, out _) is { } code)
        {
            return code;
        }

        var bill = DesignReport.Bill(result);
        invocation.Write(invocation.Arguments.Find(Format) switch
        {
            "json" => JsonRenderer.Render(bill),
            "md" => MarkdownRenderer.Render(bill),
            _ => CsvRenderer.Render(bill),
        });
        return CheckedRun.ExitCodeOf(invocation, result);
    }
}

/// <summary>A design opened and checked, for documents about it.</summary>
internal static class CheckedRun
{
    /// <summary>Opens and checks the one design of the operand; null when there is something to write about, else the exit code.</summary>
    public static int? Open(Invocation invocation, out CheckedDesign result, out ReportOrigin origin)
    {
        (result, origin) = (null!, null!);
        if (DesignChoice.TryOpen(invocation, invocation.Arguments.Operands[0], out var workspace, out var symbol) is { } code)
        {
            return code;
        }

        result = DesignChecker.Check(workspace.Compilation, symbol, CheckVerb.OptionsOf(invocation, workspace), invocation.Cancellation);
        origin = new(Invocation.Tool(withHash: true), invocation.Today, invocation.Arguments.All(CommonOptions.Set).Select(s => s.Replace("=", " = ", StringComparison.Ordinal)).ToList());
        var found = workspace.Settings.Apply(result.Diagnostics, invocation.WarnAsError);
        result = result with { Diagnostics = found };
        invocation.Report(found, workspace.Compilation.Rules);

        // A rule that fails is part of the report. Behind an error of the language there are no numbers to report.
        var stopped = found.Any(d => d.Severity == Severity.Error && DiagnosticCatalogue.Find(d.Code) is not null);
        if (stopped)
        {
            invocation.Host.Error.Write("icx: no document is written, because the design has errors\n");
        }

        return stopped ? ExitCode.Findings : null;
    }

    /// <summary>1 when a rule failed, else 0.</summary>
    public static int ExitCodeOf(Invocation invocation, CheckedDesign result) =>
        result.Diagnostics.Any(d => d.Severity == Severity.Error || (invocation.WarnAsError && d.Severity == Severity.Warning)) ? ExitCode.Findings : ExitCode.Clean;
}
