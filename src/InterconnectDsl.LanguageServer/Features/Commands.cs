using InterconnectDsl.Kernels.Checking;
using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Text;
using InterconnectDsl.LanguageServer.Analysis;
using InterconnectDsl.LanguageServer.Protocol;
using InterconnectDsl.Library;
using InterconnectDsl.Reporting;
using InterconnectDsl.Reporting.Diagnostics;
using InterconnectDsl.Reporting.Documents;
using InterconnectDsl.Reporting.Explanations;
using InterconnectDsl.Reporting.Studies;
using InterconnectDsl.Studies;

namespace InterconnectDsl.LanguageServer.Features;

/// <summary>What a client may ask to be done.</summary>
internal static class Commands
{
    /// <summary>Takes a file and the name of a design; gives the report as one page.</summary>
    public const string Report = "icx.report";

    /// <summary>Takes a file, the name of a design and an expression; gives the derivation of its value as text.</summary>
    public const string Why = "icx.why";

    /// <summary>Takes a file and the name of a study; gives what it came to as one page.</summary>
    public const string Study = "icx.study";

    public static readonly string[] All = { Report, Why, Study };

    /// <summary>The report of a design as one self-contained page.</summary>
    /// <exception cref="ProtocolException">There is no such design, or errors stand before it.</exception>
    public static string MakeReport(FileEvaluation? evaluation, string design, int today, string version)
    {
        var found = Find(evaluation, design);
        lock (evaluation!.Gate)
        {
            return HtmlRenderer.Render(DesignReport.Make(found, Origin(today, version)));
        }
    }

    /// <summary>Runs a study; its points, and what it expects, as one self-contained page.</summary>
    /// <param name="analysis">The file, bound for this alone: nobody who asks for a name waits for samples.</param>
    /// <param name="study">The name of the study.</param>
    /// <param name="today">Today as yyyymmdd.</param>
    /// <param name="version">The version of the server.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <exception cref="ProtocolException">There is no such study, or errors stand before it.</exception>
    public static string RunStudy(FileAnalysis analysis, string study, int today, string version, CancellationToken cancellation)
    {
        if (analysis.Diagnostics.Any(d => d.Severity == Severity.Error))
        {
            throw new ProtocolException(ProtocolException.RequestFailed, "the file has errors; no study was run");
        }

        var found = analysis.Module.Studies.Find(s => s.Name == study) ?? throw new ProtocolException(ProtocolException.RequestFailed, $"there is no study `{study}` in the file");
        var outcome = StudyRunner.Run(analysis.Compilation, found, options: new(Threads: Math.Max(1, Environment.ProcessorCount - 1)), cancellation: cancellation);
        return outcome.Diagnostics.FirstOrDefault(d => d.Severity == Severity.Error) is { } error
            ? throw new ProtocolException(ProtocolException.RequestFailed, error.Message)
            : HtmlRenderer.Render(StudyReport.Make(outcome, Origin(today, version)));
    }

    /// <summary>How a value comes about, down to the sources.</summary>
    /// <exception cref="ProtocolException">The expression has no number in the design.</exception>
    public static string Derive(FileEvaluation? evaluation, string design, string expression)
    {
        var found = Find(evaluation, design);
        lock (evaluation!.Gate)
        {
            var diagnostics = new DiagnosticBag();
            var bound = evaluation.Compilation.BindExpression(new SourceText("expression", expression), found.Design.Symbol, diagnostics);
            if (bound is null || found.Design.Evaluate(bound) is not LoweredNumber number || found.Design.Print(number, bound.Type, 0, null, null) is not { } text)
            {
                throw new ProtocolException(ProtocolException.RequestFailed, diagnostics.Items.Count > 0 ? diagnostics.Items[0].Message : $"`{expression}` has no value in {design}");
            }

            return DerivationRenderer.Text(DerivationTree.Of(found.Design, number.Value, expression, text), TextStyle.Plain);
        }
    }

    private static ReportOrigin Origin(int today, string version) => new(
        new ToolInfo(version, StandardLibrary.Version, StandardLibrary.TextHash), new(today / 10000, today / 100 % 100, today % 100), Array.Empty<string>());

    private static CheckedDesign Find(FileEvaluation? evaluation, string design) =>
        evaluation is null ? throw new ProtocolException(ProtocolException.RequestFailed, "the file has errors; nothing was evaluated")
        : evaluation.Designs.FirstOrDefault(d => d.Design.Symbol.Name == design) ?? throw new ProtocolException(ProtocolException.RequestFailed, $"there is no design `{design}` in the file");
}
