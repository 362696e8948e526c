namespace InterconnectDsl.Kernels.Tests.Library;

/// <summary>The nominal value of what is drawn from a part of a distribution.</summary>
public class TruncatedMedianTests
{
    // Worked out with mpmath to 18 digits: the value x at which the distribution function F(x) is half way between those of the two ends.
    [Theory]
    [InlineData("normal(3 W, 1 W), 3 W, 100 W", 3.67448975019608174)]
    [InlineData("normal(3 W, 1 W), 1 W, 3.5 W", 2.63379564562799141)]
    [InlineData("normal(3 W, 1 W), 1 W, 5 W", 3)]
    [InlineData("lognormal(5 W, 0.3), 0 W, 5 W", 4.08405753201077474)]
    [InlineData("triangular(1 W, 2 W, 4 W), 1 W, 2 W", 1.70710678118654752)]
    [InlineData("triangular(1 W, 2 W, 4 W), 2 W, 9 W", 2.58578643762690495)]
    [InlineData("uniform(1 W, 2 W), 1.5 W, 7 W", 1.75)]
    public void Half_of_what_is_left_lies_below_the_nominal(string cut, double watts)
    {
        var text = $"module site.median\n\nparam load : power ~ truncated({cut})\n\ndesign D {{ board main {{ power = load }} }}\n";
        Assert.Equal(watts, LibraryDesign.Number(text, "main.power in W"), 13);
    }
}
