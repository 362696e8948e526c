namespace InterconnectDsl.Library.Tests.WorkedNumbers;

/// <summary>A formula is worth what its reader knows of it: where it comes from, what it assumes, where it holds.</summary>
public class ModelTextTests
{
    public static TheoryData<string> Models => new(
        "icx.electrical", "icx.penalties", "icx.ber", "icx.fec", "icx.receiver", "icx.coupling", "icx.laser_chain", "icx.energy", "icx.latency", "icx.density",
        "icx.thermal", "icx.yield", "icx.reliability", "icx.cabling", "icx.faceplate", "icx.spread");

    [Theory]
    [MemberData(nameof(Models))]
    public void Every_formula_states_source_and_range_in_which_it_holds(string module)
    {
        var lines = StandardLibrary.TextOf(module)!.Split('\n');
        var header = string.Join('\n', lines.TakeWhile(l => l.StartsWith("///", StringComparison.Ordinal)));
        Assert.Matches("Source( of formulas)?:", header);
        var formulas = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith("fn ", StringComparison.Ordinal))
            {
                formulas++;
                Assert.Matches("^/// Valid: .*[.]$", lines[i - 1]);
                Assert.StartsWith("///", lines[i - 2], StringComparison.Ordinal);
            }
        }

        Assert.True(formulas >= 3, module);
    }
}
