using System.Globalization;

namespace InterconnectDsl.Library.Tests.Oracles;

/// <summary>Yield and cost of dies as Chiplet Actuary computes them (DAC 2022; its commit 2c91fb922c): nine processes by nineteen areas.</summary>
public class ChipletActuaryTests
{
    private const string Kind = """
        use icx.yield.{clustered_yield, dies_per_wafer, raw_die_price, good_die_price}
        kind probe : node {
          area    : area
          defects : defect_density
          wafer   : money
          share   : ratio = clustered_yield(area, defects, 10)
          whole   : real  = dies_per_wafer(area)
          raw     : money = raw_die_price(wafer, area)
          good    : money = good_die_price(wafer, area, share)
        }

        """;

    [Fact]
    public void Dies_of_every_process_and_area_yield_and_cost_the_same_to_a_billionth()
    {
        if (Oracle.Find("chiplet-actuary") is not { } folder)
        {
            return;
        }

        var rows = Oracle.Rows(folder, "die.csv").ToList();
        Assert.Equal(171, rows.Count);
        var dies = rows.Select((r, i) => $"  probe d{i} {{ area = {r[1]} mm^2; defects = {r[2]} cm^-2; wafer = {r[3]} USD }}");
        var design = EvaluatedDesign.OfText(Kind + "design Actuary {\n" + string.Join("\n", dies) + "\n}\n");
        for (var i = 0; i < rows.Count; i++)
        {
            Near(rows[i][4], design.Number($"d{i}.share"));
            Near(rows[i][5], design.Number($"d{i}.whole"));
            Near(rows[i][7], design.Number($"d{i}.raw in USD"));
            Near(rows[i][8], design.Number($"d{i}.good in USD"));
        }
    }

    private static void Near(string published, double ours)
    {
        var expected = double.Parse(published, CultureInfo.InvariantCulture);
        Assert.True(Math.Abs(ours - expected) <= 1e-9 * Math.Abs(expected), FormattableString.Invariant($"{ours:r} is not {expected:r}"));
    }
}
