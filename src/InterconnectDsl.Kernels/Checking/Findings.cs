using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Language.Binding;
using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Kernels.Checking;

/// <summary>What a check looks for beside rules, positions and faults.</summary>
internal static class Findings
{
    /// <summary>An argument of a part that came out absent: a length of trace between things that share no place, say.</summary>
    public static void CheckParameters(ElaboratedDesign design)
    {
        foreach (var (group, parameter, lowered) in design.Parameters.ToList())
        {
            if (lowered is not LoweredNumber { Value: var value } || group.Count == 0)
            {
                continue;
            }

            var column = design.Interpreter.Evaluate(value);
            for (var c = 0; c < column.Classes.ClassCount; c++)
            {
                if (Interpretation.Absence.IsAbsent(column.OfClass(c)))
                {
                    var m = column.Classes.FirstMember(c);
                    var extent = group.ExtentOf(m);
                    Places.Report(design, "ICX4007", default, group, m, extent.Name, parameter.Name, group.NameOf(m));
                    break;
                }
            }
        }
    }

    /// <summary>What tests of the design expect must exist in it, whether they are run or not.</summary>
    public static void LowerTests(Compilation compilation, ElaboratedDesign design)
    {
        foreach (var test in compilation.Modules.SelectMany(m => m.Tests).Where(t => ReferenceEquals(t.Of, design.Symbol)))
        {
            foreach (var expectation in test.Expectations)
            {
                design.Evaluate(expectation);
            }
        }
    }

    /// <summary>A design that says its architecture is held to what its structure says.</summary>
    public static void CheckClaim(ElaboratedDesign design)
    {
        if (!design.Symbol.Body.Overrides.TryGetValue("architecture", out var claim) || claim.Bound.Nominal is not { } nominal)
        {
            return;
        }

        var claimed = design.Evaluate(nominal) is LoweredNumber n ? design.Interpreter.Evaluate(n.Value)[0] : double.NaN;
        var found = design.NumberOf(design.DesignGroup, "architecture", 0);
        if (found is null || claimed == found || design.DesignGroup.Kind.FindAttribute("architecture")?.Type is not WordType words)
        {
            return;
        }

        var proof = design.TextOf(design.DesignGroup, "proof", 0) ?? "";
        design.Lowering.Fail("ICX3140", claim.Location, design.Symbol.Name, words.List[(int)claimed], words.List[(int)found.Value], proof);
    }

    /// <summary>Waivers that have expired, and those that hide nothing.</summary>
    public static void ReportWaivers(ElaboratedDesign design, Waivers waivers)
    {
        foreach (var outcome in waivers.Outcomes)
        {
            if (outcome.Expired)
            {
                var until = outcome.Waiver.Until!.Value;
                design.Lowering.Fail("ICX4020", outcome.Waiver.Location, outcome.Waiver.Rule, DateText(until));
            }
            else if (outcome.Hidden == 0)
            {
                design.Lowering.Fail("ICX4021", outcome.Waiver.Location, outcome.Waiver.Rule);
            }
        }
    }

    private static string DateText(int date) => date.ToString("0000-00-00", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>What was found, severities as the project sets them.</summary>
    public static IReadOnlyList<Diagnostic> Adjusted(IReadOnlyList<Diagnostic> found, CheckOptions options) =>
        found.Where(d => !options.Severities.TryGetValue(d.Code, out var set) || set is not null)
            .Select(d => options.Severities.TryGetValue(d.Code, out var set) && d.Severity != Severity.Error ? d with { Severity = set!.Value } : d).ToList();
}
