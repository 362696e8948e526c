using System.Globalization;
using InterconnectDsl.Cli.Arguments;
using InterconnectDsl.Cli.Running;
using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Language.Binding;
using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Reporting.Explanations;

namespace InterconnectDsl.Cli.Verbs;

/// <summary><c>icx why</c>: where a number comes from, down to constants with their sources.</summary>
internal static class WhyVerb
{
    private static readonly Option Format = CommonOptions.Format("text|json", "text");
    private static readonly Option Depth = new("--depth", "N", "how many levels to show (all)");

    public static readonly Verb Verb = new(
        "why", "derive a value: formulas, numbers, places and sources", "PATH EXPR", 2, 2, new[] { CommonOptions.Design, Depth, Format, CommonOptions.Output },
        new[]
        {
            ("icx why examples/cpo51/cpo51.icx 'min(lane.margin)'", "the worst margin, down to the constants it rests on"),
            ("icx why examples/cpo51/cpo51.icx 'lane[0].tx_oma' --depth 2", "two levels of it"),
            ("icx why examples/cpo51/cpo51.icx 'lane[37].strands'", "the way of its fibers, position by position"),
        },
        Run);

    private static int Run(Invocation invocation)
    {
        var depth = DepthOf(invocation.Arguments.Find(Depth));
        if (DesignChoice.TryOpen(invocation, invocation.Arguments.Operands[0], out var workspace, out var symbol) is { } code)
        {
            return code;
        }

        var text = invocation.Arguments.Operands[1];
        if (Expression.Evaluate(invocation, workspace, symbol, text) is not { } asked)
        {
            return ExitCode.Findings;
        }

        if (asked.Value is not LoweredNumber number)
        {
            var diagnostics = new DiagnosticBag();
            diagnostics.Report("ICX4012", asked.Bound.Location, asked.Bound.Type.Display);
            invocation.Report(diagnostics.Items);
            return ExitCode.Findings;
        }

        var root = DerivationTree.Of(asked.Design, number.Value, text, asked.Text, depth);
        var strands = StrandsOf(asked);
        invocation.Write(invocation.Arguments.Find(Format) == "json" ? DerivationRenderer.Json(root, strands)
            : DerivationRenderer.Text(root, invocation.OutStyle) + StrandRenderer.Text(strands, invocation.OutStyle));
        return ExitCode.Clean;
    }

    /// <summary>Of <c>lane[37].strands</c> the way of each strand is asked, and not only how many they are.</summary>
    private static IReadOnlyList<StrandWay> StrandsOf(Expression asked) =>
        asked.Bound is BoundAttribute { Name: "strands", Target: { } target } && asked.Design.Evaluate(target) is LoweredThing { Things: var things }
        && things.At(0) is { Group: PathGroup path, Member: var member } ? StrandWay.Of(asked.Design, path, member) : [];

    private static int DepthOf(string? text) =>
        text is null ? int.MaxValue
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var depth) && depth > 0 ? depth
        : throw new UsageException($"`--depth` takes a whole number from 1, not `{text}`");
}
