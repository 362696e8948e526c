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

namespace InterconnectDsl.LanguageServer.Features;

/// <summary>What a client may ask to be done.</summary>
internal static class Commands
{
    /// <summary>Takes a file and the name of a design; gives the report as one page.</summary>
    public const string Report = "icx.report";

    /// <summary>Takes a file, the name of a design and an expression; gives the derivation of its value as text.</summary>
    public const string Why = "icx.why";

    public static readonly string[] All = { Report, Why };

    /// <summary>The report of a design as one self-contained page.</summary>
    /// <exception cref="ProtocolException">There is no such design, or errors stand before it.</exception>
    public static string MakeReport(FileEvaluation? evaluation, string design, int today, string version)
    {
        var found = Find(evaluation, design);
        lock (evaluation!.Gate)
        {
            var day = new DateOnly(today / 10000, today / 100 % 100, today % 100);
            var origin = new ReportOrigin(new ToolInfo(version, StandardLibrary.Version, StandardLibrary.TextHash), day, Array.Empty<string>());
            return HtmlRenderer.Render(DesignReport.Make(found, origin));
        }
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

    private static CheckedDesign Find(FileEvaluation? evaluation, string design) =>
        evaluation is null ? throw new ProtocolException(ProtocolException.RequestFailed, "the file has errors; nothing was evaluated")
        : evaluation.Designs.FirstOrDefault(d => d.Design.Symbol.Name == design) ?? throw new ProtocolException(ProtocolException.RequestFailed, $"there is no design `{design}` in the file");
}
