using InterconnectDsl.Cli.Arguments;
using InterconnectDsl.Cli.Running;
using InterconnectDsl.Kernels.Checking;
using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Kernels.Lowering;
using InterconnectDsl.Language.Binding;
using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Text;
using InterconnectDsl.Language.Units;
using InterconnectDsl.Reporting.Explanations;

namespace InterconnectDsl.Cli.Verbs;

/// <summary><c>icx eval</c>: one value and nothing else.</summary>
internal static class EvalVerb
{
    public static readonly Verb Verb = new(
        "eval", "print the value of one expression", "PATH EXPR", 2, 2, new[] { CommonOptions.Design, CommonOptions.Output },
        new[]
        {
            ("icx eval examples/cpo51/cpo51.icx 'min(lane.margin) in dB'", "a plain number, as behind `in` in a formula"),
            ("icx eval examples/cpo51/cpo51.icx 'energy_per_bit' --set reach=2km", "with its unit, at another reach"),
        },
        Run);

    private static int Run(Invocation invocation)
    {
        if (DesignChoice.TryOpen(invocation, invocation.Arguments.Operands[0], out var workspace, out var symbol) is { } code)
        {
            return code;
        }

        if (Expression.Evaluate(invocation, workspace, symbol, invocation.Arguments.Operands[1]) is not { } value)
        {
            return ExitCode.Findings;
        }

        invocation.Write(value.Text + "\n");
        return ExitCode.Clean;
    }
}

/// <summary>An expression of the command line, evaluated over a design.</summary>
/// <param name="Design">The design.</param>
/// <param name="Bound">The expression.</param>
/// <param name="Value">What it became.</param>
/// <param name="Text">Its value as text.</param>
internal sealed record Expression(ElaboratedDesign Design, BoundExpression Bound, Lowered Value, string Text)
{
    /// <summary>Evaluates an expression; null after a failure, which was reported.</summary>
    public static Expression? Evaluate(Invocation invocation, Workspace workspace, Language.Symbols.DesignSymbol symbol, string text)
    {
        var diagnostics = new DiagnosticBag();
        var source = new SourceText("expression", text);
        var bound = workspace.Compilation.BindExpression(source, symbol, diagnostics);
        if (Stopped(invocation, workspace, diagnostics.Items) || bound is null)
        {
            return null;
        }

        var design = Elaborator.Elaborate(workspace.Compilation, symbol, workspace.Values, invocation.Cancellation);
        var value = design.Evaluate(bound);
        var printed = value is null ? null : design.Print(value, bound.Type, 0, bound.WrittenUnit, null);
        if (printed is null && value is LoweredNumber number)
        {
            new Faults(design).Report(new[] { number.Value });
        }

        if (Stopped(invocation, workspace, design.Diagnostics.Items))
        {
            return null;
        }

        if (printed is null)
        {
            var absent = new DiagnosticBag();
            absent.Report("ICX9006", new(source, new(0, text.Length)), text, Reason(design, value, text));
            invocation.Report(absent.Items);
            return null;
        }

        return new(design, bound, value!, bound.Type is QuantityType { Flavour: Flavour.Bandwidth } ? printed + " per_direction" : printed);
    }

    /// <summary>What has no value, so that the expression has none: <c>: `Dr200.rx_floor` is given nowhere</c>; nothing where it is absent by itself.</summary>
    private static string Reason(ElaboratedDesign design, Lowered? value, string text)
    {
        var names = value is LoweredNumber number ? AbsentInputs.Of(DerivationTree.Of(design, number.Value, text, "absent")) : [];
        return names.Count == 0 ? "" : $": {string.Join(" and ", names.Select(n => $"`{n}`"))} {(names.Count == 1 ? "has" : "have")} no value";
    }

    private static bool Stopped(Invocation invocation, Workspace workspace, IReadOnlyList<Diagnostic> found)
    {
        var errors = workspace.Settings.Apply(found, invocation.WarnAsError).Where(d => d.Severity == Severity.Error).ToList();
        if (errors.Count > 0)
        {
            invocation.Report(errors);
        }

        return errors.Count > 0;
    }
}
