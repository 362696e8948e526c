using InterconnectDsl.Generator.Pipeline;

namespace InterconnectDsl.Generator.Emission;

/// <summary>Writes <c>Check()</c>: what was found at the nominal point, as data.</summary>
internal sealed class FindingsWriter(CodeWriter code, IReadOnlyList<Finding> findings, BuildSettings build)
{
    private const string Type = "global::InterconnectDsl.Runtime.Designs.Finding";

    /// <summary>Writes it.</summary>
    public void Write()
    {
        code.Line($"private static readonly {Type}[] s_findings =");
        code.Line("{");
        foreach (var f in findings)
        {
            code.Line($"    new({Literals.Text(f.Id)}, {Type}Severity.{f.Severity}, {Literals.Text(f.Message)}, {Literals.Text(build.Shown(f.Place.Path))}, "
                + FormattableString.Invariant($"{f.Place.Line}, {f.Place.Column}),"));
        }

        code.Line("};");
        code.Line();
        code.Summary("What the rules found at the nominal point when this was compiled; waived findings are not among them.");
        code.Line($"public static global::System.Collections.Generic.IReadOnlyList<{Type}> Check() => global::System.Array.AsReadOnly(s_findings);");
        code.Line();
    }
}
