using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Kernels.Ir;
using InterconnectDsl.Language.Binding;
using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Language.Symbols;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Kernels.Checking;

/// <summary>
/// Checks a design: elaborates it, evaluates what it says and what the rules ask at nominal, and collects every finding. The command line, the editor and the
/// build run this one.
/// </summary>
public static class DesignChecker
{
    /// <summary>Checks a design.</summary>
    /// <param name="compilation">The bound modules; their own diagnostics are not repeated.</param>
    /// <param name="symbol">The design.</param>
    /// <param name="options">Today, params and severities.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public static CheckedDesign Check(Compilation compilation, DesignSymbol symbol, CheckOptions options, CancellationToken cancellation = default)
    {
        var design = Elaborator.Elaborate(compilation, symbol, options.Settings, cancellation);
        var waivers = new Waivers(design, options.Today);
        var rules = new RuleChecker(design, options, waivers);
        var roots = Stated(design);
        design.Interpreter.EvaluateAll(roots, keepIntermediates: false, cancellation);
        CheckParameters(design);
        new Positions(design).Check();
        new Occupancy(design).Check();
        design.Plausibility.Check();
        new Faults(design).Report(roots);
        if (!design.Diagnostics.HasErrors)
        {
            // Strands are followed where every path stands; what is wrong with one is said where it goes wrong.
            _ = design.Strands;
        }

        if (!design.Diagnostics.HasErrors)
        {
            // Rules are held against a design that stands; one that does not has its own findings, and theirs would only follow from them.
            CheckClaim(design);
            rules.Check(compilation.Rules, cancellation);
            CheckParameters(design);
            design.Plausibility.Check();
            new Faults(design).Report(rules.Roots);
            design.Interpreter.Release(rules.Roots);
            LowerTests(compilation, design);
        }

        if (rules.Ran)
        {
            ReportWaivers(design, waivers);
        }

        return new(design, rules.Outcomes, waivers.Outcomes, Adjusted(design.Diagnostics.Items, options));
    }

    /// <summary>The values of what users wrote, and of the design's own numbers: these are evaluated whether a rule asks for them or not.</summary>
    private static IReadOnlyList<Value> Stated(ElaboratedDesign design)
    {
        var roots = new List<Value>();
        foreach (var attribute in AllAttributes(design.DesignGroup.Kind))
        {
            Collect(design.Attribute(design.DesignGroup, attribute.Name), roots);
        }

        foreach (var group in design.Groups.Where(g => !g.IsAnonymous || g.Step is not null).ToList())
        {
            design.Lowering.Arguments(group);
            foreach (var name in Names(group))
            {
                Collect(design.Attribute(group, name), roots);
            }
        }

        return roots;
    }

    private static IEnumerable<AttributeSymbol> AllAttributes(KindSymbol kind)
    {
        for (var at = kind; at is not null; at = at.Base)
        {
            foreach (var attribute in at.Attributes)
            {
                yield return attribute;
            }
        }
    }

    private static HashSet<string> Names(Group group)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        if (group.Extents.Count == 0)
        {
            return names;
        }

        if (group.Extents[0].Body is { } body)
        {
            names.UnionWith(body.Overrides.Keys);
        }

        for (var part = group.Extents[0].Part?.Part; part is not null && !part.Location.Text.IsLibrary; part = part.Base)
        {
            names.UnionWith(part.Body.Overrides.Keys);
        }

        for (var kind = group.Kind; kind is not null && !kind.Location.Text.IsLibrary; kind = kind.Base)
        {
            names.UnionWith(kind.Attributes.Select(a => a.Name));
        }

        foreach (var (_, amended, _) in group.Amendments)
        {
            names.UnionWith(amended.Overrides.Keys);
        }

        return names;
    }

    private static void Collect(Lowered lowered, List<Value> roots)
    {
        if (lowered is LoweredNumber number)
        {
            roots.Add(number.Value);
        }
        else if (lowered is LoweredPair pair)
        {
            roots.Add(pair.First);
            roots.Add(pair.Second);
        }
    }

    /// <summary>An argument of a part that came out absent: a length of trace between things that share no place, say.</summary>
    private static void CheckParameters(ElaboratedDesign design)
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
    private static void LowerTests(Compilation compilation, ElaboratedDesign design)
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
    private static void CheckClaim(ElaboratedDesign design)
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

    private static void ReportWaivers(ElaboratedDesign design, Waivers waivers)
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

    private static IReadOnlyList<Diagnostic> Adjusted(IReadOnlyList<Diagnostic> found, CheckOptions options) =>
        found.Where(d => !options.Severities.TryGetValue(d.Code, out var set) || set is not null)
            .Select(d => options.Severities.TryGetValue(d.Code, out var set) && d.Severity != Severity.Error ? d with { Severity = set!.Value } : d).ToList();
}
