using System.Globalization;

namespace InterconnectDsl.Library.Tests.Catalogue;

/// <summary>
/// An interface of a standard closes in itself: the worst transmitter it allows, over all the loss it allows, with all the penalties it allots, arrives at exactly
/// the sensitivity it asks for. Where one does not, a figure was copied wrongly.
/// </summary>
public class ClosureTests
{
    private static readonly Lazy<EvaluatedDesign> Library = new(() => EvaluatedDesign.OfText("use icx.ieee\nuse icx.ieee.{closure}\ndesign Closing { }\n"));

    /// <summary>What a transmitter below the knee of extinction leaves: it has to send more.</summary>
    private static readonly Dictionary<string, double> BelowTheKnee = new()
    {
        ["Dr4"] = 0.3, ["Dr8"] = 0.3, ["Dr1"] = 0.3, ["Fr4"] = 0.1, ["TwoFr4"] = 0.1,
    };

    public static TheoryData<string> Interfaces => new(CatalogueText.PartsOf("icx.ieee", "pmd"));

    [Theory]
    [MemberData(nameof(Interfaces))]
    public void An_interface_closes_or_says_why_it_has_no_limits(string pmd)
    {
        if (Library.Value.Said($"ieee.{pmd}.rx_floor otherwise -99 dBm").Count == 0 && Library.Value.Number($"(ieee.{pmd}.rx_floor otherwise -99 dBm) in dBm") < -90)
        {
            Assert.Equal(1, Library.Value.Number($"if ieee.{pmd}.open exists then 1 else 0"));
            return;
        }

        var (knee, tdecq) = (Library.Value.Number($"ieee.{pmd}.knee in dB"), Library.Value.Number($"ieee.{pmd}.tdecq_max in dB"));
        for (var step = 0; step <= 20; step++)
        {
            // From an open eye, where the floor decides, to the largest TDECQ, where the slope does.
            Assert.Equal(0, Closure(pmd, tdecq * step / 20, knee), 1e-9);
        }

        Assert.Equal(BelowTheKnee.GetValueOrDefault(pmd), Closure(pmd, tdecq, knee - 0.01), 1e-9);
    }

    [Fact]
    public void The_rows_of_the_standards_are_all_there()
    {
        var all = CatalogueText.PartsOf("icx.ieee", "pmd");
        Assert.Superset(
            new HashSet<string>
            {
                "Dr4", "Dr8", "Dr1", "Fr4", "Lr4", "Fr1", "Lr1", "TwoFr4", "Sr4", "Sr8", "Oci200", "Dr200", "Dr200Inner", "Fr4Dj500", "Fr4Dj", "Lr4Dj",
            },
            all.ToHashSet());
    }

    private static double Closure(string pmd, double tdecq, double er) =>
        Library.Value.Number(string.Create(CultureInfo.InvariantCulture, $"closure(ieee.{pmd}, {tdecq:0.####} dB, {er:0.####} dB) in dB"));
}
