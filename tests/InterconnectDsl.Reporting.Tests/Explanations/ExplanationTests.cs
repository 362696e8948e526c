using InterconnectDsl.Kernels.Checking;
using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Language.Diagnostics;
using InterconnectDsl.Reporting.Diagnostics;
using InterconnectDsl.Reporting.Explanations;
using InterconnectDsl.Reporting.Tests.Reports;

namespace InterconnectDsl.Reporting.Tests.Explanations;

/// <summary>Derivations, rules and codes, explained.</summary>
public class ExplanationTests
{
    private static readonly CheckedDesign Dr4 = Designs.Check(Designs.Dr4);

    [Fact]
    public void A_derivation_goes_down_to_constants_and_params_with_their_places()
    {
        var root = Derive("margin");
        Assert.Equal(4.3058, root.Number, 4);
        var all = Descendants(root).ToList();
        Assert.Contains(all, n => n is { Name: "Dr4.rx_slope", Confidence: Language.Symbols.Confidence.C });
        Assert.Contains(all, n => n.Name == "reach" && n.Text == "500 m" && n.Where!.StartsWith("t.icx:", StringComparison.Ordinal));
        Assert.All(all, n => Assert.NotNull(n.Where));
    }

    [Fact]
    public void What_was_derived_above_is_not_derived_again()
    {
        var root = Derive("margin");
        var derived = Descendants(root).Where(n => n.Inputs.Count > 0).Select(n => n.Name + n.Where + n.Text).ToList();
        Assert.Equal(derived.Distinct(StringComparer.Ordinal).Count(), derived.Count);
    }

    [Fact]
    public void A_depth_cuts_the_tree()
    {
        var text = DerivationRenderer.Text(Derive("margin", 1), TextStyle.Plain);
        Assert.Equal(["lane", "\u251c\u2500 ", "\u251c\u2500 ", "\u251c\u2500 ", "\u2514\u2500 "], text.TrimEnd('\n').Split('\n').Select((l, i) => i == 0 ? l[..4] : l[..3]));
    }

    [Fact]
    public void What_adds_nothing_to_a_sum_is_only_counted()
    {
        var plant = Derive("plant");
        Assert.Equal(["a.optical_loss", "smf.optical_loss"], plant.Inputs.Select(i => i.Name));
        Assert.True(plant.Zeros > 0);
    }

    [Fact]
    public void A_rule_is_explained_by_what_it_asks_and_what_that_rests_on()
    {
        var text = RuleText.Render(Dr4.Design.Compilation.Rules.Single(r => r.Id == "icx_fibers_fit"), TextStyle.Plain);
        Assert.Contains("c.used <= c.fibers", text, StringComparison.Ordinal);
        Assert.Contains("IEC 61754-7", text, StringComparison.Ordinal);
        Assert.Contains("connector.used = ceil(", text, StringComparison.Ordinal);
        Assert.Contains("connector.fibers  is given by the part or the design", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_code_of_the_catalogue_is_explained_with_a_wrong_and_a_right_example()
    {
        foreach (var description in DiagnosticCatalogue.All)
        {
            var text = CatalogueText.Render(description, TextStyle.Plain);
            Assert.StartsWith(TextDiagnostics.WordOf(description.Severity) + " " + description.Code + ": " + description.Title, text, StringComparison.Ordinal);
            Assert.Contains("\nwrong:\n  ", text, StringComparison.Ordinal);
            Assert.Contains("\nright:\n  ", text, StringComparison.Ordinal);
        }
    }

    private static DerivationNode Derive(string attribute, int depth = int.MaxValue)
    {
        var lane = Dr4.Design.Paths.Single(p => p.Kind.Name == "link");
        var number = Assert.IsType<LoweredNumber>(Dr4.Design.Attribute(lane, attribute));
        return DerivationTree.Of(Dr4.Design, number.Value, attribute, "", depth);
    }

    private static IEnumerable<DerivationNode> Descendants(DerivationNode node) => node.Inputs.SelectMany(i => Descendants(i).Prepend(i));
}
