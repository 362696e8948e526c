using System.Globalization;

namespace InterconnectDsl.Library.Tests.Oracles;

/// <summary>Error ratios of PAM as OptiCommPy's theoryBER gives them (its commit ebd0dc1eb2): 2 to 16 levels, 0 to 24 dB.</summary>
public class OptiCommPyTests
{
    [Fact]
    public void Error_ratios_of_PAM_agree_to_a_trillionth()
    {
        if (Oracle.Find("opticommpy") is not { } folder)
        {
            return;
        }

        var design = EvaluatedDesign.OfText("use icx.ber.{pam_ber}\ndesign Theory { }\n");
        var rows = Oracle.Rows(folder, "theory_ber_pam.csv").ToList();
        Assert.Equal(100, rows.Count);
        foreach (var row in rows)
        {
            var published = double.Parse(row[2], CultureInfo.InvariantCulture);
            var ours = design.Number($"pam_ber({row[0]}, {row[1]} dB)");

            // It takes 0.5 - 0.5 erf(x), whose digits end at 1e-16.
            Assert.True(
                Math.Abs(ours - published) <= Math.Max(1e-12 * published, 2e-16),
                FormattableString.Invariant($"{row[0]} levels, {row[1]} dB: {ours:r}, not {published:r}"));
        }
    }
}
