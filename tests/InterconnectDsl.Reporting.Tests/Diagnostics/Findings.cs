using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Reporting;

namespace InterconnectDsl.Reporting.Tests.Diagnostics;

/// <summary>Diagnostics over a file that has a bit of everything.</summary>
internal static class Findings
{
    public static readonly SourceText Switch = new("designs/switch.icx",
        "module site.switch\n\npart Asic : die {\n\tpower = 480 dBm\n\tlanes = 512\n}\n\ndesign Leaf {\n  board main\n  link lane[i in 8] = asic -> oe[i]\n}\n");

    public static readonly ToolInfo Tool = new("1.2.3", "1.2.0", new string('0', 64));

    public static readonly IReadOnlyList<Diagnostic> All =
    [
        new("ICX2030", Severity.Error, "`power` takes a power; `480 dBm` is a level", At("480 dBm"), "write 480 W") { Replacement = "480 W" },
        new("icx_fibers_fit", Severity.Warning, "port[3] carries 24 fibers and has 16 positions", At("link lane"), "use a connector with at least 24 positions")
        {
            Source = "IEC 61754-7",
            Related = [new(new(new("icx/rules/rules.icx", "rule fibers_fit for connector as c {\n}\n") { IsLibrary = true }, new(5, 10)), "the rule")],
        },
        new("ICX4021", Severity.Note, "nothing is waived: 100 %, a:b", default),
    ];

    public static SourceSpan At(string written) => new(Switch, new(Switch.Content.IndexOf(written, StringComparison.Ordinal), written.Length));
}
