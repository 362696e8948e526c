using InterconnectDsl.Kernels.Elaboration;
using InterconnectDsl.Reporting.Diagnostics;
using InterconnectDsl.Reporting.Explanations;
using InterconnectDsl.Reporting.Tests.Reports;

namespace InterconnectDsl.Reporting.Tests.Explanations;

/// <summary>The way of a strand as text.</summary>
public class StrandRendererTests
{
    [Fact]
    public void Colours_are_only_where_they_are_wanted()
    {
        var ways = Ways(Designs.Dr4);
        Assert.Equal(2, ways.Count);
        Assert.DoesNotContain('\u001b', StrandRenderer.Text(ways, TextStyle.Plain));
        Assert.Contains("\u001b[32mit comes to its receiver\u001b[0m", StrandRenderer.Text(ways, new TextStyle(Color: true)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_that_ends_in_a_connector_says_that_nothing_is_known_behind_it()
    {
        var ways = Ways(Designs.Dr4.Replace(" -> smf(reach) -> mirror", "", StringComparison.Ordinal));
        Assert.All(ways, w => Assert.Null(w.Arrives));
        Assert.Contains("what it is mated with is not part of the design", StrandRenderer.Text(ways, TextStyle.Plain), StringComparison.Ordinal);
    }

    private static IReadOnlyList<StrandWay> Ways(string text)
    {
        var design = Designs.Check(text).Design;
        return StrandWay.Of(design, design.Paths.Single(p => p.Kind.Name == "link"), 0);
    }
}
